"""What is answered though it should not be, and refused though it should be answered, by groups and halves of cases."""

import hashlib
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from evals.cases import REFUSALS, Case, Expected

UNANSWERABLE = "unanswerable"
TURNED_AWAY: tuple[Expected, ...] = ("not_in_library", "out_of_scope", "refused")


class Share(NamedTuple):
    """Cases of a group that went wrong, of all."""

    wrong: int
    cases: int

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.wrong / self.cases if self.cases else 0.0


def refusals_file() -> Path:
    """Return the file of these cases that belongs to this distribution."""
    return Path(str(resources.files("evals").joinpath("cases", f"{REFUSALS}.jsonl")))


def is_worked_on(case_id: str) -> bool:
    """Whether a case is of the half by which rules and thresholds may be chosen; the other half is for measuring."""
    return hashlib.sha256(case_id.encode()).digest()[-1] % 2 == 0


def went_wrong(case: Case, status: str) -> bool:
    """Whether an answer was given where none may be, or none at all where one is expected; asking back is neither."""
    if case.kind == UNANSWERABLE:
        return status in ("answered", "partial") and status not in case.outcome
    return status in TURNED_AWAY


def shares(cases: Iterable[Case], statuses: Mapping[str, str]) -> dict[str, Share]:
    """Count what went wrong by group, which is the case's id without its number, and over all by its first word."""
    found: dict[str, Share] = {}
    for case in cases:
        group = case.id.rpartition("-")[0]
        for name in (group, group.partition("-")[0]):
            before = found.get(name, Share(0, 0))
            found[name] = Share(before.wrong + went_wrong(case, statuses[case.id]), before.cases + 1)
    return found
