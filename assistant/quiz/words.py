"""What trainers read, from words.toml."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def words() -> dict[str, Any]:
    """Return the tables of words.toml."""
    return tomllib.loads(resources.files("assistant.quiz").joinpath("words.toml").read_text("utf-8"))


def quoted(text: str) -> str:
    """Put a text into quotation marks, with single ones for those inside."""
    return f"“{text.replace('“', '‘').replace('”', '’')}”"
