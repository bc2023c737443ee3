"""What a question says besides a document's title: the title's words tell none of its provisions from another."""

from assistant.folding import fold
from index.words import stands_in, words

SHORTEST = 2
"""Characters; less asks nothing by itself."""


def without_title(text: str, title: str) -> str:
    """Return a text without its words that stand in a title; the whole text where nothing to ask would be left."""
    folded, left = fold(title), text
    for word in words(text):
        if stands_in(word.text, folded):
            left = left.replace(word.text, "")
    return left if len(left) >= SHORTEST else text
