"""What reading a document found: how many provisions and duties, and where the parser was not sure."""

import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from assistant.grounds import Named, grounds
from index.corpus import Document, Provision

FRAME = ("题注", "通知", "引言", "结语", "落款")
"""Addresses around the body; they do not count as its provisions."""

OUTLINE_KINDS = {
    "章": "章",
    "部分": "个部分",
    "类": "类",
    "条": "条",
    "项": "项",
    "行": "行任务",
    "题": "个小标题",
}
"""The levels of an outline, outermost first, each with how it is counted."""

DECIMAL, OUTERMOST = "十进", ("章", "部分", "类", "条")
"""Kind of 1.2.1, of which texts are built that have no other outermost level."""

Read = Callable[[str], Sequence[Provision]]
"""Gives the provisions of a document by its id."""
_reading = threading.Lock()
"""All of a large library takes seconds to read: those who ask at once wait for the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Figures of one document."""

    provisions: int
    """Those without parts of their own, the frame left out."""
    levels: tuple[str, ...]
    """6章, 56条: one for each level there is, outermost first."""
    duties: int
    deadlines: int
    """Duties with a time limit."""
    bodies: tuple[str, ...]
    """Bodies with duties, as the text names them, in its order."""
    warnings: Mapping[str, tuple[str, ...]]
    """What the parser was not sure of, each with the addresses of the provisions."""
    grounds: tuple[Named, ...]
    """The instruments that its opening names as its grounds."""


class Outline(NamedTuple):
    """How a document is built."""

    counts: tuple[str, ...]
    """6章, 56条: one for each level there is, outermost first."""
    titles: tuple[str, ...]
    """The headings of the outermost level."""


def outermost(provisions: Sequence[Provision]) -> list[Provision]:
    """Return the units of the outermost level of a document's outline, its frame left out."""
    kinds = {provision.kind for provision in provisions}
    top = next((kind for kind in OUTERMOST if kind in kinds), None)
    if top is None:
        return [provision for provision in provisions if provision.kind == DECIMAL and provision.parent is None]
    return [provision for provision in provisions if provision.kind == top]


def outline_of(provisions: Sequence[Provision]) -> Outline:
    """Count the levels of a document's outline, its frame left out."""
    units = outermost(provisions)
    if units and units[0].kind == DECIMAL:
        return Outline((f"{len(units)}章",), tuple(p.headings[-1] for p in units if p.headings))
    levels = [provision for provision in provisions if provision.kind in OUTLINE_KINDS]
    return Outline(level_counts(levels), tuple(p.headings[-1] for p in units if p.headings and p.heading))


def survey(provisions: Sequence[Provision]) -> Survey:
    """Count what stands in the provisions of a document."""
    own = [provision for provision in provisions if provision.own_text.strip()]
    divided = {provision.parent for provision in provisions}
    leaves = [provision.address for provision in own if provision.address not in divided]
    duties = [duty for provision in own for duty in provision.duties]
    warnings: dict[str, list[str]] = defaultdict(list)
    for provision in provisions:
        for warning in provision.warnings:
            warnings[warning].append(provision.address)
    return Survey(
        provisions=sum(address.rpartition("·")[2] not in FRAME for address in leaves),
        levels=level_counts(provisions),
        duties=len(duties),
        deadlines=sum(duty.deadline is not None for duty in duties),
        bodies=tuple(dict.fromkeys(duty.actor for duty in duties if duty.actor)),
        warnings={warning: tuple(addresses) for warning, addresses in warnings.items()},
        grounds=grounds(provisions),
    )


def level_counts(provisions: Sequence[Provision]) -> tuple[str, ...]:
    """Count the levels of an outline: 6章, 56条."""
    counts = Counter(provision.kind for provision in provisions)
    if counts["条"]:
        # The items (项) of articles are no level of the outline.
        del counts["项"]
    return tuple(f"{counts[kind]}{unit}" for kind, unit in OUTLINE_KINDS.items() if counts[kind])


def surveys_of(documents: tuple[Document, ...], provisions: Read) -> Mapping[str, Survey]:
    """Return the figures of every document by id, read anew only when other documents are served."""
    with _reading:
        return _read(documents, provisions)


@lru_cache(maxsize=1)
def _read(documents: tuple[Document, ...], provisions: Read) -> Mapping[str, Survey]:
    return {document.id: survey(provisions(document.id)) for document in documents}
