"""What of a topic a document lacks altogether: words that a text which answers would have."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assistant.folding import fold
from index.words import Word, stands_in, words


class Lack(NamedTuple):
    """What a text lacks of a topic, in importance of words."""

    total: float
    """0 and above."""
    greatest: float
    """That of the weightiest word lacking: 0 to 1."""


class Lacking:
    """Measures documents against one topic."""

    def __init__(self, topic: str, synonyms: Mapping[str, Sequence[str]]) -> None:
        """Read the words of a topic; an everyday word of `synonyms` is said by each of its official words."""
        self._words = words(topic)
        self._official = {word.text: _official(word, synonyms) for word in self._words}

    def __call__(self, text: str) -> Lack:
        """Return how much a text lacks."""
        lacking = [word.importance for word in self.words(text)]
        return Lack(sum(lacking), max(lacking, default=0.0))

    def words(self, text: str) -> list[Word]:
        """Return the words that a text lacks."""
        return [word for word in self._words if not self._says(text, word)]

    def _says(self, text: str, word: Word) -> bool:
        return stands_in(word.text, text) or any(official in text for official in self._official[word.text])


def _official(word: Word, synonyms: Mapping[str, Sequence[str]]) -> list[str]:
    return [
        other
        for everyday, official in synonyms.items()
        if word.text in everyday or everyday in word.text
        for other in (*official, *map(fold, official))
    ]
