"""Words of a question, and how surely a text that answers it has them too: 听证会 must stand there, 老百姓 need not.

Learnt by `python -m index.training.importance` from public law and from questions with the provisions that answer them.
"""

import json
from functools import cache
from importlib import resources
from typing import NamedTuple

from tokenizers import Tokenizer

PER_CENT = 100
SHORTEST = 2
"""Characters of a word that says something by itself."""


class Word(NamedTuple):
    """A word of a text."""

    text: str
    importance: float
    """How often a text that answers has the word: 0 to 1."""


def shipped_tokenizer() -> Tokenizer:
    """Return what cuts texts into words: that of the shipped model, whatever model a library uses."""
    return Tokenizer.from_str(resources.files("index").joinpath("model", "tokenizer.json").read_text("utf-8"))


def is_word(piece: str) -> bool:
    """Whether a piece is a word of Chinese characters."""
    return len(piece) >= SHORTEST and all("㐀" <= char <= "鿿" for char in piece)


@cache
def _tokenizer() -> Tokenizer:
    return shipped_tokenizer()


@cache
def _importance() -> tuple[int, ...]:
    """In per cent, by the number of the piece in the vocabulary."""
    return tuple(json.loads(resources.files("index").joinpath("importance.json").read_text("utf-8")))


def words(text: str) -> list[Word]:
    """Return the different words of a text, in order."""
    encoding = _tokenizer().encode(text, add_special_tokens=False)
    pieces = dict(zip(encoding.tokens, encoding.ids, strict=True))
    return [Word(piece, _importance()[number] / PER_CENT) for piece, number in pieces.items() if is_word(piece)]


def stands_in(word: str, text: str) -> bool:
    """Whether a word stands in a text: a longer one also where each two of its characters do (征地补偿)."""
    if word in text:
        return True
    return len(word) > SHORTEST and all(word[at : at + 2] in text for at in range(len(word) - 1))
