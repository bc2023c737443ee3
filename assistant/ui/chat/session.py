"""One conversation: its turns, kept by the server for as long as the page is open."""

import threading
from dataclasses import dataclass, field, replace

from assistant.answer import Answer, Citation
from assistant.feedback import Kind
from assistant.question import Filter

TURNS_KEPT = 40
"""Older turns leave the page, which is sent as a whole with every answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A question and, once it is there, its answer."""

    number: int
    """From 1, counted over the whole conversation."""
    question: str
    within: Filter = field(default_factory=Filter)
    answer: Answer | None = None
    offers: tuple[str, ...] = ()
    """Questions that may follow, each of which has an answer."""


Turns = tuple[Turn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What somebody said of an answer, and whether it was kept."""

    kind: Kind
    comment: str
    fault: str | None = None
    """Why it was not kept; None where it was."""


class Conversation:
    """What one page holds; its events share it, so that one that ends late does not undo another."""

    def __init__(self) -> None:
        self.turns: Turns = ()
        self.opinions: dict[int, Opinion] = {}
        """The last one on each turn, by its number."""
        self.stopping: threading.Event | None = None
        """Set to end the waiting for the answer that is being made."""

    def begin(self, question: str, within: Filter) -> Turn:
        """Add a question that waits for its answer."""
        self.turns = asked(self.turns, question, within)
        return self.turns[-1]

    def settle(self, turn: Turn, answer: Answer, offers: tuple[str, ...] = ()) -> bool:
        """Give a question its answer; False where it no longer waits for one."""
        if not any(waiting is turn for waiting in self.turns):
            return False
        settled = replace(turn, answer=answer, offers=offers)
        self.turns = tuple(settled if other is turn else other for other in self.turns)
        return True

    def turn(self, number: str) -> Turn | None:
        """Find an answered turn by its number, as the browser writes it."""
        return next((turn for turn in self.turns if str(turn.number) == number and turn.answer is not None), None)

    def before(self, turn: Turn) -> tuple[str, ...]:
        """Return the questions before a turn, oldest first."""
        return tuple(other.question for other in self.turns if other.number < turn.number)

    def clear(self) -> None:
        """Forget everything, and wait for nothing."""
        self.stop()
        self.turns, self.opinions = (), {}

    def stop(self) -> None:
        """End the waiting for an answer, where there is one."""
        if self.stopping is not None:
            self.stopping.set()

    def __deepcopy__(self, memo: object) -> "Conversation":
        # Gradio copies what a page begins with; a page begins with an empty conversation.
        return Conversation()


def asked(turns: Turns, question: str, within: Filter | None = None) -> Turns:
    """Add a question that waits for its answer."""
    number = turns[-1].number + 1 if turns else 1
    return (*turns, Turn(number=number, question=question, within=within or Filter()))[-TURNS_KEPT:]


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
