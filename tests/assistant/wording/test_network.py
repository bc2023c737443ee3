import gzip
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from assistant.wording.network import TooLongError, client, is_near


@pytest.mark.parametrize(
    ("url", "near"),
    [
        ("http://127.0.0.1:8000/v1", True),
        ("http://localhost:11434/v1", True),
        ("http://10.1.2.3/v1", True),
        ("http://192.168.0.9:8000/v1", True),
        ("http://172.16.5.4/v1", True),
        ("http://[::1]:8000/v1", True),
        ("http://[fd00::1]/v1", True),
        ("http://[::ffff:10.0.0.1]/v1", True),
        ("http://[::ffff:8.8.8.8]/v1", False),
        ("http://169.254.169.254/v1", False),
        ("http://[fe80::1]/v1", False),
        ("http://0.0.0.0/v1", False),
        ("http://192.0.2.1/v1", False),
        ("http://198.18.0.1/v1", False),
        ("http://100.64.0.1/v1", False),
        ("https://8.8.8.8/v1", False),
        ("https://[2001:4860:4860::8888]/v1", False),
        ("http://172.32.0.1/v1", False),
        ("http://no-such-host.invalid/v1", False),
        ("http://" + "長" * 80 + "/v1", False),
    ],
)
def test_only_this_machine_and_private_networks_are_near(url, near):
    assert is_near(url) is near


def test_a_name_that_also_points_outside_is_not_near(monkeypatch):
    entries = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("10.0.0.1", "8.8.8.8")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **named: entries)

    assert not is_near("http://model.office/v1")


@pytest.fixture
def packing():
    """A server that packs what it sends, though it is asked not to."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            data = gzip.compress(b" " * 50_000_000, 1)
            self.send_response(200)
            self.send_header("content-encoding", "gzip")
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *args):
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as http:
        threading.Thread(target=http.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}/"
        http.shutdown()


def test_what_is_packed_is_not_unpacked(packing):
    with client(10) as http, pytest.raises(TooLongError):
        http.get(packing)
