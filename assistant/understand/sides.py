"""What a question sets side by side: each document that it names, and each place, year or kind with its documents."""

from collections.abc import Sequence

from assistant.catalogue import Entry
from assistant.regions import lies_in
from assistant.understand.mentions import Mentions

Side = tuple[str, ...]
"""Ids of the documents that speak for one side."""


def sides(said: Mentions, chosen: Sequence[Entry]) -> tuple[Side, ...]:
    """Return the sides in the order of the documents; none where fewer than two are named."""
    grouped: dict[tuple[object, ...], list[str]] = {}
    for entry in chosen:
        name = entry.document.id
        of = (name,) if entry in said.named else (_place(entry, said), _year(entry, said), _kind(entry, said))
        grouped.setdefault(of, []).append(name)
    return tuple(map(tuple, grouped.values())) if len(grouped) > 1 else ()


def _place(entry: Entry, said: Mentions) -> str:
    return next((region for region in said.regions if lies_in(entry.document.region, region)), "")


def _year(entry: Entry, said: Mentions) -> int | None:
    return next((year for year in said.years if year in entry.years), None)


def _kind(entry: Entry, said: Mentions) -> str | None:
    return next((kind for kind in said.kinds if (entry.kind or "").endswith(kind)), None)
