"""Files of one JSON object a line: read with the place of what is wrong, written whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from index.errors import UsageError, UserError

T = TypeVar("T")


class WriteError(UserError):
    """A file cannot be written."""


def read_lines(path: Path, kind: TypeAdapter[T]) -> list[T]:
    """Read every line; blank ones do not count.

    Raises:
        UsageError: the file cannot be read, or a line is not what it should be; file and line are named.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise UsageError(f"读不出 {path}（{error.strerror}）") from error
    return [parsed(line, kind, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def parsed(line: bytes, kind: TypeAdapter[T], place: str) -> T:
    """Read one object.

    Raises:
        UsageError: it is not what it should be.
    """
    try:
        return kind.validate_json(line)
    except ValidationError as error:
        wrong = error.errors()[0]
        raise UsageError(f"{place} 无效：{'.'.join(map(str, wrong['loc']))} {wrong['msg']}") from error


def mend(path: Path) -> bool:
    """Cut off a last line that was never finished, as a kill leaves it; return whether there is a file at all."""
    if not path.exists():
        return False
    content = path.read_bytes()
    whole = content.rfind(b"\n") + 1
    if whole < len(content):
        os.truncate(path, whole)
    return True


def write_lines(path: Path, values: Iterable[T], kind: TypeAdapter[T]) -> None:
    """Write one line a value; see `write_whole`."""
    write_whole(path, b"".join(kind.dump_json(value) + b"\n" for value in values))


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file, at once and only when all of it could be written.

    Raises:
        WriteError: it could not; what was there before still is.
    """
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise WriteError(f"{path} 无法写入（{error.strerror}）；请检查权限和磁盘空间") from error
