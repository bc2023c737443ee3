"""Words of a question, and how surely a text that answers it has them too: 听证会 must stand there, 老百姓 need not.

Learnt by `python -m index.training.importance` from public law and from questions with the provisions that answer them.
"""

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import groupby
from typing import NamedTuple

from tokenizers import Tokenizer

PER_CENT = 100
SHORTEST = 2
"""Characters of a word that says something by itself."""
UNKNOWN = ""
"""Stands for all words that the vocabulary lacks."""
UNKNOWN_PLACE = 0
"""Where their importance stands: that of the piece for what is unknown."""
OF_TWO = 4
"""Characters of a piece that may be two words."""
FUNCTION_SCORE = -7.0
"""Log probability from which on a single character is no part of an unknown word: 的, 有, 一."""


class Word(NamedTuple):
    """A word of a text."""

    text: str
    importance: float
    """How often a text that answers has the word: 0 to 1."""


class Cutter:
    """Cuts texts into the words of the shipped model's vocabulary, whatever model a library uses."""

    def __init__(self) -> None:
        """Read the vocabulary."""
        read = resources.files("index").joinpath("model", "tokenizer.json").read_text("utf-8")
        self._tokenizer = Tokenizer.from_str(read)
        self.places: dict[str, int] = self._tokenizer.get_vocab()
        scores: list[tuple[str, float]] = json.loads(read)["model"]["vocab"]
        self._function = {piece for piece, score in scores if len(piece) == 1 and score > FUNCTION_SCORE}

    def __call__(self, text: str) -> list[str]:
        """Return the different words of a text, in order; unknown ones too, which are runs of single characters."""
        pieces = self._tokenizer.encode(text, add_special_tokens=False).tokens
        found: list[str] = []
        for is_single, run in groupby(pieces, key=self._may_be_part):
            together = list(run)
            found += ["".join(together)] if is_single else (word for piece in together for word in self._parts(piece))
        return [word for word in dict.fromkeys(found) if is_word(word)]

    def _may_be_part(self, piece: str) -> bool:
        return len(piece) == 1 and piece not in self._function and _is_han(piece)

    def _parts(self, piece: str) -> Iterator[str]:
        """Of 疫苗流通 also 疫苗 and 流通."""
        halves = (piece[: OF_TWO // 2], piece[OF_TWO // 2 :])
        is_two = len(piece) == OF_TWO and all(half in self.places for half in halves)
        yield piece
        yield from halves if is_two else ()


def is_word(piece: str) -> bool:
    """Whether a piece is a word of Chinese characters."""
    return len(piece) >= SHORTEST and all(map(_is_han, piece))


def _is_han(char: str) -> bool:
    return "㐀" <= char <= "鿿"


@cache
def cutter() -> Cutter:
    """Return what cuts texts into words."""
    return Cutter()


@cache
def _importance() -> tuple[int, ...]:
    """In per cent, by the place of the word in the vocabulary."""
    return tuple(json.loads(resources.files("index").joinpath("importance.json").read_text("utf-8")))


def words(text: str) -> list[Word]:
    """Return the different words of a text, in order."""
    places = cutter().places
    return [Word(word, _importance()[places.get(word, UNKNOWN_PLACE)] / PER_CENT) for word in cutter()(text)]


def stands_in(word: str, text: str) -> bool:
    """Whether a word stands in a text: a longer one also where each two of its characters do (征地补偿)."""
    if word in text:
        return True
    return len(word) > SHORTEST and all(word[at : at + 2] in text for at in range(len(word) - 1))
