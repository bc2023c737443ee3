"""The hard facts of a clause, by kind: how finely, when, how many, how far."""

from collections.abc import Callable
from enum import StrEnum

from assistant.comparison.wording import degrees, pattern
from assistant.verify.facts import document_numbers, numbers
from index.duties import deadline_words

NOT_COUNTED = ("年", "年度", "级", "类")
"""Units of dates and ranks."""


class Kind(StrEnum):
    """Of what kind a difference is, in the order in which kinds are told."""

    FINENESS = "fineness"
    TIME = "time"
    FIGURE = "figure"
    DEGREE = "degree"
    CONTENT = "content"


Facts = frozenset[str]


def fineness(text: str) -> Facts:
    """Return the levels and classifications down to which something is made public."""
    found = [match["to"] for match in pattern("fineness").finditer(text)]
    return frozenset(f"{level['level']}级" if (level := pattern("level").search(one)) else one for one in found)


def times(text: str) -> Facts:
    """Return deadlines, periods and frequencies, without blanks."""
    return frozenset("".join(found.text.split()) for found in deadline_words(text))


def figures(text: str) -> Facts:
    """Return numbers with their units; dates, ranks and the numbers of documents are none."""
    if document_numbers(text):
        return frozenset()
    rest = text
    for found in deadline_words(text):
        rest = rest.replace(found.text, "□")
    counted = (one for one in numbers(rest) if not one.startswith("第") and not one.endswith(NOT_COUNTED))
    return frozenset(one for one in counted if not one.replace(".", "").isdigit() or "." in one)


def degree(text: str) -> Facts:
    """Return the words that say how far, how firmly or how soon."""
    return frozenset(degrees().findall(text))


READ: dict[Kind, Callable[[str], Facts]] = {Kind.FINENESS: fineness, Kind.TIME: times, Kind.FIGURE: figures}
"""How the facts of each kind are read; words of degree mean something only between two clauses that correspond."""
