"""Claim the port before anything heavy is loaded, and keep it."""

import errno
import socket
import sys

from assistant.ui.texts import TERMINAL
from index.errors import UsageError, UserError

BACKLOG = 128


def claim(host: str, port: int) -> socket.socket:
    """Listen on the port at once: nobody takes it meanwhile, and who comes early waits for the page.

    Raises:
        UserError: the port is taken or may not be used, or there is no such host or port.
    """
    claimed = _open(host, port)
    try:
        claimed.listen(BACKLOG)
    except OSError as error:
        claimed.close()
        raise _refusal(error, host, port) from error
    return claimed


def _open(host: str, port: int) -> socket.socket:
    if not 0 <= port <= 65_535:
        raise UsageError(TERMINAL["port_invalid"].format(port=port))
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise UsageError(TERMINAL["host_unknown"].format(host=host)) from error
    opened = socket.socket(family, kind, protocol)
    try:
        if sys.platform == "win32":
            # There SO_REUSEADDR would let two programs share the port.
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(address)
    except OSError as error:
        opened.close()
        raise _refusal(error, host, port) from error
    return opened


def _refusal(error: OSError, host: str, port: int) -> UserError:
    if error.errno == errno.EADDRNOTAVAIL:
        return UsageError(TERMINAL["host_unknown"].format(host=host))
    if isinstance(error, PermissionError) and sys.platform != "win32":
        return UserError(TERMINAL["port_forbidden"].format(port=port))
    # Windows reports a port that another program holds for itself as a lack of permission.
    return UserError(TERMINAL["port_taken"].format(port=port, other=port + 1 if port < 65_535 else 7860))
