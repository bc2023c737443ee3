"""Set documents side by side: all they say, or what they say of a topic."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.calling import call_beside
from assistant.catalogue import Catalogue, Entry
from assistant.compose.comparison import in_order
from assistant.compose.passages import near_first
from assistant.draft import Hit
from assistant.evidence import least
from assistant.retrieve.retriever import ProvisionRetriever
from assistant.retrieve.stage import retrieve
from assistant.tabulate.rows import Measures, rows_of
from assistant.tabulate.table import Row, SideBySide
from assistant.tabulate.units import compared
from assistant.understand.stage import Asked, understand
from index.library import Library

MOST_DOCUMENTS = 6
MOST_FOUND = 4
"""Documents that are taken where only a topic is given."""
LIMIT = 60
"""Provisions looked at for a topic."""


class Comparer:
    """Makes tables of the documents of one library. Safe to use from many threads."""

    def __init__(self, library: Library, catalogue: Catalogue) -> None:
        """Take an open library and its catalogue."""
        self._library = library
        self._catalogue = catalogue
        self._retriever = ProvisionRetriever(library=library, limit=LIMIT)
        self._measures = Measures(library.embed, catalogue.rarity)

    def compare(self, document_ids: Sequence[str], topic: str = "") -> SideBySide:
        """Set documents side by side, national ones first, the older before the newer.

        With a topic only the rows that speak to it are kept; without documents those that speak to it are taken.
        Fewer than two documents give a table without rows.
        """
        hits = self._speaking(topic.strip(), document_ids) if topic.strip() else []
        names = list(document_ids) or list(dict.fromkeys(hit.document.id for hit in hits))[:MOST_FOUND]
        known = [entry for name in dict.fromkeys(names) if (entry := self._catalogue.entry(name)) is not None]
        entries = in_order(known[:MOST_DOCUMENTS])
        provisions = [compared(self._catalogue.provisions(entry.document.id)) for entry in entries]
        rows = rows_of(provisions, self._measures) if len(entries) > 1 else []
        if topic.strip():
            wanted = {hit.provision.id for hit in hits}
            rows = [row for row in rows if _has(row, wanted)]
        return SideBySide(
            documents=tuple(entry.document for entry in entries),
            names=_names(entries),
            counts=tuple(map(len, provisions)),
            topic=topic.strip(),
            rows=tuple(rows),
        )

    def _speaking(self, topic: str, document_ids: Sequence[str]) -> list[Hit]:
        """The provisions of each document that speak to the topic, the likeliest ones of each."""
        question = understand(Asked(topic), self._catalogue)
        within = tuple(document_ids) or question.documents
        found: list[Hit] = []
        if within is None:
            return self._of_each(retrieve(question, self._retriever, limit=LIMIT).hits)
        for name in within:
            alone = replace(question, documents=(name,), named=True)
            found += self._of_each(retrieve(alone, self._retriever, limit=LIMIT).hits)
        return found

    def _of_each(self, hits: Sequence[Hit]) -> list[Hit]:
        sure = [hit for hit in hits if hit.signs.coverage > 0 and hit.evidence >= least().compared]
        names = dict.fromkeys(hit.document.id for hit in sure)
        return [hit for name in names for hit in near_first([one for one in sure if one.document.id == name])]


def _has(row: Row, wanted: set[str]) -> bool:
    return any(part.provision.id in wanted for cell in row.cells for part in cell)


def _names(entries: Sequence[Entry]) -> tuple[str, ...]:
    called = call_beside(entries)
    return tuple(called[entry.document.id] for entry in entries)
