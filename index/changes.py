"""What changed among the sources since the published generation, as far as it can be exchanged document by document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.corpus import Document
from index.library import STORE, open_vectors
from index.manifest import Manifest
from index.metadata import normalise_number, normalise_title
from index.passages import passages
from index.store import Store

SMALLEST_EXTENDED = 5_000
"""Passages: a smaller library is built anew within seconds, and is then in its best state."""
LONGEST_TAIL = 5_000
"""Passages beside Chroma's collection, compared one by one."""
MOST_GONE = 1_000
"""Passages in Chroma's collection that are no longer held; each makes it look for one more."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Files to read, and documents to leave out."""

    files: tuple[Path, ...]
    removed: frozenset[str]


def changes(manifest: Manifest, code: str, hashes: Mapping[str, str], files: Sequence[Path]) -> Changes | None:
    """Compare sources with those of a generation; None where only building it anew is sure to be right.

    `hashes` has the files in order, by their names in the manifest.
    """
    held = manifest.sources
    touched = [name for name in held if hashes.get(name) != held[name].sha256]
    removed = [held[name].document for name in touched]
    if manifest.code != code or manifest.passages < SMALLEST_EXTENDED or None in removed:
        return None
    named = dict(zip(hashes, files, strict=True))
    fresh = [named[name] for name, sha256 in hashes.items() if name not in held or held[name].sha256 != sha256]
    return Changes(tuple(fresh), frozenset(name for name in removed if name))


def can_extend(old: Path, manifest: Manifest, documents: Sequence[Document], removed: frozenset[str]) -> bool:
    """Whether documents can be exchanged for others without looking at the rest of the library.

    They cannot where one of them may be the same instrument as another, or where too much has been exchanged already.
    """
    store = Store(old / STORE)
    try:
        kept = [document for document in store.documents if document.id not in removed]
        rows = store.passage_rows()
    finally:
        store.close()
    in_collection = manifest.in_collection
    still_there = sum(
        end - first for name, (first, end) in rows.items() if end <= in_collection and name not in removed
    )
    tail = len(open_vectors(old)) - in_collection + sum(len(passages(document)) for document in documents)
    taken = {key for document in kept for key in _keys(document)}
    is_apart = not any(key in taken for document in documents for key in _keys(document))
    return is_apart and tail <= LONGEST_TAIL and in_collection - still_there <= MOST_GONE


def _keys(document: Document) -> list[tuple[str, ...]]:
    """What two files that are one instrument have in common."""
    keys: list[tuple[str, ...]] = [("id", document.id), ("title", normalise_title(document.title))]
    number = document.document_number
    return [*keys, ("number", normalise_number(number))] if number else keys
