"""The words of the provisions that cases expect, as a library holds them, and their fingerprints."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from evals.cases import Case
from evals.score import satisfies
from index.corpus import Document, Origin, Provision

FINGERPRINT = 16
"""Hexadecimal digits: enough to notice a change, which is all that is asked of it."""


class Holding(Protocol):
    """Holds documents and their provisions."""

    def documents(self) -> Sequence[Document]:
        """Return all documents."""
        ...

    def document_provisions(self, document_id: str) -> Sequence[Provision]:
        """Return the provisions of one document; none where it is not held."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one provision with all that stands below it: our restatement, or the issuer's own."""

    digest: str | None = None
    official: str | None = None


def places_of(case: Case) -> list[str]:
    """Return every document#address that a case names, in its order."""
    return list(dict.fromkeys(place for places in case.must_cite for place in places))


def held_words(cases: Iterable[Case], library: Holding) -> dict[str, Words]:
    """Return all provisions of the documents that cases name, by document#address; none of a document not held."""
    named = {place.partition("#")[0] for case in cases for place in places_of(case)}
    found: dict[str, Words] = {}
    for document in library.documents():
        if document.id in named:
            for provision in library.document_provisions(document.id):
                found[provision.id] = _words(provision, document)
    return found


def fingerprint(text: str) -> str:
    """Return a hash of some words, blanks and line ends aside."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[:FINGERPRINT]


def fingerprints(words: Mapping[str, Words]) -> dict[str, str]:
    """Return the fingerprint of the words that answer: the issuer's own where they are held."""
    return {place: fingerprint(one.official or one.digest or "") for place, one in words.items()}


def absent(case: Case, held: Iterable[str]) -> list[str]:
    """Return the provisions that a case requires and that cannot be cited, one for each set of alternatives."""
    places = set(held)
    return [
        "、".join(alternatives)
        for alternatives in case.must_cite
        if not any(_is_held(place, places) for place in alternatives)
    ]


def _is_held(place: str, held: set[str]) -> bool:
    return place in held or any(satisfies(one, place) for one in held)


def _words(provision: Provision, document: Document) -> Words:
    if document.origin is Origin.OFFICIAL:
        return Words(official=provision.text)
    return Words(digest=provision.text)
