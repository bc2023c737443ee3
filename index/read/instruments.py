"""Tell which files are one instrument, and let its official words answer under the digest's id."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from index.corpus import Document, Origin, Provision, Status
from index.metadata import normalise_number, normalise_title


def is_same_instrument(one: Document, other: Document) -> bool:
    """Compare by id, else by document number, else by title and issuer.

    A title without issuer tells a digest's official text; two texts of one kind may share it, of different places.
    """
    if one.id == other.id:
        return True
    if one.document_number and other.document_number:
        return normalise_number(one.document_number) == normalise_number(other.document_number)
    if one.issued and other.issued and one.issued != other.issued:
        return False  # what is issued every year under one title, or revised, is another instrument
    if one.origin is other.origin and one.issuer is None and other.issuer is None:
        return one.text == other.text
    return (normalise_title(one.title), one.issuer) == (normalise_title(other.title), other.issuer)


def pairs_of_one_instrument(documents: Sequence[Document]) -> list[tuple[int, int]]:
    """Return the places, in order, of every two documents that are one instrument."""
    sharing: dict[tuple[str | None, ...], list[int]] = {}
    for place, document in enumerate(documents):
        keys: list[tuple[str | None, ...]] = [("id", document.id)]
        keys.append(("title", normalise_title(document.title), document.issuer))
        if document.document_number:
            keys.append(("number", normalise_number(document.document_number)))
        for key in keys:
            sharing.setdefault(key, []).append(place)
    candidates = {pair for places in sharing.values() for pair in combinations(places, 2)}
    return [(one, other) for one, other in sorted(candidates) if is_same_instrument(documents[one], documents[other])]


def answering(documents: Sequence[Document]) -> list[Document]:
    """Leave out each digest whose official text is there; that text takes over the digest's id.

    What the official text does not say (whether it is in force, what it implements) it takes from the digest.
    """
    digest_of: dict[int, int] = {}
    pairs = [
        (one, other) if documents[one].origin is Origin.DIGEST else (other, one)
        for one, other in pairs_of_one_instrument(documents)
        if documents[one].origin is not documents[other].origin
    ]
    # Where several would fit, the same id goes first; an id is given to one text only.
    for digest, text in sorted(pairs, key=lambda pair: documents[pair[0]].id != documents[pair[1]].id):
        if text not in digest_of and digest not in digest_of.values():
            digest_of[text] = digest
    restated = set(digest_of.values())
    return [
        _completed(document, documents[digest_of[place]]) if place in digest_of else document
        for place, document in enumerate(documents)
        if place not in restated
    ]


def _completed(official: Document, digest: Document) -> Document:
    """Return the official text under the digest's id, with what only the digest knows."""
    titles = (official.title, *official.alternative_titles, digest.title, *digest.alternative_titles)
    # A title that is only the file's name says nothing.
    titled = [title for title in dict.fromkeys(titles) if title != official.id] or [digest.title]
    return replace(
        official,
        id=digest.id,
        title=titled[0],
        alternative_titles=tuple(titled[1:]),
        document_number=official.document_number or digest.document_number,
        issuer=official.issuer or digest.issuer,
        issued=official.issued or digest.issued,
        effective=official.effective or digest.effective,
        region=official.region or digest.region,
        level=official.level or digest.level,
        status=digest.status if official.status is Status.UNVERIFIED else official.status,
        implements=official.implements or digest.implements,
        source=official.source or digest.source,
        sha256=hashlib.sha256(f"{official.sha256}{digest.sha256}".encode()).hexdigest(),
        provisions=_with_digest(official.provisions, digest),
    )


def _with_digest(provisions: Sequence[Provision], digest: Document) -> tuple[Provision, ...]:
    """Put the digest's words beside the official ones, address by address."""
    restated = {provision.address: provision.own_text.strip() or None for provision in digest.provisions}
    return tuple(
        replace(provision, document_id=digest.id, digest=restated.get(provision.address)) for provision in provisions
    )
