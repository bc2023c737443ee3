"""What the officer asked, as far as rules can tell: aspects, scope, and places named exactly."""

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.answer import Scope

LAST_ONE = -1
"""Number of the last provision of a unit."""


DECISION = "decision"
"""Refuses a question that wants the agency's own decision made."""


class Aspect(StrEnum):
    """What kind of answer a question wants; a question may want several."""

    WHO = "who"
    WHEN = "when"
    HOW_FINE = "how_fine"
    WHAT = "what"
    WHETHER = "whether"
    DEFINITION = "definition"
    PROCEDURE = "procedure"
    DUTIES_OF_BODY = "duties_of_body"
    COMPARISON = "comparison"
    PROVISION = "provision"
    STRUCTURE = "structure"
    CATALOGUE = "catalogue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """To what somebody restricts a question beside its words; what is empty restricts nothing."""

    documents: tuple[str, ...] = ()
    """Document ids."""
    regions: tuple[str, ...] = ()
    """Full names; what lies in a region counts as of it."""
    years: tuple[int, ...] = ()
    bodies: tuple[str, ...] = ()
    """Actors as the texts have them: only provisions that give one of them a duty, or name it."""
    ignored: Scope = field(default_factory=Scope)
    """What the question was taken to be about and is not; documents, regions and years count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A provision named by its number, before anybody looked whether it exists."""

    written: str
    """As the question has it."""
    addresses: tuple[str, ...]
    """Endings that an address must have, the likeliest first: 第三十三条第三款, (十三), 七、"""
    number: int
    """`LAST_ONE` for the last of its unit, -2 for the one before it."""
    unit: str
    """条, 项, 部分, 类, 行 or 款: what is counted, for saying how many there are."""
    within: str | None = None
    """Address of what the place is said to stand in, for counting there."""
    of: tuple[str, ...] = ()
    """Ids of the documents named right before it, where several are named; none for all that are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question after `understand`."""

    text: str
    """What the officer wrote."""
    query: str
    """What is searched: the text with what the conversation and the lexicon add."""
    aspects: frozenset[Aspect]
    scope: Scope
    documents: tuple[str, ...] | None
    """Ids of the documents to search; None for all, none where those asked about are outside the filter."""
    sides: tuple[tuple[str, ...], ...] = ()
    """What the question itself names side by side, each with the ids of its documents; none where fewer than two."""
    above: tuple[str, ...] = ()
    """Ids of the documents that hold there too, where the question names a region and no document."""
    about_places: tuple[str, ...] = ()
    """Places that the question names without any document: it may be about them, not out of their texts."""
    asking: str = ""
    """The part of the text that asks, in simplified Chinese; '' where that was not looked for."""
    named: bool = False
    """Whether the question itself names the documents, so that no other may answer."""
    only_bodies: tuple[str, ...] = ()
    """The filter's bodies; none for all."""
    places: tuple[Place, ...] = ()
    topic: str = ""
    """The text without the words that ask, name documents or name bodies."""
    synonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Everyday words in the question, each with the official words that say the same."""
    notices: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    """Rewordings to choose from, where the question is ambiguous."""
    refusal: str | None = None
    """Key of a fixed text, where the question is not one for a library of rules."""
    weighed: tuple[str, ...] = ()
    """Topics on which the rules say what a decision has to weigh, where one is asked for."""
    is_out_of_scope: bool = False
    """Whether the question belongs to another trade altogether."""
    parts: tuple["Question", ...] = ()
    """A question for each of several things of which this one asks the same."""
    history: tuple[str, ...] = field(default=())
