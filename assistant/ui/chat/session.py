"""One conversation: its turns, kept by the server for as long as the page is open."""

from dataclasses import dataclass, replace

from assistant.answer import Answer, Citation

TURNS_KEPT = 40
"""Older turns leave the page, which is sent as a whole with every answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A question and, once it is there, its answer."""

    number: int
    """From 1, counted over the whole conversation."""
    question: str
    answer: Answer | None = None


Turns = tuple[Turn, ...]


def asked(turns: Turns, question: str) -> Turns:
    """Add a question that waits for its answer."""
    number = turns[-1].number + 1 if turns else 1
    return (*turns, Turn(number=number, question=question))[-TURNS_KEPT:]


def answered(turns: Turns, answer: Answer) -> Turns:
    """Give the last question its answer."""
    return (*turns[:-1], replace(turns[-1], answer=answer))


def citation_at(turns: Turns, place: str) -> Citation | None:
    """Find what `3-2` (second citation of turn 3) or `3-n2` (its second nearest provision) points to.

    The place comes from the browser: whatever is not there gives None.
    """
    number, _, marker = place.partition("-")
    for turn in turns:
        if turn.answer is not None and str(turn.number) == number:
            nearest = {f"n{count}": found for count, found in enumerate(turn.answer.nearest, 1)}
            cited = {str(citation.marker): citation for citation in turn.answer.citations}
            return (cited | nearest).get(marker)
    return None


def clean(question: str) -> str:
    """Drop what cannot be seen or sent: controls, lone surrogates, format characters."""
    return "".join(map(_kept, question)).strip()


def _kept(character: str) -> str:
    if character.isprintable() or character == "\n":
        return character
    return " " if character.isspace() else ""
