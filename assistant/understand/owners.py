"""Of which document each provision named by number is: 条例第三十三条和上海要点第十二条."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.folding import fold
from assistant.question import Place

Named = Callable[[str], tuple[str, ...]]
"""Gives the ids of the documents that some words name."""


def owned(places: Sequence[Place], text: str, documents: Sequence[str], named: Named) -> tuple[Place, ...]:
    """Return the places in the order of the text, each with the documents named right before it.

    What follows without a name is of the same.

    As they are where there is only one, or where one is written otherwise than in the text.
    """
    if len(places) < 2 or len(documents) < 2 or (ends := _ends(places, folded := fold(text))) is None:
        return tuple(places)
    found: list[Place] = []
    owners: tuple[str, ...] = ()
    start = 0
    for end, at in sorted((end, at) for at, end in enumerate(ends)):
        owners = tuple(name for name in named(folded[start:end]) if name in documents) or owners
        found.append(replace(places[at], of=owners))
        start = end
    return tuple(found)


def _ends(places: Sequence[Place], folded: str) -> list[int] | None:
    """Where each place ends in the text; None where one does not stand there as it is written."""
    ends: dict[str, int] = {}
    found = []
    for place in places:
        at = folded.find(place.written, ends.get(place.written, 0))
        if at < 0 or not place.written:
            return None
        ends[place.written] = at + len(place.written)
        found.append(ends[place.written])
    return found
