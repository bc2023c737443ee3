"""How much of a topic provisions speak to: the share of its terms that stand there, rare terms weighing more."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.folding import fold
from index.tokens import pairs

UNKNOWN_SHARE = 0.5
"""Weight of a term that the library does not have at all, against that of the rarest it has: often it only asks."""
SYNONYM_SHARE = 0.8
"""What an official word counts for the everyday word that was said."""
LITERAL_CHARS = 3
"""Shorter words also stand inside others (收费 in 行政事业性收费), so finding them proves nothing."""

Shares = NDArray[np.float64]
"""One share a text: 0 to 1."""


class Covered(NamedTuple):
    """How much of a topic stands in each of some texts."""

    shares: Shares
    of_rare: Shares
    """The same with rare terms weighing far more: whether the word that the question turns on is there at all."""


class Coverage:
    """Measures texts against one topic."""

    def __init__(self, topic: str, *, count: int, frequency: Callable[[str], int]) -> None:
        """Weigh the topic's pairs of characters; `frequency` says in how many of `count` passages a term stands."""
        self._terms = sorted(pairs(topic))
        self._weights = np.array([_weight(frequency(term), count) for term in self._terms])

    def __call__(self, folded: Sequence[str], synonyms: Mapping[str, Sequence[str]]) -> Covered:
        """Measure folded texts; where an official word stands, the everyday word of `synonyms` counts as said."""
        if not self._weights.sum() or not folded:
            return Covered(np.zeros(len(folded)), np.zeros(len(folded)))
        standing = self._standing(folded)
        if everyday := _folded_words(synonyms):
            widened = self._standing([text + _everyday_words(text, everyday) for text in folded])
            standing = standing + SYNONYM_SHARE * (widened - standing)
        squares = self._weights**2
        return Covered(standing @ self._weights / self._weights.sum(), standing @ squares / squares.sum())

    def _standing(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Shape (texts, terms): 1 where the term stands in the text."""
        return np.array([[term in text for term in self._terms] for text in texts], dtype=np.float64)


def _weight(frequency: int, count: int) -> float:
    rarity = math.log(1 + count / (1 + frequency))
    return rarity if frequency else UNKNOWN_SHARE * rarity


def _folded_words(synonyms: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    return {word: [fold(other) for other in official] for word, official in synonyms.items()}


def _everyday_words(folded: str, synonyms: Mapping[str, Sequence[str]]) -> str:
    """Return the everyday words whose official words stand in a folded text: they count as said there."""
    return "".join(word for word, official in synonyms.items() if any(other in folded for other in official))


def not_literal(synonyms: Mapping[str, Sequence[str]], folded: Sequence[str]) -> dict[str, Sequence[str]]:
    """Leave out the longer everyday words that folded texts use themselves: there the word is the best evidence."""
    return {
        word: official
        for word, official in synonyms.items()
        if len(word) < LITERAL_CHARS or not any(word in text for text in folded)
    }
