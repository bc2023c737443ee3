"""Serve the page: claim the port, load the library, run the server, open the browser."""

import contextlib
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import replace

import uvicorn
from rich.console import Console

from assistant.ui.claiming import claim
from assistant.ui.ports import Load
from assistant.ui.settings import WILDCARDS, PageSettings, is_loopback
from assistant.ui.terminal import loading_bar
from assistant.ui.texts import TERMINAL

MAX_HEADER_BYTES = 65_536
MAX_CONNECTIONS = 1000
"""Every open page holds one for its heartbeat and one while it waits for an answer."""


class Server(uvicorn.Server):
    """Calls `on_ready` once requests are answered."""

    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self.on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        if self.started:
            self.on_ready()


def serve(load: Load, *, host: str, port: int, open_browser: bool, settings: PageSettings | None = None) -> None:
    """Serve the page until it is interrupted; `host` goes before what `settings` say.

    Raises:
        UserError: the port is taken or forbidden, or the host unknown or refused; nothing was loaded.
    """
    settings = replace(settings or PageSettings(), host=host)
    settings.check_host()
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    with claim(host, port) as claimed:
        with loading_bar(console) as progress:
            answering, sources = load(progress)
        # Gradio takes seconds to import: a taken port is reported before that.
        from assistant.ui.app import build_app

        app = build_app(answering, sources, settings=settings)
        url = _url(host, claimed.getsockname()[1])

        def on_ready() -> None:
            console.print(TERMINAL["address"].format(url=url), markup=False)
            if not is_loopback(host):
                console.print(TERMINAL["lan_warning"], markup=False, style="bold yellow")
            if open_browser and _has_display():
                # Some browsers only return when they are closed.
                threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()

        with contextlib.suppress(KeyboardInterrupt):
            Server(server_config(app), on_ready).run(sockets=[claimed])


def server_config(app: object) -> uvicorn.Config:
    """Return uvicorn's settings: small, quiet, and deaf to forwarded addresses."""
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        http="h11",
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=MAX_CONNECTIONS,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=3,
        h11_max_incomplete_event_size=MAX_HEADER_BYTES,
    )


def _url(host: str, port: int) -> str:
    name = "127.0.0.1" if host in WILDCARDS else host
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
