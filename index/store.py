"""Documents and provisions in SQLite: the source of truth of a generation, from which the rest can be rebuilt."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from index.corpus import Document, Provision
from index.errors import DocumentError, LibraryError

SCHEMA = """
CREATE TABLE documents (
    position INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, record BLOB NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE TABLE provisions (
    document_id TEXT NOT NULL, position INTEGER NOT NULL, address TEXT NOT NULL, record BLOB NOT NULL,
    PRIMARY KEY (document_id, address)
) STRICT, WITHOUT ROWID;
CREATE TABLE actors (actor TEXT NOT NULL, document_id TEXT NOT NULL, address TEXT NOT NULL) STRICT;
"""
CACHED_DOCUMENTS = 64

_document = TypeAdapter(Document)
_provision = TypeAdapter(Provision)


def write_store(path: Path, documents: Iterable[Document]) -> None:
    """Write all documents with their provisions into a new file.

    Raises:
        DocumentError: two documents have one id, or two provisions of a document one address.
        OSError: the file cannot be written.
    """
    try:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.executescript(SCHEMA)
            for position, document in enumerate(documents):
                _insert(connection, position, document)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error


def _insert(connection: sqlite3.Connection, position: int, document: Document) -> None:
    bare = _document.dump_json(replace(document, provisions=(), text=""))
    records = ((document.id, place, p.address, _provision.dump_json(p)) for place, p in enumerate(document.provisions))
    actors = ((d.actor, document.id, p.address) for p in document.provisions for d in p.duties if d.actor)
    try:
        connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?)", (position, document.id, bare, document.text))
        connection.executemany("INSERT INTO provisions VALUES (?, ?, ?, ?)", records)
    except sqlite3.IntegrityError as error:
        raise DocumentError(f"{document.id}：编号或条款位置重复（{error}）；请检查文件头的 id 和各条编号") from error
    connection.executemany("INSERT INTO actors VALUES (?, ?, ?)", actors)


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
            records = self._rows("SELECT record FROM documents ORDER BY position")
            self.documents = tuple(_document.validate_json(record) for (record,) in records)
            """All documents in the order they were given; texts and provisions left out."""
        except (sqlite3.Error, ValidationError) as error:
            raise self._damaged() from error
        self._by_id = {document.id: document for document in self.documents}
        self._provisions = lru_cache(maxsize=CACHED_DOCUMENTS)(self._read_provisions)

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
        document_id, _, address = provision_id.partition("#")
        rows = self._rows("SELECT record FROM provisions WHERE document_id = ? AND address = ?", document_id, address)
        return _provision.validate_json(rows[0][0]) if rows else None

    def actors(self) -> tuple[str, ...]:
        """Return the bodies that have duties anywhere, as the texts name them."""
        return tuple(actor for (actor,) in self._rows("SELECT DISTINCT actor FROM actors ORDER BY actor"))

    def provisions_of(self, actor: str) -> tuple[str, ...]:
        """Return the ids of the provisions that give a body a duty, in reading order."""
        rows = self._rows(
            "SELECT document_id, address FROM actors WHERE actor = ? GROUP BY document_id, address ORDER BY min(rowid)",
            actor,
        )
        return tuple(f"{document_id}#{address}" for document_id, address in rows)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._damaged() from error

    def _damaged(self) -> LibraryError:
        return LibraryError(f"资料库的条款表已损坏（{self._path}）；请运行 disclosure index 重建")
