"""Which documents a question is about, resolved from what it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from assistant.answer import Scope
from assistant.catalogue import Catalogue, Entry
from assistant.regions import issuers, lies_in, short_form
from assistant.understand.mentions import Mentions, read_mentions
from assistant.understand.sides import Side, sides

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found:
    """The scope of a question, and the documents to search."""

    scope: Scope
    documents: tuple[str, ...] | None
    """None for all."""
    named: bool
    """Whether the question says which documents are meant, and the library holds them."""
    above: tuple[str, ...]
    """The nationwide documents beside them, where only a region that the library holds is named."""
    about_places: tuple[str, ...]
    """Places named without any document, in short: they may be what the question is about."""
    sides: tuple[Side, ...]
    """What the question names side by side; none where that is fewer than two."""
    spoken: tuple[str, ...]
    """Folded words that named documents or places, to be left out of the topic."""


def find_scope(text: str, catalogue: Catalogue) -> Found:
    """Resolve the documents a question is about.

    A named document restricts; a region, year or document that the library lacks is reported missing, and then
    only what holds nationwide is looked at.
    """
    said = read_mentions(text, catalogue)
    chosen = _chosen(said, catalogue)
    missing = _missing(said, catalogue, chosen or said.named or catalogue.entries)
    if chosen == [] and not missing:
        # Each of the things said is held, but no document has them all: 上海 and 2016年.
        missing = ["".join([*map(short_form, said.regions), *(f"{year}年" for year in said.years)])]
    if missing and not chosen:
        chosen = [entry for entry in catalogue.entries if entry.is_national] or list(said.named)
    is_somewhere = chosen is None and bool(said.at)
    if is_somewhere:
        # Rules of the whole country hold there; those of other places do not.
        chosen = [entry for entry in catalogue.entries if entry.is_national or entry.document.region in said.at]
    scope = _scope(said, chosen or [], missing)
    return Found(
        scope=scope,
        documents=scope.documents or None,
        named=bool(chosen) and not is_somewhere and not (missing and not _held(said, catalogue)),
        above=_above(said, chosen or [], catalogue) if not missing else (),
        about_places=_about_places(said),
        sides=() if is_somewhere else sides(said, chosen or []),
        spoken=_spoken(said),
    )


def _scope(said: Mentions, chosen: Sequence[Entry], missing: list[str]) -> Scope:
    return Scope(
        documents=tuple(entry.document.id for entry in chosen),
        regions=_unique([*said.regions, *(e.document.region for e in said.named if e.document.region)]),
        years=_unique([*said.years, *(year for e in said.named for year in sorted(e.years)[:1])]),
        missing=_unique(missing),
    )


def _about_places(said: Mentions) -> tuple[str, ...]:
    if said.named or said.unknown or said.kinds:
        return ()
    return tuple(map(short_form, said.regions))


def _above(said: Mentions, chosen: list[Entry], catalogue: Catalogue) -> tuple[str, ...]:
    if said.named or said.kinds or not said.regions:
        return ()
    return tuple(entry.document.id for entry in catalogue.entries if entry.is_national and entry not in chosen)


def _chosen(said: Mentions, catalogue: Catalogue) -> list[Entry] | None:
    """The documents meant: those named, and those with the places named besides; None where nothing is said."""
    by_features = _by_features(said, catalogue)
    if siblings := _siblings(said, catalogue):
        return [*said.named, *siblings]
    if said.years and said.named and not any(entry.years & set(said.years) for entry in said.named):
        return [*said.named, *by_features] if by_features and _elsewhere(said) else []
    if not said.named:
        return [] if said.unknown else by_features
    beside = _of_same_sort((by_features or []) if said.regions or _other_issuers(said) else [], said)
    return [*said.named, *(entry for entry in beside if entry not in said.named)]


def _other_issuers(said: Mentions) -> list[str]:
    """The issuers said that did not issue what is named: 国办那份通报 means no other paper of theirs."""
    of_named = [entry.document.issuer or "" for entry in said.named]
    return [issuer for issuer in said.issuers if not any(own.startswith(issuer) for own in of_named)]


def _siblings(said: Mentions, catalogue: Catalogue) -> list[Entry]:
    """Documents of the places of those named that are said by year and kind alone: 北京2014年要点和2016年意见."""
    places = {entry.document.region for entry in said.named}
    is_elsewhere = not places.issuperset(said.regions)
    years = set(said.years).difference(*(entry.years for entry in said.named)) if not is_elsewhere else set()
    of_years = [e for e in catalogue.entries if e.years & years and e.document.region in places and e not in said.named]
    return [entry for entry in of_years if said.kinds and (entry.kind or "").endswith(said.kinds)]


def _elsewhere(said: Mentions) -> bool:
    """Whether places are said besides documents of other places: a year is theirs then (条例和北京2016年的意见)."""
    return bool(said.regions) and not any(entry.document.region in said.regions for entry in said.named)


def _of_same_sort(beside: list[Entry], said: Mentions) -> list[Entry]:
    """Of each place beside a named document what is of its kind and year, where there is such a one.

    北京和上海2014年要点: of Beijing too the work points of 2014.
    """
    if said.years or said.kinds:
        return beside
    sorts = {(entry.kind, entry.years) for entry in said.named}
    alike = [entry for entry in beside if (entry.kind, entry.years) in sorts]
    places = {entry.document.region for entry in alike}
    return [entry for entry in beside if entry in alike or entry.document.region not in places]


def _by_features(said: Mentions, catalogue: Catalogue) -> list[Entry] | None:
    """Documents that agree with all of region, issuer, year and kind that are said; None where nothing is said."""
    chosen = list(catalogue.entries)
    if said.issuers or said.regions or said.is_national:
        chosen = [entry for entry in chosen if _is_of(entry, said)]
    if said.years:
        chosen = [e for e in chosen if e.years & set(said.years)]
    of_kind = [e for e in chosen if (e.kind or "").endswith(said.kinds)] if said.kinds else []
    if not (said.issuers or said.regions or said.is_national or said.years or of_kind):
        return None
    return of_kind or chosen


def _is_of(entry: Entry, said: Mentions) -> bool:
    """Whether a document is of one of the issuers or places that are said."""
    by_issuer = bool(said.issuers) and (entry.document.issuer or "").startswith(said.issuers)
    nationwide = said.is_national and not said.issuers and entry.is_national
    return by_issuer or nationwide or any(lies_in(entry.document.region, region) for region in said.regions)


def _missing(said: Mentions, catalogue: Catalogue, entries: Sequence[Entry]) -> list[str]:
    regions = [short_form(region) for region in said.regions if not catalogue.has_region(region)]
    years = [f"{year}年" for year in said.years if not any(year in entry.years for entry in entries)]
    return [*regions, *years, *said.unknown, *_without_document(said, catalogue, entries)]


def _without_document(said: Mentions, catalogue: Catalogue, entries: Sequence[Entry]) -> list[str]:
    """Of several places those that the library holds, but nothing of the year or kind that is said: 上海2016年意见."""
    if len(said.regions) < 2 or said.named or not (said.years or said.kinds):
        return []
    held = [region for region in said.regions if catalogue.has_region(region)]
    found = {region for region in held for entry in entries if lies_in(entry.document.region, region)}
    sort = "".join([*(f"{year}年" for year in said.years[:1]), *said.kinds[:1]])
    return [short_form(region) + sort for region in held if found and region not in found]


def _held(said: Mentions, catalogue: Catalogue) -> bool:
    """Whether at least something of what is named is in the library."""
    if said.unknown and not said.named:
        return False
    if any(not said.years or entry.years & set(said.years) for entry in said.named):
        return True
    regions = [region for region in said.regions if catalogue.has_region(region)]
    held = [e for e in catalogue.entries if any(lies_in(e.document.region, region) for region in regions)]
    return any(not said.years or entry.years & set(said.years) for entry in held)


def _spoken(said: Mentions) -> tuple[str, ...]:
    places = [word for region in (*said.regions, *said.at) for word in (region, short_form(region))]
    places += [word for word in issuers() if said.issuers]
    years = [word for year in said.years for word in (f"{year}年", str(year))]
    kinds = [f"{kind}{mark}" for kind in said.kinds for mark in ("中", "里", "")] if not said.named else []
    kinds += [f"{year}{joint}{kind}" for year in years for kind in said.kinds for joint in ("", "的")]
    return (*said.spoken, *places, *years, *kinds)


def _unique(values: list[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
