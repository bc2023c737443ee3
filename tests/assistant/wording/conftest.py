"""A server that speaks the OpenAI chat protocol, and goes wrong in one named way."""

import gzip
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from assistant.wording.chat import Chat
from assistant.wording.settings import Endpoint, ModelSettings

SECONDS = 20


class Server:
    """What it replies, and what it was asked."""

    def __init__(self):
        self.replies = []
        self.fault = None
        self.asked = []
        self.elsewhere = 0
        self.sent = 0
        self.stop = threading.Event()

    def reply(self):
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


def event(content, reason=None):
    choice = {"index": 0, "delta": {"role": "assistant", "content": content}, "finish_reason": reason}
    return (
        b"data: " + json.dumps({"id": "1", "object": "chat.completion.chunk", "choices": [choice]}).encode() + b"\n\n"
    )


def whole(content, reason="stop"):
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": reason}
    return json.dumps({"id": "1", "object": "chat.completion", "model": "m", "choices": [choice]}).encode()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        if self.path.endswith("/elsewhere"):
            self.server.made.elsewhere += 1
        self.server.made.asked.append(body)
        try:
            getattr(self, f"fault_{self.server.made.fault}", self.answer)(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, body, *, reason="stop", done=True, cut=False):
        text = self.server.made.reply()
        if not body.get("stream"):
            return self.send(whole(text, reason))
        parts = [event(text[at : at + 40]) for at in range(0, len(text), 40)]
        if cut:
            parts = parts[: len(parts) // 2]
        else:
            parts += [event("", reason), *([b"data: [DONE]\n\n"] if done else [])]
        self.head(200, "text/event-stream")
        for part in parts:
            self.chunk(part)
        if cut:
            self.close_connection = True
            self.connection.close()
        else:
            self.chunk(b"")

    def head(self, status, kind, length=None, **more):
        self.send_response(status)
        self.send_header("content-type", kind)
        if length is None:
            self.send_header("transfer-encoding", "chunked")
        else:
            self.send_header("content-length", str(length))
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def chunk(self, data):
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def send(self, data, status=200, kind="application/json", **more):
        self.head(status, kind, len(data), **more)
        self.wfile.write(data)

    def fault_silent(self, body):
        self.server.made.stop.wait(30)

    def fault_500(self, body):
        self.send(b'{"error": {"message": "secret-of-the-server"}}', 500)

    def fault_429(self, body):
        self.send(b'{"error": {"message": "slow down"}}', 429, retry_after="60")

    def fault_401(self, body):
        self.send(b'{"error": {"message": "key sk-123 is wrong"}}', 401)

    def fault_html(self, body):
        self.send(b"<html><form action=/login></form></html>", kind="text/html")

    def fault_empty(self, body):
        self.send(b"")

    def fault_wrong_json(self, body):
        self.send(b'{"choices": [')

    def fault_no_choices(self, body):
        self.send(b'{"id": "1", "object": "chat.completion", "choices": []}')

    def fault_null_choices(self, body):
        self.send(b'{"id": "1", "object": "chat.completion", "choices": null}')

    def fault_length(self, body):
        self.answer(body, reason="length")

    def fault_filtered(self, body):
        self.answer(body, reason="content_filter")

    def fault_cut(self, body):
        if body.get("stream"):
            return self.answer(body, cut=True)
        data = whole(self.server.made.reply())
        self.head(200, "application/json", len(data))
        self.wfile.write(data[: len(data) // 2])
        self.wfile.flush()
        self.close_connection = True
        self.connection.close()

    def fault_drip(self, body):
        data = whole(self.server.made.reply())
        if body.get("stream"):
            self.head(200, "text/event-stream")
        else:
            self.head(200, "application/json", len(data))
        for at in range(40):
            if body.get("stream"):
                self.chunk(event("字"))
            else:
                self.wfile.write(data[at : at + 1])
                self.wfile.flush()
            if self.server.made.stop.wait(0.3):
                return

    def fault_huge(self, body):
        self.head(200, "text/event-stream" if body.get("stream") else "application/json", 90_000_000)
        part = event("长" * 10_000) if body.get("stream") else b" " * 100_000
        for _ in range(90_000_000 // len(part)):
            self.wfile.write(part)
            self.server.made.sent += len(part)

    def fault_packed(self, body):
        self.send(gzip.compress(whole("长" * 30_000_000), 1), content_encoding="gzip")

    def fault_no_done(self, body):
        self.answer(body, done=False)

    def fault_wrong_type(self, body):
        self.send(whole(self.server.made.reply()), kind="application/octet-stream")

    def fault_redirect(self, body):
        self.send(b"", 307, location=f"http://127.0.0.1:{self.server.server_port}/elsewhere")

    def fault_bad_utf8(self, body):
        if body.get("stream"):
            self.head(200, "text/event-stream")
            self.chunk(b'data: {"choices": [{"delta": {"content": "\xff\xfe"}}]}\n\n')
            return self.chunk(b"")
        self.send(b'{"choices": [{"message": {"content": "\xff\xfe"}}]}')

    def fault_bad_event(self, body):
        if body.get("stream"):
            self.head(200, "text/event-stream")
            self.chunk(b"data: not json\n\n")
            return self.chunk(b"")
        self.send(b"[1, 2]")

    def fault_hang_up(self, body):
        self.close_connection = True
        self.connection.close()


@pytest.fixture
def server():
    made = Server()
    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.made = made
    http.daemon_threads = True
    thread = threading.Thread(target=http.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    made.url = f"http://127.0.0.1:{http.server_port}/v1"
    yield made
    made.stop.set()
    http.shutdown()
    http.server_close()


@pytest.fixture
def chat_at():
    def build(url, *, stream=True, seconds=SECONDS, format="object"):
        settings = ModelSettings(base_url=url, model="office-model", seconds=seconds, stream=stream, format=format)
        return Chat(Endpoint(url, "office-model", "sk-key-of-the-office", settings))

    return build


@pytest.fixture
def within():
    """Run something, and see that it ended in time, with room for a slow machine."""

    def run(act, seconds):
        started = time.monotonic()
        result = act()
        assert time.monotonic() - started < seconds
        return result

    return run
