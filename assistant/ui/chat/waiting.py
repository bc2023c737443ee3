"""Make an answer in a thread of its own, so that the page can tell how far it is, and stop waiting."""

import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as StillWaitingError

from assistant.answer import Answer, Outcome
from assistant.ui.chat.session import Turn
from assistant.ui.ports import Answering
from assistant.ui.texts import Texts

AT_ONCE_SECONDS = 0.2
"""What is there by then is shown at once: a page that says for a moment that it searches only flickers."""
TICK_SECONDS = 0.5
PATIENCE_SECONDS = 3.0
"""From the wish to stop until nobody waits any more; what a model would have worded is quoted much sooner."""


class Waiting:
    """An answer in the making."""

    def __init__(self, turn: Turn, history: Sequence[str], answering: Answering) -> None:
        """Begin to make it."""
        self.stopping = threading.Event()
        self.question = turn.question
        self._within = turn.within
        self._started = time.monotonic()
        self._stopped: float | None = None
        self._characters = 0
        self._made: Future[Answer] = Future()
        threading.Thread(target=self._make, args=(answering, tuple(history)), daemon=True).start()

    def answer(self, seconds: float) -> Answer | None:
        """Return the answer if it is there within some time; whatever kept it from being made is raised."""
        try:
            return self._made.result(seconds)
        except StillWaitingError:
            return None

    def is_given_up(self) -> bool:
        """Whether somebody wished to stop, and nothing came of it."""
        if not self.stopping.is_set():
            return False
        self._stopped = self._stopped or time.monotonic()
        return time.monotonic() - self._stopped > PATIENCE_SECONDS

    def told(self, texts: Texts) -> str:
        """Say how far it is."""
        if self.stopping.is_set():
            return texts["chat.progress.stopping"]
        if not self._characters:
            return texts["chat.progress.step"]
        seconds = round(time.monotonic() - self._started)
        return texts["chat.progress.wording"].format(characters=self._characters, seconds=seconds)

    def given_up(self, texts: Texts) -> Answer:
        """Return what is shown of an answer that nobody waited for."""
        return Answer(question=self.question, status=Outcome.ERROR, text=texts["chat.progress.stopped"])

    def _make(self, answering: Answering, history: tuple[str, ...]) -> None:
        try:
            self._made.set_result(
                answering.ask(self.question, history, within=self._within, on_progress=self._progress)
            )
        except Exception as fault:  # noqa: BLE001 - raised again where the answer is awaited
            self._made.set_exception(fault)

    def _progress(self, step: str, characters: int) -> bool:
        self._characters = characters
        return self.stopping.is_set()
