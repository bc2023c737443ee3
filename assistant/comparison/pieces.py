"""Cut verbatim words into clauses, and clauses into what they enumerate."""

import re

from assistant.comparison.wording import pattern

STOP = r"[，。；：！？!?\n,;:|]|(?<!\d)\.|\.(?!\d)"
"""Ends a clause; a full stop also where it stands for every mark, but not inside a number."""
CLAUSE = re.compile(rf"(?:(?!{STOP}).)+")
ITEM = re.compile(r"[^、（）()]+")
BLANK = " 　\t"
COMMA = "，,"


Span = tuple[int, int]
"""Where words begin and end in a text."""


def clause_spans(text: str) -> list[Span]:
    """Return where the clauses of a text stand, blanks around them left out; a condition is one with what follows."""
    found: list[Span] = []
    for match in CLAUSE.finditer(text):
        clause = match[0].strip(BLANK)
        start = match.start() + match[0].index(clause)
        if found and text[found[-1][1]] in COMMA and pattern("condition").search(text[slice(*found[-1])]):
            found[-1] = (found[-1][0], start + len(clause))
        elif len(clause) > 1:
            found.append((start, start + len(clause)))
    return found


def clauses(text: str) -> list[str]:
    """Return the clauses of a text, in order, each a substring of it."""
    return [text[start:end] for start, end in clause_spans(text)]


def items(text: str, clause: Span) -> list[Span]:
    """Return where the members of a clause stand: what is between 、 and brackets."""
    return [match.span() for match in ITEM.finditer(text, *clause)]
