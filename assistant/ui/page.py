"""The page: its head, its tabs, and the source pane beside them."""

from collections.abc import Callable
from functools import partial

import gradio as gr

from assistant.ui.banner import banner
from assistant.ui.beginnings import Beginnings
from assistant.ui.chat import tab as chat
from assistant.ui.comparing import tab as comparing
from assistant.ui.context import TabContext, texts_for
from assistant.ui.downloads import Downloads
from assistant.ui.evaluating import tab as evaluating
from assistant.ui.events import CONCURRENCY, hidden, html
from assistant.ui.library import tab as library
from assistant.ui.markup import Html
from assistant.ui.ports import Answering, Sources
from assistant.ui.settings import PageSettings
from assistant.ui.texts import TEXTS, Language
from assistant.ui.training import tab as training

QUEUE = 64
SESSIONS = 500
CACHE_SECONDS = 3600
TABS: tuple[tuple[str, Callable[[TabContext], None]], ...] = (
    ("chat", chat.build),
    ("comparing", comparing.build),
    ("library", library.build),
    ("training", training.build),
    ("evaluating", evaluating.build),
)
"""In the order in which they stand; `tab_NAME` is the text on a tab, `tab-NAME` its id."""


def build_page(answering: Answering, sources: Sources, settings: PageSettings, downloads: Downloads) -> gr.Blocks:
    """Lay out the page and connect it."""
    page = gr.Blocks(
        title=TEXTS[settings.language or "zh"]["name"],
        analytics_enabled=False,
        fill_height=True,
        fill_width=True,
        delete_cache=(CACHE_SECONDS, CACHE_SECONDS),
    )
    with page:
        words, beginnings = component_texts(settings.language), Beginnings()
        head = html("banner")
        with gr.Row(elem_id="main"):
            work = gr.Column(elem_id="work")
            with gr.Column(elem_id="evidence"):
                source, place = html("source"), hidden("place")
        given = partial(
            TabContext,
            beginnings=beginnings,
            answering=answering,
            sources=sources,
            settings=settings,
            downloads=downloads,
            words=words,
            source=source,
            place=place,
        )

        def open_banner(request: gr.Request) -> Html:
            return banner(sources.documents(), texts_for(request, settings))

        beginnings.add(open_banner, [], [head])
        with work, gr.Tabs(elem_id="tabs"):
            for name, build in TABS:
                with gr.Tab(words(f"tab_{name}"), id=name, elem_id=f"tab-{name}") as tab:
                    build(given(tab=tab))
        beginnings.connect(page)
    page.queue(max_size=QUEUE, default_concurrency_limit=CONCURRENCY, api_open=False)
    page.state_session_capacity = SESSIONS
    return page


def component_texts(forced: Language | None) -> gr.I18n:
    """Return the texts that the browser puts into Gradio's components."""
    chinese, english = (_without_groups(forced or language) for language in ("zh", "en"))
    return gr.I18n(en=english, zh=chinese, **{"zh-CN": chinese, "zh-TW": chinese})


def _without_groups(language: Language) -> dict[str, str]:
    # A dot in a key means nesting to Gradio's frontend; its components need none of those texts.
    return {key: words for key, words in TEXTS[language].items() if "." not in key}
