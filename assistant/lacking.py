"""What of a topic a document lacks altogether: words that a text which answers would have."""

from collections.abc import Mapping, Sequence

from assistant.folding import fold
from index.words import Word, stands_in, words


class Lacking:
    """Measures documents against one topic."""

    def __init__(self, topic: str, synonyms: Mapping[str, Sequence[str]]) -> None:
        """Read the words of a topic; an everyday word of `synonyms` is said by each of its official words."""
        self._words = words(topic)
        self._official = {word.text: _official(word, synonyms) for word in self._words}

    def __call__(self, text: str) -> float:
        """Return how much the text of a document lacks: the importance of its words that are not there, 0 and above."""
        return sum(word.importance for word in self.words(text))

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
