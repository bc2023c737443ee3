import socket

import pytest

from assistant.ui.claiming import claim
from assistant.ui.server import MAX_CONNECTIONS, serve, server_config
from assistant.ui.settings import PageSettings
from index.errors import UsageError, UserError


def never(progress):
    pytest.fail("the library was loaded in vain")


@pytest.fixture
def taken_port():
    with claim("127.0.0.1", 0) as held:
        yield held.getsockname()[1]


def test_a_taken_port_is_reported_before_anything_is_loaded(taken_port):
    with pytest.raises(UserError) as fault:
        serve(never, host="127.0.0.1", port=taken_port, open_browser=False)

    assert str(taken_port) in str(fault.value)
    assert "--port" in str(fault.value)
    assert "\n" not in str(fault.value)


def test_a_port_is_held_from_the_start(taken_port):
    with pytest.raises(UserError, match=str(taken_port)):
        claim("127.0.0.1", taken_port)


def test_a_released_port_can_be_claimed_again():
    with claim("127.0.0.1", 0) as held:
        port = held.getsockname()[1]

    claim("127.0.0.1", port).close()


@pytest.mark.parametrize("port", [-1, 65_536, 1_000_000])
def test_an_impossible_port_is_wrong_usage(port):
    with pytest.raises(UsageError, match="--port"):
        claim("127.0.0.1", port)


@pytest.mark.parametrize("host", ["no-such-host.invalid", "192.0.2.1"])
def test_a_host_that_is_not_here_is_wrong_usage(host):
    with pytest.raises(UsageError, match="--host"):
        serve(never, host=host, port=0, open_browser=False, settings=PageSettings(allow_lan=True))


def test_the_network_is_refused_before_anything_is_loaded():
    with pytest.raises(UsageError, match="--allow-lan"):
        serve(never, host="0.0.0.0", port=0, open_browser=False)


def test_the_host_named_goes_before_the_settings():
    with pytest.raises(UsageError, match=r"0\.0\.0\.0"):
        serve(never, host="0.0.0.0", port=0, open_browser=False, settings=PageSettings(host="127.0.0.1"))


def test_a_claimed_port_listens():
    with claim("127.0.0.1", 0) as held:
        socket.create_connection(held.getsockname(), timeout=2).close()


def test_uvicorn_is_set_as_the_checklist_says():
    config = server_config(lambda: None)

    assert config.limit_concurrency == MAX_CONNECTIONS
    assert config.timeout_keep_alive == 5
    assert config.h11_max_incomplete_event_size == 65_536
    assert config.server_header is False
    assert config.proxy_headers is False
    assert config.access_log is False
