"""资料库: which components there are, and which handler each event calls."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import gradio as gr

from assistant.browsing import Offered, offered
from assistant.ui.context import TabContext
from assistant.ui.events import QUIET, hidden, html
from assistant.ui.library.handlers import Handlers
from assistant.ui.library.looking import Looking
from assistant.ui.texts import Texts

FILTERS = ("region", "level", "year", "status", "origin")
"""In the order in which the handlers read them."""


class Parts(NamedTuple):
    """The components that events read and change."""

    looking: gr.State
    list_view: gr.Column
    words: gr.Textbox
    filters: Sequence[gr.Dropdown]
    clear: gr.Button
    shelf: gr.Markdown
    exports: gr.Markdown
    document_view: gr.Column
    document: gr.Markdown


def build(context: TabContext) -> None:
    """Lay out the tab and connect it."""
    _connect(_lay_out(context), context, Handlers(context))


def _lay_out(context: TabContext) -> Parts:
    words = context.words
    with gr.Column(elem_id="library-list") as list_view:
        with gr.Row(elem_id="library-filters"):
            search = gr.Textbox(
                elem_id="library-words",
                label=words("library_words"),
                placeholder=words("library_words_hint"),
                max_lines=1,
                scale=3,
            )
            filters = [
                gr.Dropdown(
                    elem_id=f"library-{name}", label=words(f"library_{name}"), choices=[], multiselect=True, scale=1
                )
                for name in FILTERS
            ]
            clear = gr.Button(words("library_clear"), elem_id="library-clear", size="sm", scale=0)
        shelf, exports = html("library-shelf"), html("library-exports")
    with gr.Column(elem_id="library-document", visible=False) as document_view:
        document = html("library-reading")
    return Parts(gr.State(Looking()), list_view, search, filters, clear, shelf, exports, document_view, document)


def _connect(parts: Parts, context: TabContext, handlers: Handlers) -> None:
    boxes: list[gr.Textbox | gr.Dropdown] = [parts.words, *parts.filters]
    seen = [parts.looking, parts.shelf, parts.exports]
    latest: dict[str, Any] = {**QUIET, "trigger_mode": "always_last"}

    def begin(request: gr.Request, looking: Looking, *filters: object) -> tuple[Any, ...]:
        offers = choices(offered(handlers.documents()), context.texts(request))
        return *offers, *handlers.look(request, looking, *filters)

    context.beginnings.add(begin, [parts.looking, *boxes], [*parts.filters, *seen])
    gr.on([box.change for box in boxes], handlers.look, [parts.looking, *boxes], seen, **latest)
    parts.clear.click(lambda: ["", *([] for _ in parts.filters)], None, boxes, queue=False, **QUIET)
    wish, opened, export = hidden("library_wish"), hidden("library_open"), hidden("library_export")
    wish.change(handlers.wish, [wish, parts.looking, *boxes], seen, **latest)
    shown = [parts.list_view, parts.document_view, parts.document]
    opened.change(handlers.open, opened, shown, **latest)
    export.change(handlers.export, [export, parts.looking, *boxes], parts.exports, **latest)


def choices(values: Offered, texts: Texts) -> list[dict[str, Any]]:
    """Return what each filter offers, with what stands on the page for each value."""
    return [
        gr.update(choices=[(value or texts["library.unknown"], value) for value in values.regions]),
        gr.update(choices=[(texts[f"library.level.{value or '未标明'}"], value) for value in values.levels]),
        gr.update(choices=[(value or texts["library.unknown"], value) for value in values.years]),
        gr.update(choices=[(texts[f"status.{value}"], value) for value in values.statuses]),
        gr.update(choices=[(texts[f"library.origin.{value}"], value) for value in values.origins]),
    ]
