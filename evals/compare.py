"""What changed from one run to another, case by case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from evals.intervals import Difference, difference
from evals.score import Score
from evals.scoring import Scored
from evals.summary import scores_of

ANSWERED = ("answered", "partial")


class Change(StrEnum):
    """What became of a case; several may be true of one."""

    FIXED = "fixed"
    BROKEN = "broken"
    FLAKY = "flaky"
    NEWLY_REFUSED = "newly_refused"
    NEWLY_ANSWERED = "newly_answered"
    STALE = "stale"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """One case over all repeats of a run."""

    case: str
    passed: float
    """Share of the repeats, 0 to 1."""
    outcomes: tuple[str, ...]
    """That were given, each once, the commonest first."""

    @property
    def is_flaky(self) -> bool:
        """Whether repeats disagree."""
        return 0 < self.passed < 1 or len(self.outcomes) > 1

    @property
    def answered(self) -> bool:
        """Whether it was mostly answered."""
        return self.outcomes[0] in ANSWERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed, over the cases that both runs have scored."""

    changes: dict[Change, list[str]]
    """Ids of cases."""
    compared: int
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    difference: Difference | None
    """In the share that passed; None where nothing can be compared."""


def results(scored: Iterable[Scored]) -> dict[str, CaseResult]:
    """Gather the repeats of each case; what was never scored is left out."""
    by_case: dict[str, list[Score]] = {}
    for one in scores_of(scored):
        by_case.setdefault(one.case, []).append(one)
    return {case: _gathered(case, scores) for case, scores in by_case.items()}


def _gathered(case: str, scores: Sequence[Score]) -> CaseResult:
    given = [one.status for one in scores]
    outcomes = sorted(set(given), key=lambda status: (-given.count(status), status))
    return CaseResult(case=case, passed=fmean(one.passed for one in scores), outcomes=tuple(outcomes))


def compare(before: Mapping[str, CaseResult], after: Mapping[str, CaseResult], stale: Iterable[str] = ()) -> Comparison:
    """Compare two runs; `stale` names cases whose provisions or question are not the same in both."""
    both = [case for case in after if case in before]
    found = {
        Change.FIXED: [case for case in both if before[case].passed == 0 and after[case].passed == 1],
        Change.BROKEN: [case for case in both if before[case].passed == 1 and after[case].passed < 1],
        Change.FLAKY: [case for case in both if before[case].is_flaky or after[case].is_flaky],
        Change.NEWLY_REFUSED: [case for case in both if before[case].answered and not after[case].answered],
        Change.NEWLY_ANSWERED: [case for case in both if not before[case].answered and after[case].answered],
        Change.STALE: sorted(stale),
    }
    shares = [[run[case].passed for case in both] for run in (before, after)]
    return Comparison(
        changes=found,
        compared=len(both),
        only_before=tuple(case for case in before if case not in after),
        only_after=tuple(case for case in after if case not in before),
        difference=difference(*shares) if both else None,
    )
