"""Add lines to a private file that several processes may write, whole or not at all."""

import os
from pathlib import Path

from filelock import FileLock


def append(path: Path, lines: bytes) -> None:
    """Add lines that end as lines do; file and folder are made for this user alone where they are missing.

    Raises:
        OSError: they cannot be written; what was there before stays whole.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (
        FileLock(path.with_suffix(".lock")),
        os.fdopen(os.open(path, os.O_CREAT | os.O_APPEND | os.O_RDWR, 0o600), "ab", buffering=0) as file,
    ):
        before = os.fstat(file.fileno()).st_size
        try:
            rest = memoryview(lines)
            while rest:
                rest = rest[file.write(rest) :]
            os.fsync(file.fileno())
        except OSError:
            file.truncate(before)
            raise
