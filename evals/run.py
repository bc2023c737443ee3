"""Ask all questions of the cases and add up the scores."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean, median, quantiles
from typing import Protocol

from assistant.answer import Answer
from evals.cases import Case
from evals.score import Score, score


class Answering(Protocol):
    """Answers questions."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """Answer one question in its conversation."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One case with its answer and its score."""

    case: Case
    answer: Answer
    score: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Means over the cases that ask for a thing; None where none does."""

    cases: int
    passed: float
    outcome: float
    facts: float | None
    cited: float | None
    precision: float | None
    verbatim: float
    median_ms: float
    p95_ms: float


def run(cases: Sequence[Case], assistant: Answering, progress: Callable[[int, int], None]) -> list[Result]:
    """Answer and score every case, in order."""
    results = []
    for done, case in enumerate(cases, 1):
        answer = assistant.ask(case.question, case.history)
        results.append(Result(case=case, answer=answer, score=score(case, answer)))
        progress(done, len(cases))
    return results


def summarise(results: Sequence[Result]) -> Summary:
    """Average the scores; what a case does not ask for is left out of its mean."""
    scores = [result.score for result in results]
    times = [result.answer.timings_ms.get("total", 0.0) for result in results]
    return Summary(
        cases=len(scores),
        passed=fmean(one.passed for one in scores),
        outcome=fmean(one.outcome for one in scores),
        facts=_mean([one.facts for one in scores]),
        cited=_mean([one.cited for one in scores]),
        precision=_mean([one.precision for one in scores]),
        verbatim=fmean(one.verbatim for one in scores),
        median_ms=median(times),
        p95_ms=quantiles(times, n=20)[-1] if len(times) > 1 else times[0],
    )


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
