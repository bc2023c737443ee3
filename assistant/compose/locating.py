"""Where in the documents a provision named by its number stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.catalogue import Catalogue, Entry
from assistant.compose.counted import OUTERMOST
from assistant.question import Place
from index.corpus import Provision

COUNTED = {"款": ("款",), "条": ("条",), "项": ("项",), "部分": ("部分",), "类": ("类",), "行": ("行",), "章": ("章",)}
ITEM_OF_ARTICLE = re.compile(r"(?P<article>第[^第]+条(?:之[^第]+)?)(?P<item>第[^第]+项)")


@dataclass(frozen=True, slots=True)
class _Located:
    """What was found for a place in one document."""

    entry: Entry
    provisions: tuple[Provision, ...]
    rank: int
    """0 where the place is written just so, 1 where the document calls it something else."""


def _locate(place: Place, entry: Entry, catalogue: Catalogue) -> _Located | None:
    """Look for a place in one document: by the whole address, then by how addresses end; None if it is not there."""
    provisions = catalogue.provisions(entry.document.id)
    if counted := _by_count(place, provisions):
        return _Located(entry, (counted,), 0)
    for rank, address in enumerate(place.addresses):
        exact = [provision for provision in provisions if provision.address == address]
        ending = [p for p in provisions if p.address.endswith(address) and _at_joint(p.address, address)]
        deeper = _in_some_paragraph(address, provisions)
        if found := exact or ending or deeper:
            return _Located(entry, tuple(found), min(rank, 1))
    parts = [p for p in provisions if p.kind in _kinds(place, provisions)] if place.unit == "部分" else []
    return _Located(entry, (parts[place.number - 1],), 1) if 0 < place.number <= len(parts) else None


def _by_count(place: Place, provisions: Sequence[Provision]) -> Provision | None:
    """The last of a unit, and the rows of a table when they are counted through: 方案第34项, 第十五行."""
    has_items = any(p.kind == "项" for p in provisions)
    are_rows = place.unit == "行" or (place.unit == "项" and not has_items)
    kinds = ("行",) if are_rows else _kinds(place, provisions)
    if place.number < 0 and place.unit == "条" and not any(p.kind in kinds for p in provisions):
        kinds = _kinds(replace(place, unit="部分"), provisions)
    counted = [p for p in provisions if p.kind in kinds]
    if place.number < 0:
        return counted[place.number] if len(counted) >= -place.number else None
    is_counted_through = are_rows and not place.within and 0 < place.number <= len(counted)
    return counted[place.number - 1] if is_counted_through else None


def _kinds(place: Place, provisions: Sequence[Provision]) -> tuple[str, ...]:
    """Kinds of provision that a unit means; 部分 is what the document calls its outermost parts."""
    if place.unit == "部分":
        return next(((kind,) for kind in OUTERMOST if any(p.kind == kind for p in provisions)), ())
    return COUNTED.get(place.unit, ())


def _in_some_paragraph(address: str, provisions: Sequence[Provision]) -> list[Provision]:
    """第四条第二项 means an item of whichever paragraph of the article has items."""
    match = ITEM_OF_ARTICLE.fullmatch(address)
    if match is None:
        return []
    inside = re.compile(rf"{match['article']}第[^第]+款{match['item']}")
    return [provision for provision in provisions if inside.fullmatch(provision.address)]


def _at_joint(address: str, ending: str) -> bool:
    """十三、 is not the ending 三、 of another part."""
    before = address[: len(address) - len(ending)]
    return not before or before[-1] in "、·)条款项.行"


@dataclass(frozen=True, slots=True)
class Sought:
    """A place, the documents in which it was looked for, and what was found."""

    place: Place
    entries: list[Entry]
    found: list[tuple[Entry, Provision]]


def seek(place: Place, entries: list[Entry], catalogue: Catalogue, *, each: bool) -> Sought:
    """Look for a place in the documents that were named with it, or else in all.

    Where several documents have it, those that write the address just so go before those that nearly do. Of documents
    that are set side by side `each` counts.
    """
    owners = owners_of(place, entries)
    located = [one for entry in owners if (one := _locate(place, entry, catalogue)) is not None]
    best = min((one.rank for one in located), default=0)
    found = [(one.entry, provision) for one in located if each or one.rank == best for provision in one.provisions]
    return Sought(place, owners, found)


def owners_of(place: Place, entries: list[Entry]) -> list[Entry]:
    """Return the documents that were named with a place, or else all."""
    return [entry for entry in entries if entry.document.id in place.of] or entries
