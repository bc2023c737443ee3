"""Make a case of what an officer said of an answer, in the name of a person."""

import os
from pathlib import Path

from assistant.feedback import read
from evals.candidates import Vouched, add_case, candidates, propose
from evals.cases import OPEN, Case, read_cases, shipped_cases
from index.errors import UsageError


def case_of(library: Path, opinion: str, vouched: Vouched, target: Path) -> Case:
    """Return the case that an opinion would become, under an id that is free in the program's cases and in `target`.

    Raises:
        UsageError: there is no such opinion, it is a case already, nobody vouches for it, or what is said is no case.
        LibraryError: the opinions cannot be read.
    """
    if not vouched.by.strip():
        raise UsageError("请署名：由谁确认（--by）")
    files = shipped_cases(kept=True)
    is_known_or_new = not target.exists() or target.resolve() in [file.resolve() for file in files]
    cases = read_cases(files if is_known_or_new else [*files, target])
    found = {one.id: one for one in candidates(read(library), cases)}
    if opinion not in found:
        raise UsageError(f"没有编号为 {opinion} 的意见，或它已成为用例；编号可用 disclosure eval candidates 查看")
    return propose(found[opinion], cases, vouched)


def promote(library: Path, opinion: str, vouched: Vouched, target: Path) -> Case:
    """Write the case that an opinion becomes at the end of a file; see `case_of`.

    Raises:
        UserError: as `case_of`, or the file cannot be written; it stays as it was.
    """
    case = case_of(library, opinion, vouched, target)
    add_case(target, case)
    return case


def open_cases() -> Path:
    """Return the file that new cases go into where no other is named."""
    return next(file for file in shipped_cases() if file.stem == OPEN)


def is_writable(path: Path) -> bool:
    """Whether a file and its folder can be written, which they often cannot where the program is installed."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
