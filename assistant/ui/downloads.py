"""Files made for one person, fetched once or twice and then forgotten; nothing is written to disk."""

import secrets
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import Response

PATH = "/export/"
MINUTES = 15
MOST_BYTES = 200_000_000
"""Together; the oldest go first."""


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    content: bytes
    media_type: str
    until: float


class Downloads:
    """Keeps files in memory under names that cannot be guessed; used from several threads."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, _File] = OrderedDict()
        self._lock = threading.Lock()

    def offer(self, name: str, content: bytes, media_type: str) -> str:
        """Keep a file for MINUTES and return the path it is fetched from."""
        token = secrets.token_urlsafe(24)
        with self._lock:
            self._files[token] = _File(name, content, media_type, time.monotonic() + MINUTES * 60)
            self._forget()
        return PATH + token

    def fetch(self, token: str) -> Response:
        """Answer a request for a file.

        Raises:
            HTTPException: 404 for a name that was never given, or whose time is over.
        """
        with self._lock:
            self._forget()
            file = self._files.get(token)
        if file is None:
            raise HTTPException(404)
        disposition = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
        return Response(file.content, media_type=file.media_type, headers={"Content-Disposition": disposition})

    def _forget(self) -> None:
        now = time.monotonic()
        while self._files:
            oldest = next(iter(self._files.values()))
            if oldest.until > now and sum(len(file.content) for file in self._files.values()) <= MOST_BYTES:
                return
            self._files.popitem(last=False)
