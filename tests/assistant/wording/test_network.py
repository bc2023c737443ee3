import socket

import pytest

from assistant.wording.network import is_near


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
