"""A question of a quiz, and the provisions that are its key."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Kind(StrEnum):
    """What a question asks and how."""

    WHO_SINGLE = "who_single"
    WHO_MULTIPLE = "who_multiple"
    WHEN_SINGLE = "when_single"
    WHEN_MULTIPLE = "when_multiple"
    WHAT_SINGLE = "what_single"
    WHAT_MULTIPLE = "what_multiple"
    DEPTH = "depth"
    TRUTH = "truth"
    MATCH = "match"
    FIND = "find"


class Form(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUTH = "truth"
    MATCH = "match"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One provision that answers a question."""

    document_id: str
    address: str
    quote: str
    """Verbatim from the provision."""
    carried_from: str | None = None
    """Address of the row above in which the quoted value is printed."""


class Fact(Protocol):
    """What a question asks about: it knows what is right, and of any other value whether it might be."""

    @property
    def rights(self) -> Collection[str]:
        """All values that the provision says."""

    def also_right(self, value: str) -> str | None:
        """Say why a value that is no answer may be right all the same; None where it is surely wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What an option stands for: a value held against a fact."""

    fact: Fact
    value: str
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with its options, answer and key."""

    kind: Kind
    form: Form
    document_id: str
    stem: str
    options: tuple[str, ...]
    answer: tuple[int, ...]
    """Indexes of the right options; for a match the index of the option for each item, in order."""
    keys: tuple[Key, ...]
    claims: tuple[Claim, ...]
    """Everything the question claims to be right or wrong, for the check that none of it is ambiguous."""
    items: tuple[str, ...] = ()
    """What the options are matched to; only for a match."""

    def is_right(self, given: tuple[int, ...]) -> bool:
        """Whether an answer is right; the order counts only for a match."""
        if self.form is Form.MATCH:
            return given == self.answer
        return set(given) == set(self.answer)
