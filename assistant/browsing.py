"""Search, filter and sort the documents of a library, as one looks along a shelf."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.folding import bare, simplify
from index.corpus import Document

SortKey = Literal["title", "number", "issuer", "region", "level", "issued", "status", "origin"]
LEVELS = ("国家", "省级", "市级", "县级")
UNKNOWN = ""
"""Stands in a filter for what the metadata do not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """What is looked for; an empty part does not restrict. Values of one part are alternatives."""

    words: str = ""
    """Parts of title, document number or issuer, all of which must occur."""
    regions: Sequence[str] = ()
    levels: Sequence[str] = ()
    years: Sequence[str] = ()
    statuses: Sequence[str] = ()
    origins: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """By what a list is sorted; documents that lack it come last in both directions."""

    key: SortKey = "title"
    falls: bool = False


@dataclass(frozen=True, slots=True)
class Offered:
    """The values by which the documents of a library can be filtered; UNKNOWN last where any lacks one."""

    regions: tuple[str, ...]
    levels: tuple[str, ...]
    years: tuple[str, ...]
    """Latest first."""
    statuses: tuple[str, ...]
    origins: tuple[str, ...]


def chosen(documents: Sequence[Document], criteria: Criteria) -> list[Document]:
    """Return the documents that meet all parts, in their order.

    Width, case, brackets and blanks do not matter, nor whether characters are traditional.
    """
    words = [folded for word in criteria.words.split() if (folded := bare(simplify(word)))]
    return [
        document
        for document in documents
        if all(word in _searched(document) for word in words)
        and all(not wanted or value_of(document) in wanted for value_of, wanted in _parts(criteria))
    ]


def ordered(documents: Sequence[Document], order: Order) -> list[Document]:
    """Sort documents; within one value by title."""
    titled = sorted(documents, key=lambda document: (document.title, document.id))
    known = [document for document in titled if _sorted_by(document, order.key) is not None]
    unknown = [document for document in titled if _sorted_by(document, order.key) is None]
    return [*sorted(known, key=lambda one: _sorted_by(one, order.key) or (), reverse=order.falls), *unknown]


def offered(documents: Sequence[Document]) -> Offered:
    """Return by what these documents can be filtered."""
    return Offered(
        regions=_values(documents, _region),
        levels=tuple(sorted(_values(documents, _level), key=lambda level: (not level, LEVELS.index(level or "国家")))),
        years=tuple(sorted(_values(documents, _year), reverse=True)),
        statuses=_values(documents, _status),
        origins=_values(documents, _origin),
    )


def _values(documents: Sequence[Document], value_of: Callable[[Document], str]) -> tuple[str, ...]:
    return tuple(sorted({value_of(document) for document in documents}, key=lambda value: (not value, value)))


def _parts(criteria: Criteria) -> tuple[tuple[Callable[[Document], str], Sequence[str]], ...]:
    return (
        (_region, criteria.regions),
        (_level, criteria.levels),
        (_year, criteria.years),
        (_status, criteria.statuses),
        (_origin, criteria.origins),
    )


@lru_cache(maxsize=20_000)
def _searched(document: Document) -> str:
    named = (document.title, *document.alternative_titles, document.document_number, document.issuer, document.id)
    # A character that no name contains parts them, so that no word is found across two.
    return "\n".join(bare(simplify(name)) for name in named if name)


def _sorted_by(document: Document, key: SortKey) -> tuple[object, ...] | None:
    match key:
        case "issued":
            return (document.issued,) if document.issued else None
        case "level":
            return (LEVELS.index(document.level),) if document.level in LEVELS else None
        case "number":
            return (document.document_number,) if document.document_number else None
        case "status" | "origin":
            return (getattr(document, key).value,)
        case _:
            value = getattr(document, key)
            return (value,) if value else None


def _region(document: Document) -> str:
    return document.region or UNKNOWN


def _level(document: Document) -> str:
    return document.level or UNKNOWN


def _year(document: Document) -> str:
    return str(document.issued.year) if document.issued else UNKNOWN


def _status(document: Document) -> str:
    return document.status.value


def _origin(document: Document) -> str:
    return document.origin.value
