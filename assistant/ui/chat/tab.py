"""问答: which components there are, and which handler each event calls."""

from typing import Any, NamedTuple

import gradio as gr

from assistant.ui.chat import rating, scope
from assistant.ui.chat.exporting import Exporting
from assistant.ui.chat.handlers import Handlers
from assistant.ui.chat.session import Conversation
from assistant.ui.context import TabContext
from assistant.ui.events import QUIET, hidden, html


class Parts(NamedTuple):
    """The components that events read and change."""

    conversation: gr.State
    name: gr.Textbox
    word: gr.Button
    markdown: gr.Button
    new: gr.Button
    exported: gr.Markdown
    transcript: gr.Markdown
    progress: gr.Markdown
    filters: gr.Dropdown
    question: gr.Textbox
    send: gr.Button
    stop: gr.Button
    offered: gr.Textbox
    without: gr.Textbox
    rating: gr.Textbox


def build(context: TabContext) -> None:
    """Lay out the conversation and connect it."""
    handlers = Handlers(answering=context.answering, sources=context.sources, settings=context.settings)
    parts = _lay_out(context)
    _connect(parts, context, handlers)
    _connect_asking(parts, context, handlers)


def _lay_out(context: TabContext) -> Parts:
    words = context.words
    with gr.Row(elem_id="conversation"):
        name = gr.Textbox(
            elem_id="conversation-name",
            label=words("chat_name"),
            placeholder=words("chat_name_placeholder"),
            show_label=False,
            max_length=80,
            container=False,
        )
        word = gr.Button(words("chat_word"), elem_id="export-word", size="sm", scale=0)
        markdown = gr.Button(words("chat_markdown"), elem_id="export-markdown", size="sm", scale=0)
        new = gr.Button(words("new"), elem_id="new", size="sm", scale=0)
    exported, transcript, progress = html("exported"), html("transcript"), html("progress")
    with gr.Row(elem_id="filtering"):
        filters = gr.Dropdown(
            elem_id="filters",
            label=words("chat_filter"),
            multiselect=True,
            container=False,
            show_label=False,
            choices=[],
        )
    question, send, stop = _composer(context)
    boxes = hidden("offered"), hidden(scope.BOX), hidden(rating.BOX)
    begun = gr.State(Conversation())
    return Parts(
        begun, name, word, markdown, new, exported, transcript, progress, filters, question, send, stop, *boxes
    )


def _composer(context: TabContext) -> tuple[gr.Textbox, gr.Button, gr.Button]:
    with gr.Row(elem_id="composer"):
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
        stop = gr.Button(context.words("chat_stop"), elem_id="stop", variant="stop", scale=0)
    return question, send, stop


def _connect(parts: Parts, context: TabContext, handlers: Handlers) -> None:
    opened = [parts.transcript, context.source, parts.name, parts.filters, parts.exported]
    context.beginnings.add(lambda request, begun: handlers.open(begun, request), [parts.conversation], opened)
    parts.new.click(handlers.open, parts.conversation, opened, queue=False, **QUIET)
    choosing: dict[str, Any] = {**QUIET, "trigger_mode": "always_last"}
    context.place.change(handlers.choose, [context.place, parts.conversation], context.source, **choosing)
    parts.rating.change(handlers.rate, [parts.rating, parts.conversation], parts.transcript, **QUIET)
    parts.stop.click(handlers.stop, parts.conversation, None, queue=False, **QUIET)
    exporting = Exporting(downloads=context.downloads, settings=context.settings)
    for button, export in ((parts.word, exporting.word), (parts.markdown, exporting.markdown)):
        button.click(export, [parts.name, parts.conversation], parts.exported, **QUIET)


def _connect_asking(parts: Parts, context: TabContext, handlers: Handlers) -> None:
    shown = [parts.transcript, context.source, parts.progress]
    asking: dict[str, Any] = {**QUIET, "trigger_mode": "once", "concurrency_id": "ask"}
    sending = [parts.send.click, parts.question.submit]
    for triggers, ask, inputs in (
        (sending, handlers.ask, [parts.question, parts.filters, parts.conversation]),
        ([parts.offered.change], handlers.ask_offered, [parts.offered, parts.filters, parts.conversation]),
        ([parts.without.change], handlers.ask_without, [parts.without, parts.conversation]),
    ):
        asked = gr.on(triggers, ask, inputs, shown, **asking)
        asked.failure(handlers.fail, parts.conversation, parts.transcript, queue=False, **QUIET)
