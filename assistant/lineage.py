"""The place of each document in 国家 → 省市 → 部门: what it carries out, and what carries it out."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from assistant.grounds import Named, named_in
from assistant.references import References
from assistant.regions import NATIONWIDE
from assistant.survey import Read, surveys_of
from index.corpus import Document

OFFICES = ("政府", "办公厅", "办公室", "人民代表大会", "常务委员会")
"""End the names of issuers that speak for a place as a whole; any other issuer is one of its departments."""


class Tier(StrEnum):
    """The levels from the state down; in this order."""

    STATE = "国家"
    PROVINCE = "省级"
    CITY = "市级"
    COUNTY = "县级"
    DEPARTMENT = "部门"
    """A department of a province, city or county; those of the state belong to the state."""
    UNKNOWN = "未标明"


TIERS = tuple(Tier)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One end of 甲 implements 乙, seen from the other end."""

    document: Document | None
    """None where the library does not hold it (未收录)."""
    name: str
    """As the metadata or the text name it; the title where that is an id."""
    address: str | None
    """The provision of the implementing document that says so; None where only its metadata do."""
    declared: bool
    """Whether the metadata say so; otherwise it is read out of the text."""


class Lineage:
    """Which documents implement which; read once for a generation of the library."""

    def __init__(self, documents: Sequence[Document], grounds: Mapping[str, Sequence[Named]]) -> None:
        """Follow every document to what its metadata and, by its id, its opening name."""
        self._documents = {document.id: document for document in documents}
        references = References(documents)
        self._up = {document.id: tuple(_links(document, grounds[document.id], references)) for document in documents}
        self._down: dict[str, list[Link]] = defaultdict(list)
        for name, links in self._up.items():
            for link in links:
                if link.document is not None:
                    below = self._documents[name]
                    self._down[link.document.id].append(replace(link, document=below, name=below.title))

    def implements(self, document_id: str) -> tuple[Link, ...]:
        """Return what a document carries out: the held first, then what is not held; none if it is not held."""
        links = self._up.get(document_id, ())
        return tuple(sorted(links, key=lambda link: link.document is None))

    def implemented_by(self, document_id: str) -> tuple[Link, ...]:
        """Return the held documents that carry a document out, by level and then by day of issue."""
        links = self._down.get(document_id, [])
        return tuple(sorted(links, key=lambda link: _place(link.document)))

    def documents(self) -> tuple[Document, ...]:
        """Return all documents, by level and then by day of issue."""
        return tuple(sorted(self._documents.values(), key=_place))

    def above(self, document_id: str) -> frozenset[str]:
        """Return the ids of all held documents that a document carries out, directly or by others."""
        return self._reached(document_id, lambda name: self._up.get(name, ()))

    def below(self, document_id: str) -> frozenset[str]:
        """Return the ids of all documents that carry a document out, directly or by others."""
        return self._reached(document_id, lambda name: self._down.get(name, ()))

    def _reached(self, start: str, steps: Callable[[str], Sequence[Link]]) -> frozenset[str]:
        waiting, seen = [start], set[str]()
        while waiting:
            for link in steps(waiting.pop()):
                if link.document is not None and link.document.id not in seen:
                    seen.add(link.document.id)
                    waiting.append(link.document.id)
        return frozenset(seen - {start})


@lru_cache(maxsize=1)
def lineage_of(documents: tuple[Document, ...], provisions: Read) -> Lineage:
    """Return the lineage of what is served, read anew only when other documents are."""
    surveys = surveys_of(documents, provisions)
    return Lineage(documents, {name: survey.grounds for name, survey in surveys.items()})


def tier_of(document: Document) -> Tier:
    """Return the level of a document; what neither its metadata nor its region say is unknown."""
    level = Tier(document.level) if document.level in TIERS else None
    if level is None:
        return Tier.STATE if document.region == NATIONWIDE else Tier.UNKNOWN
    if level is Tier.STATE or document.issuer is None or document.issuer.endswith(OFFICES):
        return level
    return Tier.DEPARTMENT


def _place(document: Document | None) -> tuple[int, bool, str, str]:
    if document is None:
        return len(TIERS), True, "", ""
    issued = document.issued.isoformat() if document.issued else ""
    return TIERS.index(tier_of(document)), not issued, issued, document.id


def _links(document: Document, grounds: Sequence[Named], references: References) -> Iterator[Link]:
    """Yield what a document carries out, each once: what its metadata say, then what its opening adds."""
    said = {_key(found, named): (found, named) for found, named in _read(document, grounds, references)}
    for name in document.implements:
        named = named_in(name)
        found = references.by_id(name) or references.find(named, document)
        if found is not None and found.id == document.id:
            continue
        _, also = said.pop(_key(found, named), (found, named))
        shown = found.title if found is not None else named.shown
        yield Link(document=found, name=shown, address=also.address, declared=True)
    for found, named in said.values():
        yield Link(document=found, name=named.shown, address=named.address, declared=False)


def _read(
    document: Document, grounds: Sequence[Named], references: References
) -> Iterator[tuple[Document | None, Named]]:
    """Yield what the text names; itself, and what stands below it, is not carried out by it."""
    tier = TIERS.index(tier_of(document))
    own = References([document])
    for named in grounds:
        if own.find(named, replace(document, id="")) is not None:
            continue
        found = references.find(named, document)
        if found is None or found.level is None or TIERS.index(tier_of(found)) <= tier:
            yield found, named


def _key(found: Document | None, named: Named) -> str:
    return found.id if found is not None else named.number or named.title or ""
