"""The outcome of every case at the last accepted state of the program, kept in the repository.

One file for digests, one for the issuers' own words: the same question may be answered rightly from one of them only.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from pydantic import TypeAdapter

from evals.compare import CaseResult
from evals.lines import read_lines, write_lines
from evals.origin import Texts
from index.errors import UsageError

FILE, OFFICIAL_FILE = "baseline.jsonl", "baseline-official.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One case: nothing of the answer but how it ended."""

    id: str
    passed: bool
    outcome: str


_line = TypeAdapter(Line)


def shipped_baseline(texts: Texts | None = None) -> Path:
    """Return the baseline of this distribution that a run is held against; but for official texts that of digests."""
    return Path(str(resources.files("evals").joinpath(OFFICIAL_FILE if texts is Texts.OFFICIAL else FILE)))


def own_baseline(texts: Texts | None) -> Path:
    """Return the baseline that a run may become.

    Raises:
        UsageError: it is not of one kind of texts.
    """
    if texts is None or texts is Texts.MIXED:
        raise UsageError(
            "这次运行的文件不全是要旨、也不全是原文，不能定为基线；请只用其中一种重新运行，或用 --file 另存"
        )
    return shipped_baseline(texts)


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
