"""Keep a record of every answer that is given."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer, Outcome
from assistant.chain import Assistant, OnProgress
from assistant.question import Filter
from assistant.records import Records


class RecordedAssistant:
    """Answers as the assistant does, and keeps each answer.

    One that cannot be kept is given all the same, and says so.
    """

    def __init__(self, assistant: Assistant, records: Records | str) -> None:
        """Take an open assistant and the records of its library, or why they cannot be opened."""
        self._assistant = assistant
        self._records = records

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
        if isinstance(self._records, str):
            return _unrecorded(answer, self._records)
        try:
            return replace(
                answer, record=self._records.add(answer, self._assistant.read(history), self._assistant.generation)
            )
        except OSError as error:
            return _unrecorded(answer, f"问答记录无法写入：{error}")

    def preview(self, question: str, history: Sequence[str] = (), *, within: Filter | None = None) -> Answer:
        """Answer without a language model; nobody is told it, so nothing is kept."""
        return self._assistant.preview(question, history, within=within)


def _unrecorded(answer: Answer, reason: str) -> Answer:
    return replace(answer, notices=(*answer.notices, f"这次问答没有留下记录（{reason}）。"))
