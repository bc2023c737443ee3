"""Choose what a picture of a lineage shows: boxes in columns by level, and the lines between them."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from assistant.lineage import TIERS, Lineage, tier_of
from assistant.ui.library.layers import without_detours
from index.corpus import Document

UNHELD = "unheld"
"""The heading of the column for instruments that the library does not hold."""
MOST_UNHELD = 8
HANDED_OUT = re.compile(r"关于(?:印发|转发|批转|公布|发布)《?(?P<title>.{4,}?)》?的(?:通知|函)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One instrument of the picture."""

    key: str
    title: str
    """Short: without the state's name, without those who hand it out."""
    facts: str
    """Document number, else the year."""
    is_held: bool = True
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What stands in which column."""

    boxes: Mapping[str, Box]
    columns: Mapping[str, int]
    headings: tuple[str, ...]
    """The level of each column, or UNHELD."""
    edges: tuple[tuple[str, str], ...]
    """From the upper to the lower; those that others already say are left out."""
    unheld_more: int
    """Instruments not held that are left out."""


def family(lineage: Lineage, document_id: str) -> frozenset[str]:
    """Return the ids of a document and of all above and below it."""
    return lineage.above(document_id) | lineage.below(document_id) | {document_id}


def linked(lineage: Lineage, documents: Sequence[Document]) -> list[Document]:
    """Return the documents that are joined to another of them."""
    among = {document.id for document in documents}
    upper = {
        document.id: [link.document.id for link in lineage.implements(document.id) if link.document]
        for document in documents
    }
    joined = set(chain.from_iterable([name, *above] for name, above in upper.items() if among.intersection(above)))
    return [document for document in documents if document.id in joined]


def picture(lineage: Lineage, shown: Collection[str], *, chosen: str | None = None) -> Picture:
    """Put documents and the lines between them together; for a chosen one also what it rests on and is not held."""
    documents = [document for document in lineage.documents() if document.id in shown]
    boxes = {document.id: _box(document, chosen) for document in documents}
    edges = [
        (link.document.id, document.id)
        for document in documents
        for link in lineage.implements(document.id)
        if link.document is not None and link.document.id in boxes
    ]
    missing = [link.name for link in lineage.implements(chosen or "") if link.document is None]
    unheld = {f"{UNHELD} {name}": _missing(name) for name in missing[:MOST_UNHELD]}
    columns, headings = _columns(documents, edges, first=1 if unheld else 0)
    return Picture(
        boxes={**unheld, **boxes},
        columns={**dict.fromkeys(unheld, 0), **columns},
        headings=(*([UNHELD] if unheld else []), *headings),
        edges=(*without_detours(edges), *((key, chosen or "") for key in unheld)),
        unheld_more=max(0, len(missing) - MOST_UNHELD),
    )


def short_title(title: str) -> str:
    """Return a title without the state's name, and of a notice that hands out a text the text's own."""
    handed = HANDED_OUT.search(title)
    return (handed["title"] if handed else title).strip("《》").removeprefix("中华人民共和国")


def _box(document: Document, chosen: str | None) -> Box:
    year = str(document.issued.year) if document.issued else ""
    facts = document.document_number or ""
    # 国办发〔2014〕12号 says its year; a decree does not.
    shown = " · ".join(part for part in (facts, "" if year in facts else year) if part)
    return Box(key=document.id, title=short_title(document.title), facts=shown, is_chosen=document.id == chosen)


def _missing(name: str) -> Box:
    title, _, rest = name.removeprefix("《").partition("》")
    return Box(key=f"{UNHELD} {name}", title=short_title(title), facts=rest.strip("（）"), is_held=False)


def _columns(
    documents: Sequence[Document], edges: Sequence[tuple[str, str]], *, first: int
) -> tuple[dict[str, int], list[str]]:
    """Give each level as many columns as its longest chain has steps."""
    tiers = {document.id: tier_of(document) for document in documents}
    above: dict[str, list[str]] = {name: [] for name in tiers}
    for upper, lower in edges:
        if tiers[upper] is tiers[lower]:
            above[lower].append(upper)
    columns, headings = dict[str, int](), list[str]()
    for tier in TIERS:
        steps = _steps([name for name in tiers if tiers[name] is tier], above)
        columns.update({name: first + len(headings) + step for name, step in steps.items()})
        headings += [tier.value] * (max(steps.values(), default=-1) + 1)
    return columns, headings


def _steps(names: Sequence[str], above: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return how many steps each stands below the first of its level; who names each other stands side by side."""
    steps = dict.fromkeys(names, 0)
    for _ in names:
        deeper = {name: max((steps[upper] + 1 for upper in above[name]), default=0) for name in names}
        if deeper == steps:
            break
        # Those that name each other would go down for ever; no chain has more steps than documents.
        steps = {name: min(step, len(names)) for name, step in deeper.items()}
    taken = sorted(set(steps.values()))
    return {name: taken.index(step) for name, step in steps.items()}
