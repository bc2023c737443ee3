"""What keeps a model server from costing more than it may: where it stands, how much it sends."""

import ipaddress
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx

MOST_BYTES = 2_000_000
"""Of one reply: a stream wraps each of the few thousand tokens in some hundred bytes."""
CONNECT_SECONDS = 3.0
NEAR = tuple(
    ipaddress.ip_network(one)
    for one in ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")
)
"""Named here: what Python calls private includes link-local addresses, where clouds keep their secrets."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class TooLongError(httpx.TransportError):
    """The server sent more than an answer can have."""


def is_near(url: str) -> bool:
    """Whether every address of the server is of this machine or of a private network; one unknown here is not.

    It is asked before every call: a name may point elsewhere the next time.
    """
    parts = urlsplit(url)
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    return bool(addresses) and all(any(_unmapped(one) in network for network in NEAR) for one in addresses)


def _unmapped(address: Address) -> Address:
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def client(seconds: float) -> httpx.Client:
    """Return a client that follows no redirect, reads no proxy from the environment, and stops reading in time."""
    return httpx.Client(
        transport=_Capped(httpx.HTTPTransport(trust_env=False, retries=0)),
        timeout=httpx.Timeout(seconds, connect=min(CONNECT_SECONDS, seconds)),
        follow_redirects=False,
        trust_env=False,
    )


class _Capped(httpx.BaseTransport):
    def __init__(self, transport: httpx.BaseTransport) -> None:
        self._transport = transport

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        # What is packed could unpack to any size; some servers pack what nobody asked them to.
        request.headers["accept-encoding"] = "identity"
        response = self._transport.handle_request(request)
        packed = response.headers.get("content-encoding", "identity").lower() != "identity"
        if packed or not isinstance(response.stream, httpx.SyncByteStream):
            response.close()
            raise TooLongError("packed, so of unknown size")
        response.stream = _CappedStream(response.stream)
        return response

    def close(self) -> None:
        self._transport.close()


class _CappedStream(httpx.SyncByteStream):
    def __init__(self, stream: httpx.SyncByteStream) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        total = 0
        for part in self._stream:
            total += len(part)
            if total > MOST_BYTES:
                raise TooLongError(f"more than {MOST_BYTES} bytes")
            yield part

    def close(self) -> None:
        self._stream.close()
