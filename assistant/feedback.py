"""What officers think of answers, kept beside the library on this machine, one JSON object a line."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assistant.appending import append
from index.errors import LibraryError, UsageError

PLACE = Path("feedback") / "feedback.jsonl"
LONGEST_COMMENT = 2000
"""Characters."""


class Kind(StrEnum):
    """What somebody thinks of an answer."""

    HELPFUL = "helpful"
    WRONG = "wrong"
    MISSING = "missing"
    WRONG_CITATION = "wrong_citation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """One opinion on one answer."""

    kind: Kind
    comment: str
    """At most LONGEST_COMMENT characters; may be empty."""
    answer: dict[str, Any]
    """As `Answer.to_json` gives it."""
    when: datetime
    """With its time zone."""
    history: tuple[str, ...] = ()
    """The earlier questions, oldest first."""

    def __post_init__(self) -> None:
        """Refuse a comment that is too long.

        Raises:
            UsageError: it is.
        """
        if len(self.comment) > LONGEST_COMMENT:
            raise UsageError(f"意见有{len(self.comment)}字，最多{LONGEST_COMMENT}字；请写短一些")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    id: str
    feedback: Feedback


_line = TypeAdapter(_Line)


def save(library: Path, feedback: Feedback) -> str:
    """Keep an opinion in a library's folder and return its id, which sorts by day; safe from many processes at once.

    Raises:
        LibraryError: it cannot be written; what was kept before stays whole.
    """
    id = f"{feedback.when:%Y%m%d}-{secrets.token_hex(4)}"
    path = library / PLACE
    try:
        append(path, _line.dump_json(_Line(id=id, feedback=feedback)) + b"\n")
    except OSError as error:
        raise LibraryError(f"意见无法写入：{path}（{error.strerror}）；请检查权限和磁盘空间") from error
    return id


def read(library: Path) -> dict[str, Feedback]:
    """Return the opinions kept in a library's folder by id, oldest first; none where none was ever given.

    Raises:
        LibraryError: the file cannot be read, or a line of it is damaged.
    """
    path = library / PLACE
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise LibraryError(f"意见无法读取：{path}（{error.strerror}）；请检查权限") from error
    found = (_parsed(line, path, number) for number, line in enumerate(lines, 1) if line.strip())
    return {one.id: one.feedback for one in found}


def _parsed(line: bytes, path: Path, number: int) -> _Line:
    try:
        return _line.validate_json(line)
    except ValidationError as error:
        raise LibraryError(f"意见 {path}:{number} 已损坏；删去这一行后即可读取其余各行") from error
