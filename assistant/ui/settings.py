"""How the page is served, and to whom."""

import ipaddress
import socket
from dataclasses import dataclass
from pathlib import Path

from assistant.ui.texts import TERMINAL, Language
from index.errors import UsageError

LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "[::1]", "::1")
WILDCARDS = ("0.0.0.0", "::")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSettings:
    """What the office may choose about the page."""

    host: str = "127.0.0.1"
    """Where to listen; anything but this machine itself needs `allow_lan`."""
    allow_lan: bool = False
    """Serve other machines too. The page knows no users: put a proxy that authenticates in front."""
    allowed_hosts: tuple[str, ...] = ()
    """Further names under which browsers may address the page, such as that of the proxy."""
    language: Language | None = None
    """The language of the page; None follows each browser."""
    longest_question: int = 1000
    """Characters."""
    library: Path | None = None
    """The library's folder: what is saved beside it goes there; None saves nothing."""
    api: bool | None = None
    """Serve other programs too (/api/v1); None does so where only this machine itself can reach it."""
    records: Path | None = None
    """Where questions and answers are recorded; None where they are not."""
    records_days: int = 0
    """For how long."""
    private_folders: tuple[Path, ...] = ()
    """Library and model folders; Gradio is told never to serve a file from them."""

    @property
    def host_names(self) -> list[str]:
        """The Host headers that are answered; all others may come from a rebound DNS name."""
        own = [] if self.host in WILDCARDS else [self.host]
        machine = [socket.gethostname()] if self.allow_lan else []
        return list(dict.fromkeys([*LOOPBACK_HOSTS, *own, *machine, *self.allowed_hosts]))

    @property
    def serves_api(self) -> bool:
        """Whether other programs are served."""
        return is_loopback(self.host) if self.api is None else self.api

    def check_host(self) -> None:
        """Refuse to be seen by other machines unless that was asked for.

        Raises:
            UsageError: the host is not this machine itself and `allow_lan` is not set.
        """
        if not self.allow_lan and not is_loopback(self.host):
            raise UsageError(TERMINAL["lan_refused"].format(host=self.host))


def is_loopback(host: str) -> bool:
    """Say whether only this machine itself can reach `host`."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
