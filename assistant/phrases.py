"""Many phrases looked for in one text, at a cost that follows the text and not their number."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")

KEY_CHARS = 2
"""By so many first characters phrases are filed; a shorter one is looked for in every text."""


class Phrases(Generic[T]):
    """Phrases, each with what it means; one phrase may be given several times."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        """File the phrases."""
        self._filed: dict[str, list[tuple[int, str, T]]] = defaultdict(list)
        for place, (phrase, meaning) in enumerate(phrases):
            self._filed[phrase[:KEY_CHARS]].append((place, phrase, meaning))

    def found_in(self, text: str) -> list[tuple[str, T]]:
        """Return the phrases that stand in a text, longer ones first, those of one length in the order given."""
        keys = {text[at : at + length] for length in range(KEY_CHARS + 1) for at in range(len(text))}
        filed = (entry for key in keys for entry in self._filed.get(key, ()))
        found = sorted((-len(phrase), place, phrase, meaning) for place, phrase, meaning in filed if phrase in text)
        return [(phrase, meaning) for _, _, phrase, meaning in found]
