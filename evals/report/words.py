"""The words of the report."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


def named(group: str, language: str = "zh") -> dict[str, str]:
    """Return the names of figures or kinds in a language."""
    found: dict[str, str] = (words()["en"] if language == "en" else words())[group]
    return found


@cache
def words() -> dict[str, Any]:
    """Return all of them."""
    loaded: dict[str, Any] = tomllib.loads(resources.files("evals.report").joinpath("words.toml").read_text("utf-8"))
    return loaded
