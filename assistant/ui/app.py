"""The web application: the page mounted behind the guards, with every setting of Gradio named."""

from importlib.resources import files
from typing import Any

import gradio as gr
from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from assistant.api.application import NO_REPORTS, build_api
from assistant.api.application import PATH as API_PATH
from assistant.ui.downloads import PATH, Downloads
from assistant.ui.guards import API, BodyCap, ResponseHeaders, SameOrigin, ServedPaths
from assistant.ui.page import TABS, build_page, component_texts
from assistant.ui.ports import Answering, Sources
from assistant.ui.settings import PageSettings
from assistant.ui.theme import office_theme

MAX_BODY_BYTES = 1_000_000
"""A question has at most some thousand characters; the page takes no files."""
BARE: dict[str, Any] = {
    "docs_url": None,
    "redoc_url": None,
    "openapi_url": None,
    "telemetry": NO_REPORTS,
}
"""For our application and for Gradio's own beneath it."""


def build_app(answering: Answering, sources: Sources, *, settings: PageSettings) -> FastAPI:
    """Build what uvicorn serves.

    Raises:
        UsageError: the settings would show the page to other machines without saying so.
    """
    settings.check_host()
    app = FastAPI(**BARE)
    _guard(app, settings)
    app.get("/healthz")(lambda: {"status": "ok"})
    if settings.serves_api:
        app.mount(API_PATH, build_api(answering, sources))
    downloads = Downloads()
    app.get(PATH + "{token}")(downloads.fetch)
    page = build_page(answering, sources, settings, downloads)
    page.share = False
    _mount(app, page, settings)
    return app


def _mount(app: FastAPI, page: gr.Blocks, settings: PageSettings) -> None:
    """Mount the page with every setting named, whatever Gradio's defaults become."""
    gr.mount_gradio_app(
        app,
        page,
        path="/",
        server_name=settings.host,
        app_kwargs=dict(BARE),
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        mcp_server=False,
        pwa=False,
        show_error=False,
        enable_monitoring=False,
        max_file_size=MAX_BODY_BYTES,
        allowed_paths=[],
        blocked_paths=[str(folder) for folder in settings.private_folders],
        favicon_path=str(files("assistant.ui") / "favicon.svg"),
        i18n=component_texts(settings.language),
        theme=office_theme(),
        head=_head(),
    )


def _guard(app: FastAPI, settings: PageSettings) -> None:
    """Add the guards; the last one added sees a request first."""
    # With a CORS middleware of the parent, Gradio no longer echoes every origin.
    app.add_middleware(CORSMiddleware, allow_origins=[], allow_credentials=False)
    app.add_middleware(BodyCap, max_bytes=MAX_BODY_BYTES)
    app.add_middleware(ServedPaths, also=(API,) if settings.serves_api else ())
    app.add_middleware(SameOrigin)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=settings.host_names, www_redirect=False)
    app.add_middleware(ResponseHeaders)


def _head() -> str:
    """Return style and script; given as `css`, the rules for print and small screens would be rewritten."""
    package = files("assistant.ui")
    sheets = [package / "page.css", *(package / name / "tab.css" for name, _ in TABS)]
    style = "\n".join(sheet.read_text("utf-8") for sheet in sheets)
    scripts = [package / "page.js", *(package / name / "tab.js" for name, _ in TABS)]
    script = "\n".join(one.read_text("utf-8") for one in scripts if one.is_file())
    return f"<style>{style}</style><script>{script}</script>"
