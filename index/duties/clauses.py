"""Cut a text into sentences and clauses without losing where they stand."""

from collections.abc import Iterator
from typing import NamedTuple

from index.corpus import Provision
from index.duties.words import pattern

OPENING, CLOSING = "(（“‘《〈「", ")）”’》〉」"
SENTENCE_ENDS = "。！？：\n"
CLAUSE_ENDS = "，,；;"
LONGEST_ACT = 60
"""Characters; an act is cut at the clause end nearest to it."""
MOST_OF_ACT = 90
"""Characters; a clause that is longer is cut inside."""


class Clause(NamedTuple):
    """A stretch between two marks, and the mark after it; '' at the end of the text."""

    start: int
    end: int
    text: str
    mark: str


def sentences(text: str) -> Iterator[list[Clause]]:
    """Yield the clauses of each sentence; marks within brackets and quotes do not count."""
    gathered: list[Clause] = []
    for clause in _cut(text, SENTENCE_ENDS + CLAUSE_ENDS):
        gathered.append(clause)
        if clause.mark in SENTENCE_ENDS:
            yield gathered
            gathered = []


def dotted_clauses(text: str) -> list[Clause]:
    """Return the clauses of a text in which a full stop stands for every mark."""
    return [*_cut(text, "." + SENTENCE_ENDS + CLAUSE_ENDS)]


def _cut(text: str, marks: str) -> Iterator[Clause]:
    start = depth = 0
    for position, sign in enumerate(text):
        depth = max(0, depth + (sign in OPENING) - (sign in CLOSING))
        if sign == "\n":
            depth = 0
        if sign in marks and depth == 0 and not _within_number(text, position):
            yield from _clause(text, start, position, sign)
            start = position + 1
    yield from _clause(text, start, len(text), "")


def _clause(text: str, start: int, end: int, mark: str) -> Iterator[Clause]:
    inked = text[start:end].strip()
    if inked or mark in SENTENCE_ENDS:
        start += len(text[start:end]) - len(text[start:end].lstrip()) if inked else 0
        yield Clause(start, start + len(inked), inked, mark)


def _within_number(text: str, position: int) -> bool:
    around = text[max(0, position - 1) : position] + text[position + 1 : position + 2]
    return text[position] == "." and len(around) == 2 and around.isdigit()


def number_length(text: str) -> int:
    """Return how many characters the number takes with which a provision opens."""
    match = pattern("sentences", "number_pattern").match(text)
    return match.end() if match else 0


def opening_sentence(text: str) -> str:
    """Return the first sentence of a provision, without its number."""
    start = number_length(text)
    return next((clause.text for clause in _cut(text[start:], SENTENCE_ENDS) if clause.text), "")


def cut_act(act: str) -> str:
    """Shorten an act to about `LONGEST_ACT` characters, at the end of a clause; verbatim otherwise."""
    if len(act) <= LONGEST_ACT:
        return act
    ends = [clause.end for clause in _cut(act, CLAUSE_ENDS)]
    nearest = min(ends, key=lambda end: abs(end - LONGEST_ACT))
    if nearest > MOST_OF_ACT:
        inside = [clause.end for clause in _cut(act, CLAUSE_ENDS + "、") if clause.end <= LONGEST_ACT]
        nearest = max(inside, default=0)
    return act[: nearest or LONGEST_ACT]


def named_act(provision: Provision) -> str:
    """Return what bodies named beside a text are to do: its heading, else its first sentence."""
    return provision.heading or cut_act(opening_sentence(provision.own_text))
