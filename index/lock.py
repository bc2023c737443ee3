"""Who may touch which files: one writer a library, and private folders that do not outlive their process."""

import os
import shutil
import stat
import tempfile
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import LibraryError

PREFIX = "disclosure-"
IN_USE = "in-use.lock"
STALE_SECONDS = 3600
"""A folder this old without a holder was left by a process that was killed."""


@contextmanager
def writing(library: Path) -> Iterator[None]:
    """Hold the library's writer lock; the kernel frees it when the process ends, however it ends.

    Raises:
        LibraryError: another process is writing.
    """
    try:
        library.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(library / "write.lock", timeout=0, mode=0o600)
        lock.acquire()
    except Timeout as error:
        raise LibraryError(f"资料库正在被另一个进程写入：{library}；请等它结束后再试") from error
    except OSError as error:
        raise LibraryError(
            f"资料库文件夹无法写入：{library}（{error.strerror}）；请检查权限或改用 --library"
        ) from error
    try:
        yield
    finally:
        lock.release()


class PrivateFolder:
    """A temporary folder that no other process opens; removed when closed, at exit, or by a later one after a kill."""

    def __init__(self) -> None:
        """Make the folder.

        Raises:
            OSError: the system's temporary folder cannot be written.
        """
        _remove_stale()
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        lock = FileLock(self.path / IN_USE, timeout=0)
        lock.acquire()
        self.close = weakref.finalize(self, _let_go, self.path, lock)


def _let_go(folder: Path, lock: FileLock) -> None:
    lock.release()
    shutil.rmtree(folder, ignore_errors=True)


def _remove_stale() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        try:
            if _is_stale(folder.lstat()):
                with FileLock(folder / IN_USE, timeout=0):
                    shutil.rmtree(folder, ignore_errors=True)
        except (Timeout, OSError):
            continue  # in use, or gone already


def _is_stale(found: os.stat_result) -> bool:
    """Whether it is a folder of this user, old enough; in a shared temporary place others may lay traps."""
    is_own = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return stat.S_ISDIR(found.st_mode) and is_own and found.st_mtime < time.time() - STALE_SECONDS
