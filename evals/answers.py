"""Ask the questions of cases, one by one, and keep every answer as soon as it is there."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.answer import Answer
from evals.cases import Case

Progress = Callable[[int, int], None]


class Answering(Protocol):
    """Answers questions."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """Answer one question in its conversation."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer to a case."""

    case: str
    repeat: int
    """From 1."""
    question: str
    """As it was asked, which may no longer be as the case has it."""
    history: tuple[str, ...]
    answer: Answer


def generate(
    cases: Sequence[Case],
    assistant: Answering,
    *,
    repeat: int = 1,
    done: Collection[tuple[str, int]] = (),
    progress: Progress = lambda done, total: None,
) -> Iterator[Given]:
    """Answer every case so many times, but for the (case, repeat) that are done; all cases once, then all again."""
    total = len(cases) * repeat
    for number in range(repeat):
        for place, case in enumerate(cases, 1):
            if (case.id, number + 1) not in done:
                yield _asked(case, number + 1, assistant)
            progress(number * len(cases) + place, total)


def _asked(case: Case, repeat: int, assistant: Answering) -> Given:
    answer = assistant.ask(case.question, case.history)
    return Given(case=case.id, repeat=repeat, question=case.question, history=case.history, answer=answer)
