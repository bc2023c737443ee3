"""The words by which answers are composed: how questions ask and texts answer; they stand in words.toml."""

import re
import tomllib
from functools import cache
from importlib import resources


@cache
def words(section: str) -> dict[str, str]:
    """Return the regular expressions of a section, by name."""
    table: dict[str, dict[str, str]] = tomllib.loads(
        resources.files("assistant.compose").joinpath("words.toml").read_text("utf-8")
    )
    return table[section]


@cache
def pattern(section: str, name: str) -> re.Pattern[str]:
    """Return one of them, ready for use."""
    return re.compile(words(section)[name])
