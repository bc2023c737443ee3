"""The page: which components there are, and which handler each event calls."""

from typing import Any, NamedTuple

import gradio as gr

from assistant.ui.handlers import Handlers
from assistant.ui.settings import PageSettings
from assistant.ui.texts import TEXTS, Language

CONCURRENCY = 8
"""Questions answered at once; Gradio's default of 1 lets the last of 50 officers wait 25 seconds."""
QUEUE = 64
SESSIONS = 500
CACHE_SECONDS = 3600
QUIET: dict[str, Any] = {
    "show_progress": "hidden",
    "api_visibility": "private",
    "concurrency_limit": CONCURRENCY,
}


class Parts(NamedTuple):
    """The components that events read and change."""

    turns: gr.State
    banner: gr.Markdown
    new: gr.Button
    transcript: gr.Markdown
    question: gr.Textbox
    send: gr.Button
    source: gr.Markdown
    place: gr.Textbox
    offered: gr.Textbox


def build_page(handlers: Handlers, settings: PageSettings) -> gr.Blocks:
    """Lay out the page and connect it."""
    page = gr.Blocks(
        title=TEXTS[settings.language or "zh"]["name"],
        analytics_enabled=False,
        fill_height=True,
        fill_width=True,
        delete_cache=(CACHE_SECONDS, CACHE_SECONDS),
    )
    with page:
        _connect(page, _lay_out(component_texts(settings.language), settings), handlers)
    page.queue(max_size=QUEUE, default_concurrency_limit=CONCURRENCY, api_open=False)
    page.state_session_capacity = SESSIONS
    return page


def _lay_out(words: gr.I18n, settings: PageSettings) -> Parts:
    turns = gr.State(())
    with gr.Row(elem_id="top"):
        banner = _html("banner")
        new = gr.Button(words("new"), elem_id="new", size="sm", scale=0)
    with gr.Row(elem_id="main"):
        with gr.Column(elem_id="conversation"):
            transcript = _html("transcript")
            question, send = _composer(words, settings)
        with gr.Column(elem_id="evidence"):
            source = _html("source")
    place, offered = _hidden("place"), _hidden("offered")
    return Parts(turns, banner, new, transcript, question, send, source, place, offered)


def _connect(page: gr.Blocks, parts: Parts, handlers: Handlers) -> None:
    shown = [parts.turns, parts.transcript, parts.source]
    gr.on([page.load, parts.new.click], handlers.open, None, [parts.banner, *shown], queue=False, **QUIET)
    parts.place.change(handlers.choose, [parts.place, parts.turns], parts.source, trigger_mode="always_last", **QUIET)
    asking: dict[str, Any] = {**QUIET, "trigger_mode": "once", "concurrency_id": "ask"}
    for triggers, ask, box in (
        ([parts.send.click, parts.question.submit], handlers.ask, parts.question),
        ([parts.offered.change], handlers.ask_offered, parts.offered),
    ):
        asked = gr.on(triggers, ask, [box, parts.turns], shown, **asking)
        asked.failure(handlers.fail, parts.turns, [parts.turns, parts.transcript], queue=False, **QUIET)


def component_texts(forced: Language | None) -> gr.I18n:
    """Return the texts that the browser puts into Gradio's components."""
    chinese, english = (_without_groups(forced or language) for language in ("zh", "en"))
    return gr.I18n(en=english, zh=chinese, **{"zh-CN": chinese, "zh-TW": chinese})


def _without_groups(language: Language) -> dict[str, str]:
    # A dot in a key means nesting to Gradio's frontend; its components need none of those texts.
    return {key: words for key, words in TEXTS[language].items() if "." not in key}


def _html(elem_id: str) -> gr.Markdown:
    """Make a place for our HTML.

    `gr.HTML` evaluates its template and fails under a content security policy without `unsafe-eval`;
    Markdown passes one line of HTML on as it is, and sanitises it once more.
    """
    return gr.Markdown(elem_id=elem_id, sanitize_html=True, latex_delimiters=[], header_links=False)


def _composer(words: gr.I18n, settings: PageSettings) -> tuple[gr.Textbox, gr.Button]:
    with gr.Row(elem_id="composer"):
        question = gr.Textbox(
            elem_id="question",
            label=words("question"),
            placeholder=words("placeholder"),
            show_label=False,
            lines=1,  # with more than one line Enter would not send
            max_lines=6,
            max_length=settings.longest_question,
            autofocus=True,
            scale=1,
        )
        send = gr.Button(words("send"), elem_id="send", variant="primary", scale=0)
    return question, send


def _hidden(name: str) -> gr.Textbox:
    """Make a box that only the script fills: with a chosen place, or a question offered as a button.

    A count goes before the value, since the same value twice would be no change.
    """
    return gr.Textbox(elem_id=name, elem_classes="unseen", label=name, container=False)
