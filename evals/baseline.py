"""The outcome of every case at the last accepted state of the program, kept in the repository."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from pydantic import TypeAdapter

from evals.compare import CaseResult
from evals.lines import read_lines, write_lines

FILE = "baseline.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One case: nothing of the answer but how it ended."""

    id: str
    passed: bool
    outcome: str


_line = TypeAdapter(Line)


def shipped_baseline() -> Path:
    """Return the baseline that belongs to this distribution."""
    return Path(str(resources.files("evals").joinpath(FILE)))


def read_baseline(path: Path) -> dict[str, CaseResult]:
    """Read a baseline.

    Raises:
        UsageError: it cannot be read; file and line are named.
    """
    return {
        one.id: CaseResult(case=one.id, passed=float(one.passed), outcomes=(one.outcome,))
        for one in read_lines(path, _line)
    }


def write_baseline(path: Path, results: Iterable[CaseResult]) -> None:
    """Write a baseline; a case counts as passed where every repeat did.

    Raises:
        WriteError: it cannot be written; the one before still is there.
    """
    lines = [Line(id=one.case, passed=one.passed == 1, outcome=one.outcomes[0]) for one in results]
    write_lines(path, sorted(lines, key=lambda line: line.id), _line)
