"""Keep a record of every answer that is given."""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from assistant.answer import Answer, Outcome
from assistant.chain import Assistant, OnProgress
from assistant.question import Filter
from assistant.records import Records
from index.errors import LibraryError


class RecordedAssistant:
    """Answers as the assistant does, and keeps each answer.

    One that cannot be kept is given all the same, and says so.
    """

    def __init__(self, assistant: Assistant, opens: Callable[[], Records]) -> None:
        """Take an open assistant and what opens the records of its library, tried again until it succeeds."""
        self._assistant = assistant
        self._opens = opens
        self._opened: Records | None = None
        self._lock = threading.Lock()
        with suppress(LibraryError):  # told with each answer
            self._records()

    def ask(
        self,
        question: str,
        history: Sequence[str] = (),
        *,
        within: Filter | None = None,
        on_progress: OnProgress | None = None,
    ) -> Answer:
        """Answer a question, read in the light of the earlier questions, oldest first."""
        answer = self._assistant.ask(question, history, within=within, on_progress=on_progress)
        if answer.status is Outcome.ERROR:
            # Nothing was answered; of a question that is too long not even its beginning is kept.
            return answer
        try:
            id = self._records().add(answer, self._assistant.read(history), self._assistant.generation)
            return replace(answer, record=id)
        except LibraryError as error:
            return _unrecorded(answer, str(error))
        except OSError as error:
            return _unrecorded(answer, f"问答记录无法写入：{error}")

    def preview(self, question: str, history: Sequence[str] = (), *, within: Filter | None = None) -> Answer:
        """Answer without a language model; nobody is told it, so nothing is kept."""
        return self._assistant.preview(question, history, within=within)

    def _records(self) -> Records:
        """Return the records, opened.

        Raises:
            LibraryError: they cannot be opened now.
        """
        with self._lock:
            self._opened = self._opened or self._opens()
            return self._opened


def _unrecorded(answer: Answer, reason: str) -> Answer:
    return replace(answer, notices=(*answer.notices, f"这次问答没有留下记录（{reason}）。"))
