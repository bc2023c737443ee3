"""Nothing leaves this machine, whether a library is built or a question asked."""

import json
import os
import socket
import subprocess
import sys
import threading
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest

from assistant import offline
from assistant.opening import open_assistant
from assistant.settings import Settings, shipped
from assistant.ui.app import build_app
from assistant.ui.claiming import claim
from assistant.ui.server import Server, server_config
from assistant.ui.settings import PageSettings
from index.embed import shipped_model

GUARD = """
import os, sys

def watch(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.sendto"):
        host = arguments[1][0] if isinstance(arguments[1], tuple) else None
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if host in (None, "", "localhost") or (event, arguments[1:]) == ("socket.bind", (("::1", 0),)):
        return  # urllib3 looks in this way whether there is IPv6
    with open(os.environ["TRIED"], "a") as tried:
        tried.write(f"{event} {host}\\n")
    raise OSError(f"called out: {host}")

sys.addaudithook(watch)
"""
"""For a process of its own, which needs no network at all."""


class CalledOutError(Exception):
    """Somebody tried to reach another machine."""


@pytest.fixture
def no_network(monkeypatch):
    """Let no name be resolved and nothing but this machine be reached; tell what was tried."""
    tried = []
    connect, resolve = socket.socket.connect, socket.getaddrinfo

    def is_here(host):
        if host in (None, "", "localhost"):
            return True
        try:
            return ip_address(host).is_loopback
        except ValueError:
            return False

    def refuse(host):
        tried.append(host)
        raise CalledOutError(str(host))

    def guarded_connect(self, address):
        if self.family != socket.AF_UNIX and not is_here(address[0]):
            refuse(address)
        return connect(self, address)

    def guarded_resolve(host, *arguments, **options):
        if not is_here(host):
            refuse(host)
        return resolve(host, *arguments, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_resolve)
    return tried


def test_the_guard_bites(no_network):
    with pytest.raises(CalledOutError):
        socket.create_connection(("example.org", 80), timeout=1)
    with pytest.raises(CalledOutError), socket.socket() as probe:
        probe.connect(("192.0.2.1", 80))

    assert len(no_network) == 2


def test_building_and_asking_reach_no_other_machine(no_network, tmp_path):
    settings = Settings(library=tmp_path / "library", documents=(shipped("documents"),), model=shipped_model())

    assistant = open_assistant(settings, lambda step, done, total: None)
    answer = assistant.ask("分解细化方案里‘三公’经费公开由谁负责，什么时候完成？")

    assert answer.citations
    assert no_network == []


def test_the_page_for_programs_and_its_description_reach_no_other_machine(no_network, assistant):
    ready = threading.Event()
    with claim("127.0.0.1", 0) as claimed:
        server = Server(server_config(build_app(assistant, assistant, settings=PageSettings())), ready.set)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [claimed]}, daemon=True)
        thread.start()
        assert ready.wait(60)
        url = f"http://127.0.0.1:{claimed.getsockname()[1]}/api/v1"
        with httpx.Client(base_url=url, timeout=60, trust_env=False) as client:
            answer = client.post("/ask", json={"question": "分解细化方案里‘三公’经费公开由谁负责？"}).json()
            read = [client.get(path).status_code for path in ("/docs", "/openapi.json", "/documents", "/duties?body=x")]
            found = client.post("/search", json={"query": "征地"}).json()
        server.should_exit = True
        thread.join(10)

    assert answer["citations"]
    assert found["provisions"]
    assert read == [200] * 4
    assert no_network == []


@pytest.fixture
def guarded(tmp_path):
    """Run Python with the guard; return its lines and what it tried to reach."""
    (tmp_path / "sitecustomize.py").write_text(GUARD, "utf-8")
    tried = tmp_path / "tried"
    tried.touch()
    root = Path(__file__).parents[2]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(tmp_path), str(root)]),
        "TRIED": str(tried),
        "DISCLOSURE_LIBRARY": str(tmp_path / "library"),
    }

    def run(code, *lines):
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        with subprocess.Popen([sys.executable, "-c", code], env=environment, encoding="utf-8", **pipes) as process:
            process.stdin.writelines(f"{json.dumps(line)}\n" for line in lines)
            process.stdin.flush()
            # Its end would end the work on what was sent before it.
            replies = [json.loads(process.stdout.readline()) for line in lines if "id" in line]
            process.stdin.close()
        return replies, tried.read_text("utf-8").splitlines()

    return run


@pytest.mark.parametrize("code", ["s.create_connection(('example.org', 80))", "s.socket().bind(('127.0.0.1', 7861))"])
def test_the_guard_of_another_process_bites_too(code, guarded):
    assert len(guarded(f"import socket as s; {code}")[1]) == 1


@pytest.mark.skipif(find_spec("mcp") is None, reason="the extra mcp is not installed")
def test_serving_other_assistants_opens_no_connection_and_no_port(guarded):
    client = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
    asked = {"name": "ask", "arguments": {"question": "分解细化方案里‘三公’经费公开由谁负责？"}}
    lines = [("initialize", client), ("notifications/initialized", {}), ("tools/call", asked)]

    replies, tried = guarded(
        "import sys; sys.argv[1:] = ['mcp']; from assistant.cli import main; main()",
        *(
            {"jsonrpc": "2.0", "method": method, "params": params}
            | ({} if method.startswith("notifications") else {"id": number})
            for number, (method, params) in enumerate(lines)
        ),
    )

    assert replies[-1]["result"]["structuredContent"]["citations"]
    assert tried == []


def test_the_settings_that_keep_it_offline_win_over_the_environment(monkeypatch):
    for name in offline.SETTINGS:
        monkeypatch.setenv(name, "otherwise")
    for name in offline.REMOVED:
        monkeypatch.setenv(name, "secret")
    before = os.umask(0o022)

    try:
        offline.enforce()
        files_are_private = os.umask(0o077) == 0o077
    finally:
        os.umask(before)

    assert {name: os.environ[name] for name in offline.SETTINGS} == offline.SETTINGS
    assert not set(offline.REMOVED) & set(os.environ)
    assert files_are_private
