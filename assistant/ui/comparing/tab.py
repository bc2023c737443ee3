"""对照: which components there are, and which handler each event calls."""

from typing import Any

import gradio as gr

from assistant.ui.comparing.handlers import LONGEST_TOPIC, Handlers
from assistant.ui.context import TabContext
from assistant.ui.events import QUIET, html


def build(context: TabContext) -> None:
    """Lay out the choice and the table, and connect them."""
    handlers = Handlers(context)
    with gr.Row(elem_id="comparing-choice"):
        documents = gr.Dropdown(
            choices=[],
            multiselect=True,
            label=context.words("comparing_documents"),
            elem_id="comparing-documents",
            scale=3,
        )
        topic = gr.Textbox(
            label=context.words("comparing_topic"), elem_id="comparing-topic", max_length=LONGEST_TOPIC, scale=2
        )
        with gr.Column(elem_id="comparing-go", scale=1):
            common = gr.Checkbox(label=context.words("comparing_common"), elem_id="comparing-common", value=False)
            start = gr.Button(context.words("comparing_start"), elem_id="comparing-start", variant="primary")
    table = html("comparing")
    context.beginnings.add(handlers.open, [], [documents, table])
    once: dict[str, Any] = {**QUIET, "trigger_mode": "once"}
    waiting = gr.on([start.click, topic.submit, common.input], handlers.wait, None, table, queue=False, **once)
    made = waiting.then(handlers.compare, [documents, topic, common], table, **once)
    made.failure(handlers.fail, None, table, queue=False, **QUIET)
