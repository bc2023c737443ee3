"""Which expected provisions are no longer what they were when their case was accepted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.fuzz import ratio

from evals.binding import Binding, Key
from evals.cases import Case
from evals.provisions import Words, fingerprint, places_of

ALIKE = 90
"""Percent: words this much alike at another place are the provision, moved; its number may have changed in them."""


class Change(StrEnum):
    """What became of a provision."""

    CHANGED = "changed"
    VANISHED = "vanished"
    MOVED = "moved"
    UNBOUND = "unbound"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """One expected provision of a case that a person has to look at."""

    case: str
    place: str
    change: Change
    old: str | None
    """The words at the time of accepting; None where this machine never saw them."""
    new: str | None
    moved_to: str | None = None


def stale(
    cases: Sequence[Case], bindings: Mapping[Key, Binding], held: Mapping[str, Words], remembered: Mapping[str, str]
) -> list[Stale]:
    """Compare bindings with the words a library has now.

    Documents that are not held at all say nothing of their provisions.

    Args:
        cases: In whose order the result is.
        bindings: Of the accepted words.
        held: The words that the library has, by document#address.
        remembered: Words seen earlier on this machine, by fingerprint.
    """
    documents = {place.partition("#")[0] for place in held}
    found = []
    for case in cases:
        for place in places_of(case):
            if place.partition("#")[0] in documents:
                one = _stale(case.id, place, bindings.get((case.id, place)), held, remembered)
                found += [one] if one else []
    return found


def _stale(
    case: str, place: str, binding: Binding | None, held: Mapping[str, Words], remembered: Mapping[str, str]
) -> Stale | None:
    words = held.get(place)
    new = (words.official or words.digest) if words else None
    known = _known(binding, words, held, place)
    old = remembered.get(known) if known else None
    if new is not None:
        if known == fingerprint(new):
            return None
        change = Change.CHANGED if known else Change.UNBOUND
        return Stale(case=case, place=place, change=change, old=old, new=new)
    target = _moved_to(place, known, old, held)
    change = Change.MOVED if target else Change.VANISHED
    return Stale(case=case, place=place, change=change, old=old, new=_text(held, target), moved_to=target)


def _known(binding: Binding | None, words: Words | None, held: Mapping[str, Words], place: str) -> str | None:
    """Return the accepted fingerprint of the kind of words that the document is held in."""
    if binding is None:
        return None
    document = place.partition("#")[0]
    sample = words or next(one for name, one in held.items() if name.partition("#")[0] == document)
    return binding.official if sample.official is not None else binding.digest


def _moved_to(place: str, known: str | None, old: str | None, held: Mapping[str, Words]) -> str | None:
    document = place.partition("#")[0]
    others = {name: _text(held, name) or "" for name in held if name.partition("#")[0] == document}
    same = [name for name, text in others.items() if known == fingerprint(text)]
    if same or old is None:
        return same[0] if same else None
    best = max(others, key=lambda name: ratio(old, others[name]))
    return best if ratio(old, others[best]) >= ALIKE else None


def _text(held: Mapping[str, Words], place: str | None) -> str | None:
    words = held.get(place) if place else None
    return (words.official or words.digest) if words else None
