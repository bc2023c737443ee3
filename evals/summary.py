"""Add up the scores of a run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, median, quantiles

from evals.intervals import Interval, wilson
from evals.score import Score
from evals.scoring import Scored


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Means over the answers that were scored and ask for a thing; None where none does."""

    cases: int
    """Of which an answer was scored."""
    answers: int
    """That were scored: more than cases where each is asked several times."""
    unscored: int
    """Answers that could not be."""
    passed: float | None
    interval: Interval | None
    """95 % around `passed`, were the cases a sample of all that might be asked; asking one again makes it no surer."""
    outcome: float | None
    facts: float | None
    cited: float | None
    precision: float | None
    clean: float | None
    verbatim: float | None
    supported: float | None
    """Share of answers all of whose figures stand in what they cite."""
    length: float | None
    """Median of the characters of an answer."""
    median_ms: float | None
    p95_ms: float | None


def scores_of(scored: Iterable[Scored]) -> list[Score]:
    """Leave out what could not be scored."""
    return [one for one in scored if isinstance(one, Score)]


def summarise(scored: Sequence[Scored]) -> Summary:
    """Average the scores; what a case does not ask for is left out of its mean."""
    scores = scores_of(scored)
    times = [one.milliseconds for one in scores]
    passed, cases = _mean([one.passed for one in scores]), len({one.case for one in scores})
    return Summary(
        cases=cases,
        answers=len(scores),
        unscored=len(scored) - len(scores),
        passed=passed,
        interval=None if passed is None else wilson(round(passed * cases), cases),
        outcome=_mean([one.outcome for one in scores]),
        facts=_mean([one.facts for one in scores]),
        cited=_mean([one.cited for one in scores]),
        precision=_mean([one.precision for one in scores]),
        clean=_mean([one.clean for one in scores]),
        verbatim=_mean([one.verbatim for one in scores]),
        supported=_mean([None if one.unsupported is None else not one.unsupported for one in scores]),
        length=median([one.length for one in scores]) if scores else None,
        median_ms=median(times) if times else None,
        p95_ms=quantiles(times, n=20)[-1] if len(times) > 1 else next(iter(times), None),
    )


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
