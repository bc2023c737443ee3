"""Widen what is searched by the official words for what people say; the words stand in lexicon.toml."""

import tomllib
from functools import cache
from importlib import resources

from assistant.folding import fold


@cache
def _table(section: str) -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(resources.files("assistant").joinpath("lexicon.toml").read_text("utf-8"))
    return {fold(word): tuple(official) for word, official in table[section].items()}


def official_words(text: str) -> dict[str, tuple[str, ...]]:
    """Return the everyday words in a text, folded, each with the official words for it."""
    folded = fold(text)
    return {said: official for said, official in _table("words").items() if said in folded}


def names_in_texts(text: str) -> tuple[str, ...]:
    """Return the names that texts give to bodies that a question calls otherwise: 规自委 → 国土局, 国土资源局."""
    folded = fold(text)
    return tuple(name for said, names in _table("bodies").items() if said in folded for name in names)
