"""Widen what is searched by the official words for what people say; the words stand in lexicon.toml."""

import tomllib
from functools import cache
from importlib import resources

from assistant.folding import fold


@cache
def _words() -> dict[str, list[str]]:
    table = tomllib.loads(resources.files("assistant").joinpath("lexicon.toml").read_text("utf-8"))
    return {fold(word): official for word, official in table["words"].items()}


def official_words(text: str) -> dict[str, tuple[str, ...]]:
    """Return the everyday words in a text, folded, each with the official words for it."""
    folded = fold(text)
    return {said: tuple(official) for said, official in _words().items() if said in folded}
