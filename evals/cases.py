"""Cases: questions with the outcome, provisions and facts that a right answer has."""

from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from index.errors import UsageError

OPEN = "open"
"""Stem of the file of cases to work on."""
KEPT = "kept"
"""Stem of the file of cases that nobody looks at while the program is changed."""
FRESH = "fresh"
"""Stem of the file of cases that no bar and no baseline speaks of yet; run them by naming the file."""
ELSEWHERE = "elsewhere"
"""Stem of the file of cases over documents that are not shipped; run them over those by naming the file."""
REFUSALS = "refusals"
"""Stem of the file of questions to refuse, and odd ones to answer; asked by name, outside bars and baseline."""
Kind = Literal[
    "fact", "who", "when", "who_when", "how_fine", "list", "body_duties", "comparison", "follow_up", "structure",
    "address", "catalogue", "colloquial", "typo", "traditional", "definition", "whether", "procedure", "unanswerable",
]  # fmt: skip
Expected = Literal["answered", "partial", "clarify", "not_in_library", "out_of_scope", "refused"]


class Case(BaseModel):
    """One question and what is expected of its answer."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: Kind
    question: str
    history: tuple[str, ...] = ()
    must_cite: tuple[tuple[str, ...], ...] = ()
    """All outer ones are required; of the inner ones (document#address) any will do, and so will what lies below it."""
    must_contain: tuple[tuple[str, ...], ...] = ()
    """All outer facts are required; of the inner wordings any will do."""
    must_not_say: tuple[str, ...] = ()
    outcome: tuple[Expected, ...] = ("answered",)
    author: str
    reviewed: str | None = None
    note: str | None = None


def shipped_cases(*, kept: bool = False) -> list[Path]:
    """Return the files of cases that every evaluation asks, by name; those kept aside only where asked for.

    What is fresh, and what is asked by name alone, is never among them.
    """
    folder = Path(str(resources.files("evals").joinpath("cases")))
    aside = {FRESH, ELSEWHERE, REFUSALS} | (set() if kept else {KEPT})
    return sorted(file for file in folder.glob("*.jsonl") if file.stem not in aside)


def read_cases(files: Sequence[Path]) -> list[Case]:
    """Read cases in the order of the files.

    Raises:
        UsageError: a file cannot be read, a line is not a case, or two cases have one id; the message names
            file and line.
    """
    cases: dict[str, Case] = {}
    for file in files:
        for number, line in enumerate(_lines(file), 1):
            if not line.strip():
                continue
            case = _case(line, f"{file.name}:{number}")
            if case.id in cases:
                raise UsageError(f"{file.name}:{number} 用例编号 {case.id} 重复")
            cases[case.id] = case
    return list(cases.values())


def _lines(file: Path) -> list[str]:
    try:
        # Not splitlines(): JSON may hold U+2028 and other line ends of Unicode.
        return file.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"读不出用例文件 {file}：{error}") from error


def _case(line: str, place: str) -> Case:
    try:
        return Case.model_validate_json(line)
    except ValidationError as error:
        wrong = error.errors()[0]
        name = ".".join(str(part) for part in wrong["loc"])
        raise UsageError(f"{place} 不是有效的用例：{name} {wrong['msg']}") from error
