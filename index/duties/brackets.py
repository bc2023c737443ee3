"""Read duties from the brackets that close a provision: “(市环保局牵头落实)”."""

from typing import NamedTuple

from index.corpus import Duty, Provision
from index.duties.bodies import is_body
from index.duties.clauses import cut_act, opening_sentence
from index.duties.deadlines import deadline_words
from index.duties.holders import holders

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
    found = holders(bracket.text, provision.start + bracket.start)
    deadlines = deadline_words(bracket.text)
    act = provision.heading or cut_act(opening_sentence(provision.own_text))
    return [
        Duty(
            actor=holder.body.text,
            role=holder.role,
            act=act,
            deadline=deadlines[0].text if len(deadlines) == 1 else None,
            start=holder.start,
            end=holder.end,
        )
        for holder in found
        if holder.says_role and is_body(holder.body.text)
    ]
