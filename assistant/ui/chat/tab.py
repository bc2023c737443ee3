"""问答: which components there are, and which handler each event calls."""

from typing import Any, NamedTuple

import gradio as gr

from assistant.ui.chat.handlers import Handlers
from assistant.ui.context import TabContext
from assistant.ui.events import QUIET, hidden, html


class Parts(NamedTuple):
    """The components that events read and change."""

    turns: gr.State
    new: gr.Button
    transcript: gr.Markdown
    question: gr.Textbox
    send: gr.Button
    offered: gr.Textbox


def build(context: TabContext) -> None:
    """Lay out the conversation and connect it."""
    handlers = Handlers(answering=context.answering, sources=context.sources, settings=context.settings)
    _connect(_lay_out(context), context, handlers)


def _lay_out(context: TabContext) -> Parts:
    turns = gr.State(())
    transcript = html("transcript")
    with gr.Row(elem_id="composer"):
        new = gr.Button(context.words("new"), elem_id="new", size="sm", scale=0)
        question = gr.Textbox(
            elem_id="question",
            label=context.words("question"),
            placeholder=context.words("placeholder"),
            show_label=False,
            lines=1,  # with more than one line Enter would not send
            max_lines=6,
            max_length=context.settings.longest_question,
            autofocus=True,
            scale=1,
        )
        send = gr.Button(context.words("send"), elem_id="send", variant="primary", scale=0)
    return Parts(turns, new, transcript, question, send, hidden("offered"))


def _connect(parts: Parts, context: TabContext, handlers: Handlers) -> None:
    shown = [parts.turns, parts.transcript, context.source]
    gr.on([context.page.load, parts.new.click], handlers.open, None, shown, queue=False, **QUIET)
    choosing: dict[str, Any] = {**QUIET, "trigger_mode": "always_last"}
    context.place.change(handlers.choose, [context.place, parts.turns], context.source, **choosing)
    asking: dict[str, Any] = {**QUIET, "trigger_mode": "once", "concurrency_id": "ask"}
    for triggers, ask, box in (
        ([parts.send.click, parts.question.submit], handlers.ask, parts.question),
        ([parts.offered.change], handlers.ask_offered, parts.offered),
    ):
        asked = gr.on(triggers, ask, [box, parts.turns], shown, **asking)
        asked.failure(handlers.fail, parts.turns, [parts.turns, parts.transcript], queue=False, **QUIET)
