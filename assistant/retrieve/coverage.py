"""How much of a topic a provision speaks to: the share of its terms that stand there, rare terms weighing more."""

import math
from collections.abc import Callable, Mapping, Sequence

from assistant.folding import fold
from index.tokens import pairs

UNKNOWN_SHARE = 0.5
"""Weight of a term that the library does not have at all, against that of the rarest it has: often it only asks."""
SYNONYM_SHARE = 0.8
"""What an official word counts for the everyday word that was said."""
LITERAL_CHARS = 3
"""Shorter words also stand inside others (收费 in 行政事业性收费), so finding them proves nothing."""


class Coverage:
    """Measures texts against one topic."""

    def __init__(self, topic: str, *, count: int, frequency: Callable[[str], int]) -> None:
        """Weigh the topic's pairs of characters; `frequency` says in how many of `count` passages a term stands."""
        self._weights = {pair: _weight(frequency(pair), count) for pair in pairs(topic)}
        self._squares = {pair: weight**2 for pair, weight in self._weights.items()}

    def __call__(self, folded: str, synonyms: Mapping[str, Sequence[str]]) -> float:
        """Return the weighted share of the topic that stands in a folded text: 0 to 1."""
        return _share(self._weights, folded, synonyms)

    def of_rare(self, folded: str, synonyms: Mapping[str, Sequence[str]]) -> float:
        """The same with rare terms weighing far more: whether the word that the question turns on is there at all."""
        return _share(self._squares, folded, synonyms)


def _share(weights: Mapping[str, float], folded: str, synonyms: Mapping[str, Sequence[str]]) -> float:
    total = sum(weights.values())
    if not total:
        return 0.0
    said = folded + _everyday_words(folded, synonyms)
    plain = sum(weight for term, weight in weights.items() if term in folded)
    widened = sum(weight for term, weight in weights.items() if term in said)
    return (plain + SYNONYM_SHARE * (widened - plain)) / total


def _weight(frequency: int, count: int) -> float:
    rarity = math.log(1 + count / (1 + frequency))
    return rarity if frequency else UNKNOWN_SHARE * rarity


def _everyday_words(folded: str, synonyms: Mapping[str, Sequence[str]]) -> str:
    """Return the everyday words whose official words stand in a folded text: they count as said there."""
    return "".join(word for word, official in synonyms.items() if any(fold(other) in folded for other in official))


def not_literal(synonyms: Mapping[str, Sequence[str]], texts: Sequence[str]) -> dict[str, Sequence[str]]:
    """Leave out the longer everyday words that the texts use themselves: there the word is the best evidence."""
    folded = [fold(text) for text in texts]
    return {
        word: official
        for word, official in synonyms.items()
        if len(word) < LITERAL_CHARS or not any(word in text for text in folded)
    }
