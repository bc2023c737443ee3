"""What was asked and answered, kept so that an answer can be defended later: one SQLite file, on this machine only."""

import hashlib
import json
import os
import secrets
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant.answer import Answer
from index.errors import LibraryError

FILE = "records.sqlite"
VERSION = 1
SCHEMA = """
CREATE TABLE IF NOT EXISTS records (
    id TEXT PRIMARY KEY CHECK (length(id) < 40),
    asked TEXT NOT NULL,
    generation TEXT NOT NULL,
    history TEXT NOT NULL,
    question TEXT NOT NULL,
    outcome TEXT NOT NULL,
    answer TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS provisions (
    record TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    provision TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    text TEXT NOT NULL,
    PRIMARY KEY (record, provision)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS records_by_time ON records (asked);
"""
SECURE = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA busy_timeout = 5000;
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA secure_delete = ON;
PRAGMA cell_size_check = ON;
"""
_answer = TypeAdapter(Answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One question with its answer."""

    id: str
    asked: datetime
    """In UTC."""
    generation: str
    """Of the library that answered."""
    history: tuple[str, ...]
    """The earlier questions, oldest first."""
    answer: Answer
    provisions: dict[str, str]
    """SHA-256 of the text of each provision that was shown, by document#address."""


class Records:
    """The records of one library. Safe to use from many threads, and from several processes at once."""

    def __init__(self, folder: Path, *, days: int) -> None:
        """Open or make the file in a private folder, and drop what is older than so many days.

        Raises:
            LibraryError: it cannot be written, is damaged, or a newer program made it.
        """
        self._path = folder / FILE
        self._lock = threading.Lock()
        self._days = days
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
            # It may have been there before; what SQLite puts beside it takes its mode.
            self._path.chmod(0o600)
            self._connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
            self._connection.executescript(SECURE)
            self._check_version()
            self._connection.executescript(SCHEMA)
            self.prune(days)
            self._pruned = datetime.now(UTC).date()
        except (OSError, sqlite3.Error) as error:
            raise LibraryError(f"问答记录无法写入：{self._path}（{error}）；请检查权限和磁盘空间") from error

    def _check_version(self) -> None:
        (found,) = self._connection.execute("PRAGMA user_version").fetchone()
        if found > VERSION:
            raise LibraryError(f"问答记录 {self._path} 由更新的版本建立；请升级程序，或把它移到别处")
        self._connection.execute(f"PRAGMA user_version = {VERSION}")

    def add(self, answer: Answer, history: Sequence[str], generation: str) -> str:
        """Keep an answer; return its id, which sorts by day. The first of a day drops what has become too old.

        Raises:
            OSError: it cannot be written.
        """
        now = datetime.now(UTC)
        id = f"{now:%Y%m%d}-{secrets.token_hex(4)}"
        values = (id, now.isoformat(timespec="seconds"), generation, *_fields(answer, history))
        shown = {f"{one.document_id}#{one.address}": one.text for one in (*answer.citations, *answer.nearest)}
        provisions = [(id, name, hashlib.sha256(text.encode()).hexdigest(), text) for name, text in shown.items()]
        with self._lock:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.execute("INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?)", values)
                self._connection.executemany("INSERT INTO provisions VALUES (?, ?, ?, ?)", provisions)
                dropped = self._drop(self._days) if now.date() != self._pruned else 0
                self._connection.execute("COMMIT")
                self._pruned = now.date()
            except sqlite3.Error as error:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise OSError(str(error)) from error
            if dropped:
                with suppress(sqlite3.Error):  # the answer is kept; the log is emptied another time
                    self._forget()
        return id

    def get(self, id: str) -> Record | None:
        """Return one record; None where there is none of that id.

        Raises:
            LibraryError: it is damaged.
        """
        rows = self._rows("SELECT id, asked, generation, history, answer FROM records WHERE id = ?", id)
        hashes = self._rows("SELECT provision, sha256 FROM provisions WHERE record = ?", id)
        return self._record(rows[0], {name: sha256 for name, sha256 in hashes}) if rows else None

    def latest(self, count: int) -> list[Record]:
        """Return the latest records, newest first, without the hashes of their provisions."""
        query = "SELECT id, asked, generation, history, answer FROM records ORDER BY asked DESC, rowid DESC LIMIT ?"
        return [self._record(row, {}) for row in self._rows(query, count)]

    def delete(self, id: str) -> bool:
        """Delete a record for good; False where there is none of that id.

        Raises:
            LibraryError: it cannot be written.
        """
        with self._lock, self._told():
            is_gone = self._connection.execute("DELETE FROM records WHERE id = ?", (id,)).rowcount > 0
            self._forget()
            return is_gone

    def prune(self, days: int) -> int:
        """Delete what is older than so many days, 0 to 36,500; return how many records that were.

        Raises:
            LibraryError: it cannot be written.
        """
        with self._lock, self._told():
            dropped = self._drop(days)
            if dropped:
                self._forget()
            return dropped

    def _drop(self, days: int) -> int:
        oldest = datetime.now(UTC) - timedelta(days=days)
        return self._connection.execute("DELETE FROM records WHERE asked < ?", (oldest.isoformat(),)).rowcount

    def _forget(self) -> None:
        """Empty the log of changes too: as long as another process has the file open, it keeps what was deleted."""
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise LibraryError(f"问答记录无法读写：{self._path}（{error}）；请检查权限和磁盘空间") from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _rows(self, query: str, value: str | int) -> list[tuple[str, ...]]:
        with self._lock, self._told(), closing(self._connection.execute(query, (value,))) as found:
            return found.fetchall()

    def _record(self, row: tuple[str, ...], provisions: dict[str, str]) -> Record:
        id, asked, generation, history, answer = row
        try:
            return Record(
                id=id,
                asked=datetime.fromisoformat(asked),
                generation=generation,
                history=tuple(json.loads(history)),
                answer=_answer.validate_json(answer),
                provisions=provisions,
            )
        except (ValueError, ValidationError) as error:
            raise LibraryError(f"问答记录 {id} 已损坏（{self._path}）；可用 disclosure records delete 删除") from error


def _fields(answer: Answer, history: Sequence[str]) -> tuple[str, ...]:
    told = json.dumps(list(history), ensure_ascii=False)
    return told, answer.question, answer.status.value, _answer.dump_json(answer).decode()
