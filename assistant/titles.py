"""The words of a document's title in a question: they tell of which document it speaks, and of no provision in it."""

from collections.abc import Iterable

from assistant.catalogue import Entry
from assistant.folding import fold
from index.words import stands_in, words

SHORTEST = 2
"""Characters; less asks nothing by itself."""
LEAST_OWN = 2
"""Words of a title that the others lack, from which on a question means the one that has them."""


def titled(text: str, entries: Iterable[Entry]) -> Entry | None:
    """Return the one entry whose title has all words of a text that another's has, and more; None if none does."""
    said = {entry.document.id: (entry, frozenset(_in_title(text, entry.document.title))) for entry in entries}
    entry, most = max(said.values(), key=lambda one: len(one[1]))
    others = [words for name, (_, words) in said.items() if name != entry.document.id]
    return entry if all(words <= most and len(most - words) >= LEAST_OWN for words in others) else None


def _in_title(text: str, title: str) -> list[str]:
    """The words of a text that stand in a title, in order, those that are made of two before their halves."""
    folded = fold(title)
    return [word.text for word in words(text) if stands_in(word.text, folded)]


def without_title(text: str, title: str) -> str:
    """Return a text without its words that stand in a title; the whole text where nothing to ask would be left."""
    left = text
    for word in _in_title(text, title):
        left = left.replace(word, "")
    return left if len(left) >= SHORTEST else text
