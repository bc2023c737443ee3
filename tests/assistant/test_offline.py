"""Nothing leaves this machine, whether a library is built or a question asked."""

import os
import socket
from ipaddress import ip_address

import pytest

from assistant import offline
from assistant.opening import open_assistant
from assistant.settings import Settings, shipped
from index.embed import shipped_model


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
