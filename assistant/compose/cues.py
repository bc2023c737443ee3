"""What shows that a sentence gives the kind of thing a question asks for; the words stand in cues.toml."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from assistant.compose.quantity import figure_asked
from assistant.compose.who_when import says_when
from assistant.folding import fold, simplify
from assistant.question import Aspect, Question
from index.corpus import Provision

FIGURE, ALONE, LEAD = "figure", "alone", "lead"
WORTH_OF_TIME = 0.3
WORTH_OF_FIGURE = 0.2
"""A sentence with a time, or a figure with the very unit, is worth so much more where that is asked for."""


class Cue(NamedTuple):
    """A kind of thing asked for and its look."""

    aspect: str | None
    asked: re.Pattern[str] | None
    said: re.Pattern[str]
    worth: float
    kind: str

    def is_asked(self, question: Question, folded: str) -> bool:
        """Whether a question, given with its folded words, asks for that kind."""
        return self.aspect in question.aspects if self.asked is None else bool(self.asked.search(folded))


class Cues:
    """The kinds of thing that one question asks for."""

    def __init__(self, question: Question) -> None:
        """Read the question."""
        folded = fold(simplify(question.asking or question.text))
        self._cues = [cue for cue in _table() if cue.is_asked(question, folded)]
        self._figure = figure_asked(question.text)
        self._is_when = self._figure is None and Aspect.WHEN in question.aspects

    def __call__(self, sentence: str) -> float:
        """Return what a sentence is worth for the kinds of thing that it gives: 0 and above."""
        folded = fold(sentence)
        worth = sum(cue.worth for cue in self._cues if cue.said.search(folded))
        worth += WORTH_OF_TIME if self._is_when and says_when(sentence) else 0.0
        return worth + (WORTH_OF_FIGURE if self._figure and self._figure.said_by(sentence) else 0.0)

    def leads(self, lead_in: str, item: str) -> bool:
        """Whether the words that lead into a list give for an item what it does not: who acts, what follows."""
        wanted = (cue.said for cue in self._cues if cue.kind == LEAD)
        return any(said.search(fold(lead_in)) and not said.search(fold(item)) for said in wanted)


def asks_figure(question: str) -> bool:
    """Whether a question asks for a figure of any kind."""
    folded = fold(simplify(question))
    return any(cue.kind == FIGURE and cue.asked is not None and cue.asked.search(folded) for cue in _table())


def alone(question: Question) -> list[re.Pattern[str]]:
    """Return what shows that a text gives what is asked for, where only such texts answer; none for most questions."""
    folded = fold(simplify(question.asking or question.text))
    return [cue.said for cue in _table() if cue.kind == ALONE and cue.is_asked(question, folded)]


def is_general(provision: Provision, question: Question) -> bool:
    """Whether a provision stands in a section that tells what the text is for, and the question asks for none of it."""
    words, headings = _read(), (*provision.headings, provision.heading or "")
    stands_there = any(re.search(words["general"], heading) for heading in headings)
    return stands_there and not re.search(words["asks_general"], fold(simplify(question.text)))


def continues(sentence: str) -> bool:
    """Whether a sentence goes on about what the one before it says: 此类案件应当……."""
    return bool(re.match(_read()["continues"], fold(sentence)))


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(resources.files("assistant.compose").joinpath("cues.toml").read_text("utf-8"))


@cache
def _table() -> tuple[Cue, ...]:
    return tuple(
        Cue(
            entry.get("aspect"),
            re.compile(entry["asked"]) if "asked" in entry else None,
            re.compile(entry["said"]),
            entry["worth"],
            entry.get("kind", ""),
        )
        for entry in _read()["cue"]
    )
