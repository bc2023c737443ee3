"""The documents of a library, with the names by which people call them."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assistant.abridged import Abridged
from assistant.folding import bare
from assistant.names import (
    derived_names,
    given_names,
    kind_of,
    shared_names,
    spoken_titles,
    years_of,
)
from assistant.phrases import Phrases
from assistant.regions import NATIONWIDE, lies_in
from assistant.short_bodies import bodies_called
from assistant.survey import OUTLINE_KINDS, Outline, outline_of
from assistant.texts import Texts
from index.corpus import Document, Provision
from index.library import Library

OFFICE = re.compile(
    r"(局|委|厅|办|部|署|院|政府|部门|机关|机构|单位|管委会|办公室|领导小组|学院|公司|银行|总社|联|监会|总工会)$"
)
"""Ends the names of bodies; texts also give duties to 第三方 or 申请人."""
SHORTEST_BODY = 3


BELOW = {"条": "条", "款": "款", "是": "点", "行": "项任务", "题": "个小标题", "部分": "个部分", "类": "类"}
"""How what stands below a provision is counted; everything else is 项."""


class Body(NamedTuple):
    """A body with duties."""

    name: str
    """Folded."""
    actor: str
    """As the texts have it."""


def _spoken_forms(name: str) -> list[str]:
    """环保局 for 市环保局 too; forms too short to mean a body are left out."""
    forms = (name, name.lstrip("各本市省区县") if len(name) > SHORTEST_BODY else name)
    return [form for form in dict.fromkeys(forms) if len(form) >= SHORTEST_BODY]


def _stands_in(form: str, text: str) -> bool:
    """农业部 does not stand in 农业部门."""
    return form in (text.replace("部门", "□门") if form.endswith("部") else text)


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with what is derived from its metadata."""

    document: Document
    kind: str | None
    years: frozenset[int]
    names: tuple[str, ...]
    """Folded names that mean this document and no other."""
    titles: tuple[str, ...] = ()
    """Bare titles, also of what a notice hands out, without issuers: what people shorten."""

    @property
    def is_national(self) -> bool:
        """Whether it holds for the whole country."""
        return self.document.region == NATIONWIDE or self.document.level == "国家"


