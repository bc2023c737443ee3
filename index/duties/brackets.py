"""Read duties from the brackets that close a provision: “(市环保局牵头落实)”."""

from typing import NamedTuple

from index.corpus import Duty, Provision
from index.duties.clauses import named_act
from index.duties.deadlines import deadline_words
from index.duties.holders import held_duties

OPENING, CLOSING = "(（［【", ")）］】"


class Bracket(NamedTuple):
    """The words inside a closing bracket; the bracket itself is one character to each side."""

    start: int
    end: int
    text: str


def closing_bracket(text: str) -> Bracket | None:
    """Return the bracket in which a text ends, whatever full stop follows it."""
    end = len(text.rstrip("。.； \t\n　"))
    depth = 0
    for position in range(end - 1, -1, -1):
        depth += (text[position] in CLOSING) - (text[position] in OPENING)
        if depth == 0:
            within = text[position + 1 : end - 1]
            return Bracket(position + 1, end - 1, within) if position < end - 1 else None
    return None


def read_bracket(provision: Provision) -> list[Duty]:
    """Return the duties of the closing bracket; none unless it names a body and says a role.

    A deadline binds them only if it stands in the bracket with them, and there alone.
    """
    bracket = closing_bracket(provision.own_text)
    if bracket is None:
        return []
    deadlines = deadline_words(bracket.text)
    return held_duties(
        bracket.text,
        provision.start + bracket.start,
        act=named_act(provision),
        deadline=deadlines[0].text if len(deadlines) == 1 else None,
    )
