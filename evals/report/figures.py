"""The figures of a report: groups, confusion of outcomes, risk and coverage, and how runs went on."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from evals.compare import ANSWERED
from evals.report.rows import Row
from evals.run_folder import RunFolder
from evals.summary import Summary

NO_DOCUMENT = ""


class Group(NamedTuple):
    """Some of the answers, by name."""

    name: str
    right: int
    scored: int
    cases: int
    """Fewer than `scored` where each is asked several times."""


class Point(NamedTuple):
    """Of the answers the program is surest of: their share of all it gave, and the share of them that is wrong."""

    coverage: float
    risk: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """How often each outcome was given where another was the best one."""

    expected: tuple[str, ...]
    given: tuple[str, ...]
    counts: dict[tuple[str, str], int]
    accepted: frozenset[tuple[str, str]]
    """Pairs that some case accepts."""


def groups(rows: Iterable[Row], names: Callable[[Row], Iterable[str]]) -> list[Group]:
    """Count the scored answers of each name; an answer may have several."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row.passed is not None:
            for name in names(row):
                found.setdefault(name, []).append(row)
    return [_group(name, members) for name, members in found.items()]


def _group(name: str, members: Sequence[Row]) -> Group:
    right = sum(bool(row.passed) for row in members)
    return Group(name, right, len(members), len({row.case.id for row in members}))


def by_kind(rows: Iterable[Row]) -> list[Group]:
    """Group by kind of case, the weakest first."""
    return sorted(
        groups(rows, lambda row: (row.case.kind,)), key=lambda group: (group.right / group.scored, group.name)
    )


def by_document(rows: Iterable[Row]) -> list[Group]:
    """Group by expected document; NO_DOCUMENT holds cases that expect none."""
    return sorted(groups(rows, lambda row: row.documents or (NO_DOCUMENT,)))


def confusion(rows: Iterable[Row]) -> Confusion:
    """Count outcomes."""
    scored = [row for row in rows if row.passed is not None]
    pairs = [(row.case.outcome[0], row.answer.status.value) for row in scored]
    return Confusion(
        expected=tuple(sorted({pair[0] for pair in pairs})),
        given=tuple(sorted({pair[1] for pair in pairs})),
        counts=Counter(pairs),
        accepted=frozenset(
            pair for row, pair in zip(scored, pairs, strict=True) if row.answer.status.value in row.case.outcome
        ),
    )


def risk_coverage(rows: Iterable[Row]) -> list[Point]:
    """Return the curve over the answers that rest on a search, by the score of the best provision they cite."""
    sure = sorted(
        ((max(cited), not row.passed) for row in rows if row.passed is not None and (cited := _cited_scores(row))),
        reverse=True,
    )
    points, wrong = [], 0
    for number, (score, is_wrong) in enumerate(sure, 1):
        wrong += is_wrong
        if number == len(sure) or sure[number][0] < score:  # equals stand or fall together
            points.append(Point(number / len(sure), wrong / number))
    return points


def _cited_scores(row: Row) -> list[float]:
    if row.answer.status.value not in ANSWERED:
        return []
    return [found.score for found in row.answer.retrieved if found.cited]


def trend(runs: Iterable[RunFolder], cases: str) -> list[tuple[str, Summary]]:
    """Return the summaries of all runs over the same cases that can be read, oldest first, by name."""
    same = [run for run in runs if run.damage() is None and run.settings().cases == cases]
    return [(run.name, summary) for run in same if (summary := run.summary()) is not None and summary.cases]
