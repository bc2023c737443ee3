"""Read title, number, issuer and dates out of a policy text; what is not certain stays None."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.metadata.history import Event, read_effective, read_events
from index.metadata.layout import Layout, read_layout
from index.metadata.numbers import decree_issuer
from index.metadata.places import Level, Place, place_of_body, region_of_title
from index.metadata.titles import Head, enclosed_titles, read_head, title_issuer
from index.metadata.words import is_body


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a text says about itself."""

    title: str | None = None
    alternative_titles: tuple[str, ...] = ()
    """Other titles printed in it, in order."""
    document_number: str | None = None
    issuer: str | None = None
    """Joint issuers are joined by 、"""
    issued: date | None = None
    effective: date | None = None
    region: str | None = None
    level: Level | None = None


def read_metadata(text: str) -> Metadata:
    """Read what a text, bare or Markdown, says about itself."""
    layout = read_layout(text)
    head = read_head(layout.head)
    enclosed = enclosed_titles(layout.enclosed, "".join([*layout.head, *layout.letter]))
    titles = list(dict.fromkeys([*head.titles, *enclosed.titles]))
    title = titles[0] if titles else None
    events, in_force = read_events([*head.notes, *enclosed.notes])
    latest = _latest(layout, head, events)
    issued = latest.day if latest else None
    number = latest.number if latest and latest.revises else head.number or (latest.number if latest else None)
    numbers = [number, head.number, *(event.number for event in events)]
    issuer = _issuer(layout, titles, numbers) or head.issuer or (latest.issuer if latest else None)
    place = _place(issuer, title)
    return Metadata(
        title=title,
        alternative_titles=tuple(titles[1:]),
        document_number=number,
        issuer=issuer,
        issued=issued,
        effective=_effective(layout, issued, in_force, latest),
        region=place.region if place else None,
        level=place.level if place else None,
    )


def _latest(layout: Layout, head: Head, events: Sequence[Event]) -> Event | None:
    """Return the last thing that made the text what it is: the signature, or a revision after it."""
    known = list(events)
    if layout.signed:
        known.append(Event(day=layout.signed, number=head.number, revises=False))
    if not known:
        return None
    last = max(event.day for event in known)
    # Of a signature and a note on the same day, the one that prints a number says more.
    return next((event for event in reversed(known) if event.day == last and event.number), _on(known, last))


def _on(events: Sequence[Event], day: date) -> Event:
    return next(event for event in reversed(events) if event.day == day)


def _issuer(layout: Layout, titles: Sequence[str], numbers: Sequence[str | None]) -> str | None:
    """Return who signed, else whom the title names, else who gave the decree."""
    if layout.signatories:
        return "、".join(dict.fromkeys(layout.signatories))
    for title in titles:
        if issuer := title_issuer(title):
            return issuer
    decreed = {issuer for number in numbers if (issuer := decree_issuer(number)) and is_body(issuer)}
    return decreed.pop() if len(decreed) == 1 else None


def _effective(layout: Layout, issued: date | None, in_force: date | None, latest: Event | None) -> date | None:
    """Return the day of coming into force; of a revised text only one that belongs to the revision."""
    letter = layout.letter if layout.enclosed else []
    day = read_effective(letter, issued) or in_force or read_effective([*layout.letter, *layout.rest], issued)
    if day and issued and latest and latest.revises and day < issued:
        return None
    return day


def _place(issuer: str | None, title: str | None) -> Place | None:
    """Return the place all issuers share, or the region, without a level, that the title begins with."""
    if issuer:
        places = {place_of_body(name) for name in issuer.split("、")}
        return places.pop() if len(places) == 1 else None
    region = region_of_title(title) if title else None
    return Place(region, None) if region else None
