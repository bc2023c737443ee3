"""What a table says, from words.toml."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def words() -> dict[str, Any]:
    """Return the whole table of words."""
    return tomllib.loads(resources.files("assistant.tabulate").joinpath("words.toml").read_text("utf-8"))


def says(key: str, **filled: object) -> str:
    """Return a phrase, with what stands in braces filled in."""
    return str(words()[key]).format(**filled)


def in_file(key: str, **filled: object) -> str:
    """Return a phrase of an exported file."""
    return str(words()["file"][key]).format(**filled)
