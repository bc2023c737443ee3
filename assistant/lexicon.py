"""Widen what is searched by the official words for what people say; the words stand in lexicon.toml."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from pypinyin import Style, lazy_pinyin

from assistant.folding import fold

HAN = re.compile(r"[\u3400-\u9fff]")
SHORTEST, LONGEST = 2, 4
"""Characters of a word that may be misspelt."""


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(resources.files("assistant").joinpath("lexicon.toml").read_text("utf-8"))


@cache
def _table(section: str) -> dict[str, tuple[str, ...]]:
    return {fold(word): tuple(official) for word, official in _read()[section].items()}


def official_words(text: str, is_known: Callable[[str], bool] = lambda word: True) -> dict[str, tuple[str, ...]]:
    """Return the everyday words in a text, folded, each with the official words for it.

    What is no word of the library (`is_known`) and sounds like a word of the lexicon is taken for it: 征底 for 征地.
    """
    folded = fold(text)
    said = {word: official for word, official in _table("words").items() if word in folded}
    for window in _windows(folded):
        if (word := _homophone(window)) and not is_known(window):
            said[window] = (word, *_table("words")[word])
    return said


def widened(topic: str, synonyms: Mapping[str, Sequence[str]]) -> str:
    """Return what is searched for a topic: with the official words for its everyday words."""
    return " ".join([topic, *(word for official in synonyms.values() for word in official)])


def well_spelt(text: str, is_known: Callable[[str], bool]) -> str:
    """Put words of the trade in place of what sounds like them and is no word of the library: 依申清 → 依申请."""
    longest = max(map(len, _trade_words()))
    at = 0
    while at < len(text):
        for length in range(longest, SHORTEST - 1, -1):
            window = text[at : at + length]
            word = _misspelt(window) if len(window) == length else None
            if word is not None and not is_known(window):
                text = text[:at] + word + text[at + length :]
                break
        at += 1
    return text


def _misspelt(window: str) -> str | None:
    """Return the word of the trade that sounds like some characters and has at least half of them in their places."""
    if not HAN.match(window):
        return None
    for word in _trade_words():
        same = sum(one == other for one, other in zip(window, word, strict=False))
        if len(word) == len(window) and len(word) / 2 <= same < len(word) and _sound(window) == _sound(word):
            return word
    return None


def _trade_words() -> list[str]:
    words: list[str] = _read()["spelling"]["words"]
    return words


def names_in_texts(text: str) -> tuple[str, ...]:
    """Return the names that texts give to bodies that a question calls otherwise: 规自委 → 国土局, 国土资源局."""
    folded = fold(text)
    return tuple(name for said, names in _table("bodies").items() if said in folded for name in names)


def in_chinese(text: str) -> str:
    """Put what English words mean here into a text that is Chinese besides; others stay."""
    if not HAN.search(text):
        return text
    table = _table("english")
    return _english().sub(lambda match: table[fold(match["word"])][0], text)


@cache
def _english() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_read()["english"], key=len, reverse=True))
    return re.compile(rf"(?<![a-z])(?P<word>{words})[a-z]*", re.IGNORECASE)


def english_words(text: str) -> tuple[str, ...]:
    """Return what the English words of a text mean in this trade."""
    lowered = fold(text)
    return tuple(dict.fromkeys(chinese for word, (chinese, *_) in _table("english").items() if word in lowered))


def _windows(folded: str) -> Iterator[str]:
    for length in range(SHORTEST, LONGEST + 1):
        for start in range(len(folded) - length + 1):
            yield folded[start : start + length]


def _homophone(window: str) -> str | None:
    """Return the word of the lexicon that sounds like some characters and shares one of them, but is not they."""
    words = _by_sound().get(_sound(window), ())
    return next((word for word in words if word != window and set(word) & set(window)), None)


@cache
def _by_sound() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in _table("words"):
        if SHORTEST <= len(word) <= LONGEST:
            found.setdefault(_sound(word), []).append(word)
    return found


def _sound(word: str) -> str:
    return " ".join(_syllable(char) for char in word)


@cache
def _syllable(char: str) -> str:
    """Return its commonest reading, whatever stands beside it: a word's reading takes twenty times as long."""
    return "".join(lazy_pinyin(char, style=Style.NORMAL))
