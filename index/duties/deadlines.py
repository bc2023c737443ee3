"""Find what a text says about time limits: dates, periods, frequencies."""

import re
from functools import cache
from typing import NamedTuple

from index.duties.words import words


class Deadline(NamedTuple):
    """A deadline, period or frequency as written, and where it stands in the text."""

    start: int
    end: int
    text: str


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    table = words()["deadlines"]
    number, unit = table["number"], table["unit"]
    return tuple(re.compile(entry.replace("{n}", number).replace("{unit}", unit)) for entry in table["patterns"])


def deadline_words(text: str) -> list[Deadline]:
    """Return every deadline, period and frequency of a text in order; 及时 and 尽快 are none.

    Where two overlap, the one that begins first counts, and of those the longest.
    """
    matches = [match for entry in _patterns() for match in entry.finditer(text)]
    found = [Deadline(*match.span(), match.group()) for match in matches]
    kept: list[Deadline] = []
    for deadline in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or deadline.start >= kept[-1].end:
            kept.append(deadline)
    return kept