class Catalogue:
    """All documents of a library; reading it costs no search."""

    def __init__(self, library: Library, short_names: dict[str, list[str]]) -> None:
        """Derive names from metadata; `short_names` (title or id to names) adds to them."""
        self._library = library
        self._actors = Phrases(
            (said, Body(bare(actor), actor))
            for actor in library.actors()
            if OFFICE.search(actor)
            for said in _spoken_forms(bare(actor))
        )
        self._bodies = tuple(sorted(actor for actor in library.actors() if OFFICE.search(actor)))
        self._rarities: dict[str, float] = {}
        documents = library.documents()
        derived = {document.id: derived_names(document) for document in documents}
        shared = shared_names(derived)
        self.entries = tuple(
            Entry(
                document,
                kind_of(document.title),
                years_of(document, library),
                tuple(
                    sorted(
                        given_names(document, short_names) | derived[document.id] - shared,
                        key=len,
                        reverse=True,
                    )
                ),
                spoken_titles(document),
            )
            for document in documents
        )
        self._by_id = {entry.document.id: entry for entry in self.entries}
        self.names = Phrases((name, entry) for entry in self.entries for name in entry.names)
        """Every name with the document it means."""
        self.titles = {bare(entry.document.title): entry for entry in self.entries}
        """Bare titles, each with its document."""
        self.abridged = Abridged((title, entry) for entry in self.entries for title in entry.titles)
        """What people shorten of each title, with its document."""
        self.places = {entry.document.region for entry in self.entries} - {None, NATIONWIDE}
        """The places of which it holds documents."""
        self.texts = Texts(library)
        """Words looked for as they stand in the texts."""

    def entry(self, document_id: str) -> Entry | None:
        """Return one entry; None if the library does not hold the document."""
        return self._by_id.get(document_id)

    def provisions(self, document_id: str) -> tuple[Provision, ...]:
        """Return the provisions of a document in reading order."""
        return self._library.document_provisions(document_id)

    def outline(self, document_id: str) -> Outline:
        """Count the levels of a document's outline, its frame left out."""
        return outline_of(self.provisions(document_id))

    def below(self, unit: Provision) -> tuple[Provision, ...]:
        """Return what stands directly below a provision, in reading order."""
        return tuple(p for p in self.provisions(unit.document_id) if p.parent == unit.address)

    def counts_below(self, unit: Provision) -> dict[str, str]:
        """Count what stands below a provision at any depth, nearest first: 条 to 19条."""
        counts: Counter[str] = Counter()
        level = [unit]
        while level := [p for above in level for p in self.below(above)]:
            counts.update(provision.kind for provision in level)
        return {kind: f"{count}{BELOW.get(kind, '项')}" for kind, count in counts.items()}

    def record(self, document_id: str) -> str:
        """Return all that the catalogue knows of a document, as one text; '' if it is not held."""
        entry = self.entry(document_id)
        if entry is None:
            return ""
        document, outline = entry.document, self.outline(document_id)
        facts = [document.title, document.document_number, document.issuer, document.region, document.status.value]
        days = [day.isoformat() for day in (document.issued, document.effective) if day]
        return "；".join([*filter(None, facts), *days, *outline.counts, *outline.titles])

    def record_of(self, provision: Provision) -> str:
        """Return what the catalogue knows of what stands under a provision; for the head of a document, of it all."""
        headings = [below.heading for below in self.below(provision)]
        inner = [provision.address, provision.heading, *self.counts_below(provision).values(), *headings]
        first = next((p.id for p in self.provisions(provision.document_id) if p.own_text), None)
        is_head = provision.kind not in OUTLINE_KINDS or provision.id == first or not headings
        return "；".join([*([self.record(provision.document_id)] if is_head else []), *inner])

    def rules_of(self, document_id: str) -> tuple[str, ...]:
        """Return what a document carries out, and what that carries out in turn; only what the library holds."""
        found: list[str] = []
        waiting = [document_id]
        while waiting:
            entry = self.entry(waiting.pop(0))
            fresh = [name for name in (entry.document.implements if entry else ()) if name not in found]
            held = [name for name in fresh if name != document_id and self.entry(name) is not None]
            found += held
            waiting += held
        return tuple(found)

    def kin(self, document_id: str) -> tuple[str, ...]:
        """Return the documents of other years that one may have changed from or into: of its place, or its rules."""
        entry = self.entry(document_id)
        if entry is None:
            return ()
        rules = self.rules_of(document_id)
        place = None if entry.is_national else entry.document.region
        return tuple(
            other.document.id
            for other in self.entries
            if other.years != entry.years
            and (other.document.id in rules or (place is not None and other.document.region == place))
        )

    def has_region(self, region: str) -> bool:
        """Whether any document is of a region or of a part of it."""
        return any(lies_in(entry.document.region, region) for entry in self.entries)

    def bodies_in(self, text: str, other_names: Sequence[str] = ()) -> tuple[str, ...]:
        """Return the bodies with duties that a text names, 环保局 for 市环保局 too; longer names first.

        `other_names` are names under which the texts may know what the text calls otherwise.
        """
        rest, found = bare(text), []
        unsaid = rest
        spoken = {body for _, body in self._actors.found_in(rest)}
        for body in sorted(spoken, key=lambda body: (-len(body.name), body.name)):
            said = next((form for form in _spoken_forms(body.name) if _stands_in(form, rest)), None)
            if said is not None:
                found.append(body.actor)
                rest = rest if said != body.name else rest.replace(said, "□")
                unsaid = unsaid.replace(said, "□")
        named = {
            body.actor for name in other_names for _, body in self._actors.found_in(name) if body.name.endswith(name)
        }
        return tuple(dict.fromkeys([*found, *sorted(named), *bodies_called(unsaid, self._bodies)]))

    def provisions_of(self, actor: str) -> list[tuple[Entry, Provision]]:
        """Return the provisions that give a body a duty, with their documents."""
        found = []
        for provision_id in self._library.provisions_of(actor):
            document_id, _, address = provision_id.partition("#")
            entry, provision = self.entry(document_id), self._library.provision(document_id, address)
            if entry is not None and provision is not None:
                found.append((entry, provision))
        return found

    def is_known(self, word: str) -> bool:
        """Whether every two neighbouring characters of a word stand together somewhere in the library."""
        return all(self._library.frequency(word[at : at + 2]) for at in range(len(word) - 1))

    def rarity(self, term: str) -> float:
        """Return how rare a term of `index.tokens.terms` is: near 0 where every passage has it, 1 where none has."""
        if term not in self._rarities:
            count = self._library.manifest.passages
            self._rarities[term] = math.log(1 + count / (1 + self._library.frequency(term))) / math.log(1 + count)
        return self._rarities[term]

    def only_mentions(self, year: int) -> bool:
        """Whether a year is spoken of in the texts while no document is of that year."""
        if any(year in entry.years for entry in self.entries):
            return False
        return bool(self._library.search_lexical(str(year), limit=1, documents=None))
