"""Not waiting again and again for a model that is away: after some failures in a row it is left out for a while."""

import threading
import time
from collections.abc import Callable, Sequence

from langchain_core.messages import BaseMessage

from assistant.wording.chat import MOST_FAILURES, REST_SECONDS, Chat, Failure, Progress, Reply
from assistant.wording.settings import Endpoint

AWAY = {Failure.TIME, Failure.UNREACHABLE, Failure.BUSY}
"""What shows that the server is away; an answer of any other kind shows that it is there."""


class PatientChat(Chat):
    """A model that rests after failing, so that an office whose server is down gets its excerpts at once.

    After the rest one question tries it again, while others go on without.
    """

    def __init__(self, endpoint: Endpoint, clock: Callable[[], float] = time.monotonic) -> None:
        """Remember how to ask; `clock` is in seconds."""
        super().__init__(endpoint)
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._rests_until = 0.0

    def ask(self, messages: Sequence[BaseMessage], *, until: float, progress: Progress) -> Reply | Failure:
        """Return what `Chat.ask` does, or at once that the model rests."""
        if not self._may_try():
            return Failure.RESTING
        reply = super().ask(messages, until=until, progress=progress)
        self._learn(reply)
        return reply

    def _may_try(self) -> bool:
        with self._lock:
            if self._failures < MOST_FAILURES:
                return True
            if self._clock() < self._rests_until:
                return False
            self._rests_until = self._clock() + REST_SECONDS
            return True

    def _learn(self, reply: Reply | Failure) -> None:
        if reply is Failure.STOPPED:
            return
        with self._lock:
            self._failures = self._failures + 1 if reply in AWAY else 0
            self._rests_until = self._clock() + REST_SECONDS
