"""What stands between network and page: headers, origin check, size cap, and which paths are served."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.problems import problem

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; base-uri 'self'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}
STATIC = ("/assets/", "/static/")
"""The same for everybody; all other responses may hold an answer and are not stored."""

SERVED = (
    "/healthz", "/theme.css", "/favicon.ico", "/config", "/manifest.json", "/export/",
    "/gradio_api/queue/", "/gradio_api/heartbeat/", "/gradio_api/startup-events", "/gradio_api/theme.css",
    "/gradio_api/reset", "/gradio_api/cancel", "/gradio_api/app_id", "/gradio_api/info", "/gradio_api/run/",
    *STATIC,
)  # fmt: skip
"""What the page needs of Gradio; uploads, files, proxying, run history and monitoring are not among it."""

API = "/api/"
"""Begins the paths for other programs, which read JSON."""
CHANGING = {"POST", "PUT", "DELETE", "PATCH"}


class ResponseHeaders:
    """Adds the security headers to every response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with the headers set."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if not scope["path"].startswith(STATIC):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


class ServedPaths:
    """Answers 404 for all of Gradio's routes that the page does not use; `also` begins what is served besides."""

    def __init__(self, app: ASGIApp, also: tuple[str, ...] = ()) -> None:
        self.app = app
        self.served = SERVED + also

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is served."""
        if scope["type"] == "http" and scope["path"] != "/" and not scope["path"].startswith(self.served):
            await _refusal(scope["path"], 404, "Not Found")(scope, receive, send)
            return
        await self.app(scope, receive, send)


class SameOrigin:
    """Refuses requests that another site makes a browser send.

    Source: Filippo Valsorda, Cross-Site Request Forgery (2025); as in Datasette and Go's net/http.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes from the page itself, or from no browser."""
        guarded = scope["type"] == "websocket" or (
            scope["type"] == "http" and (scope["method"] in CHANGING or scope["path"].startswith("/logout"))
        )
        if guarded and not _from_here(Headers(scope=scope)):
            await _refusal(scope["path"], 403, "Cross-origin request refused")(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _from_here(headers: Headers) -> bool:
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    # Browsers leave Sec-Fetch-Site out on plain HTTP to another machine; they do send Origin.
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


class BodyCap:
    """Refuses bodies of more than `max_bytes`, announced or not."""

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self.app = app
        self.max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on while the body stays below the cap."""
        announced = Headers(scope=scope).get("content-length", "0") if scope["type"] == "http" else "0"
        if not announced.isdecimal() or int(announced) > self.max_bytes:
            await _refusal(scope["path"], 413, "Request body too large")(scope, receive, send)
            return
        received = 0

        async def receive_capped() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self.max_bytes:
                raise HTTPException(413)
            return message

        await self.app(scope, receive_capped, send)


def _refusal(path: str, status: int, words: str) -> Response:
    """Return a refusal, for other programs in the form in which they read faults."""
    return problem(status) if path.startswith(API) else PlainTextResponse(words, status)
