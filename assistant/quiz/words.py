"""What trainers read, from words.toml, and what stands in for values of texts, from ladders.toml."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def words() -> dict[str, Any]:
    """Return the tables of words.toml."""
    return _table("words.toml")


@cache
def ladders() -> dict[str, Any]:
    """Return the table of ladders.toml."""
    return _table("ladders.toml")


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("assistant.quiz").joinpath(name).read_text("utf-8"))


def quoted(text: str) -> str:
    """Put a text into quotation marks, with single ones for those inside."""
    return f"“{text.replace('“', '‘').replace('”', '’')}”"
