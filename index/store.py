"""Documents and provisions in SQLite: the source of truth of a generation, from which the rest can be rebuilt."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from index.corpus import Document, Provision
from index.errors import DocumentError, LibraryError
from index.passages import Passage

SCHEMA = """
CREATE TABLE documents (id TEXT PRIMARY KEY, record BLOB NOT NULL, text TEXT NOT NULL) STRICT;
CREATE TABLE provisions (
    document_id TEXT NOT NULL, position INTEGER NOT NULL, address TEXT NOT NULL, record BLOB NOT NULL,
    PRIMARY KEY (document_id, address)
) STRICT, WITHOUT ROWID;
CREATE TABLE actors (
    actor TEXT NOT NULL, document_id TEXT NOT NULL, position INTEGER NOT NULL, address TEXT NOT NULL,
    PRIMARY KEY (actor, document_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE passages (
    row INTEGER PRIMARY KEY, document_id TEXT NOT NULL, address TEXT NOT NULL, sha256 TEXT NOT NULL,
    UNIQUE (document_id, address)
) STRICT;
"""
BELONGING = ("passages", "actors", "provisions")
"""Tables whose rows go with their document."""
CACHED_DOCUMENTS = 64
CACHED_PROVISIONS = 4096
AT_ONCE = 500
"""Values in one statement."""


class Counts(NamedTuple):
    """How much a library holds."""

    documents: int
    provisions: int
    passages: int
    """Provisions that are searched."""


class PassageRow(NamedTuple):
    """Where the vector of a passage is."""

    provision_id: str
    row: int
    sha256: str
    """Of what was embedded."""


_document = TypeAdapter(Document)
_provision = TypeAdapter(Provision)


def write_store(path: Path, documents: Iterable[Document], searched: Sequence[Passage]) -> None:
    """Write all documents with their provisions into a new file; passage i is row i of the vectors.

    Raises:
        DocumentError: two documents have one id, or two provisions of a document one address.
        OSError: the file cannot be written.
    """
    with _transaction(path) as connection:
        connection.executescript(SCHEMA)
        _insert(connection, documents, searched, first_row=0)


def extend_store(
    path: Path, documents: Iterable[Document], searched: Sequence[Passage], *, removed: Collection[str], first_row: int
) -> None:
    """Take documents out of a file and put others in, whose passages have the vectors from `first_row` on.

    Raises:
        DocumentError: as `write_store`.
        OSError: the file cannot be written.
    """
    with _transaction(path) as connection:
        for name in removed:
            connection.execute("DELETE FROM documents WHERE id = ?", (name,))
            for table in BELONGING:
                connection.execute(f"DELETE FROM {table} WHERE document_id = ?", (name,))
        _insert(connection, documents, searched, first_row)


@contextmanager
def _transaction(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(path)) as connection, connection:
            yield connection
    except sqlite3.Error as error:
        raise OSError(str(error)) from error


def _insert(
    connection: sqlite3.Connection, documents: Iterable[Document], searched: Sequence[Passage], first_row: int
) -> None:
    for document in documents:
        _insert_document(connection, document)
    rows = (
        (row, p.document_id, p.provision_id.partition("#")[2], p.sha256) for row, p in enumerate(searched, first_row)
    )
    connection.executemany("INSERT INTO passages VALUES (?, ?, ?, ?)", rows)


def _insert_document(connection: sqlite3.Connection, document: Document) -> None:
    bare = _document.dump_json(replace(document, provisions=(), text=""))
    placed = list(enumerate(document.provisions))
    records = ((document.id, place, p.address, _provision.dump_json(p)) for place, p in placed)
    actors = {(d.actor, document.id, place, p.address) for place, p in placed for d in p.duties if d.actor}
    try:
        connection.execute("INSERT INTO documents VALUES (?, ?, ?)", (document.id, bare, document.text))
        connection.executemany("INSERT INTO provisions VALUES (?, ?, ?, ?)", records)
    except sqlite3.IntegrityError as error:
        raise DocumentError(f"{document.id}：编号或条款位置重复（{error}）；请检查文件头的 id 和各条编号") from error
    connection.executemany("INSERT INTO actors VALUES (?, ?, ?, ?)", sorted(actors))


class Store:
    """An open store; reading only, from any thread."""

    def __init__(self, path: Path) -> None:
        """Open a file that `write_store` wrote.

        Raises:
            LibraryError: it is missing or damaged.
        """
        self._path = path
        try:
            # Nobody writes to it any more, so no lock is needed and the folder may be read-only.
            address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            records = self._rows("SELECT record FROM documents ORDER BY id")
            self.documents = tuple(_document.validate_json(record) for (record,) in records)
            """All documents by id; texts and provisions left out."""
        except (sqlite3.Error, ValidationError) as error:
            raise self._damaged() from error
        self._by_id = {document.id: document for document in self.documents}
        self._provisions = lru_cache(maxsize=CACHED_DOCUMENTS)(self._read_provisions)
        self._provision = lru_cache(maxsize=CACHED_PROVISIONS)(self._read_provision)

    def document(self, document_id: str) -> Document | None:
        """Return a document without text and provisions; None if it is not held."""
        return self._by_id.get(document_id)

    def text(self, document_id: str) -> str:
        """Return the source text of a document that is held."""
        return str(self._rows("SELECT text FROM documents WHERE id = ?", document_id)[0][0])

    def provisions(self, document_id: str) -> tuple[Provision, ...]:
        """Return the provisions of a document in reading order; empty if it is not held."""
        return self._provisions(document_id)

    def _read_provisions(self, document_id: str) -> tuple[Provision, ...]:
        rows = self._rows("SELECT record FROM provisions WHERE document_id = ? ORDER BY position", document_id)
        return tuple(_provision.validate_json(record) for (record,) in rows)

    def provision(self, provision_id: str) -> Provision | None:
        """Return one provision by document id and address joined by #; None if it is not held."""
        return self._provision(provision_id)

    def _read_provision(self, provision_id: str) -> Provision | None:
        document_id, _, address = provision_id.partition("#")
        rows = self._rows("SELECT record FROM provisions WHERE document_id = ? AND address = ?", document_id, address)
        return _provision.validate_json(rows[0][0]) if rows else None

    def actors(self) -> tuple[str, ...]:
        """Return the bodies that have duties anywhere, as the texts name them."""
        return tuple(actor for (actor,) in self._rows("SELECT DISTINCT actor FROM actors ORDER BY actor"))

    def provisions_of(self, actor: str) -> tuple[str, ...]:
        """Return the ids of the provisions that give a body a duty, in reading order."""
        rows = self._rows(
            "SELECT document_id, address FROM actors WHERE actor = ? ORDER BY document_id, position", actor
        )
        return tuple(f"{document_id}#{address}" for document_id, address in rows)

    def counts(self) -> Counts:
        """Count what is held."""
        tables = ("documents", "provisions", "passages")
        return Counts(*(int(self._rows(f"SELECT count(*) FROM {table}")[0][0]) for table in tables))

    def passage_rows(self) -> dict[str, tuple[int, int]]:
        """Return the first and the last row, plus one, that each document has among the vectors."""
        rows = self._rows("SELECT document_id, min(row), max(row) + 1 FROM passages GROUP BY document_id")
        return {document_id: (first, end) for document_id, first, end in rows}

    def passage_hashes(self) -> dict[str, int]:
        """Return the row of each passage by the hash of what was embedded."""
        return dict(self._rows("SELECT sha256, row FROM passages"))

    def passages_of(self, document_id: str) -> list[PassageRow]:
        """Return the passages of a document, in reading order."""
        query = "SELECT address, row, sha256 FROM passages WHERE document_id = ? ORDER BY row"
        return [
            PassageRow(f"{document_id}#{address}", row, sha256)
            for address, row, sha256 in self._rows(query, document_id)
        ]

    def rows_of(self, ids: Sequence[str]) -> dict[str, int]:
        """Return the rows of passages by their provision ids; those that are not held are left out."""
        found: dict[str, int] = {}
        for start in range(0, len(ids), AT_ONCE):
            some = [part for name in ids[start : start + AT_ONCE] for part in name.split("#", 1)]
            # Joined, each pair is looked up in the index; with IN every passage would be looked at.
            pairs = ",".join(["(?, ?)"] * (len(some) // 2))
            query = (
                f"WITH wanted (document, place) AS (VALUES {pairs}) SELECT row, document_id, address "
                "FROM wanted JOIN passages ON document_id = document AND address = place"
            )
            found.update((f"{document_id}#{address}", row) for row, document_id, address in self._rows(query, *some))
        return found

    def passage_ids(self, rows: Sequence[int]) -> dict[int, str]:
        """Return the provision ids of some rows; rows without a passage are left out."""
        found: dict[int, str] = {}
        for start in range(0, len(rows), AT_ONCE):
            some = rows[start : start + AT_ONCE]
            query = f"SELECT row, document_id, address FROM passages WHERE row IN ({','.join('?' * len(some))})"
            found.update((row, f"{document_id}#{address}") for row, document_id, address in self._rows(query, *some))
        return found

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _rows(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._damaged() from error

    def _damaged(self) -> LibraryError:
        return LibraryError(f"资料库的条款表已损坏（{self._path}）；请运行 disclosure index 重建")
