"""The words by which differences are known and told, from words.toml."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def words() -> dict[str, Any]:
    """Return the whole table."""
    return tomllib.loads(resources.files("assistant.comparison").joinpath("words.toml").read_text("utf-8"))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return one of the patterns, compiled."""
    return re.compile(words()["pattern"][name])


def told(kind: str) -> str:
    """Return how a kind of difference is called."""
    return str(words()["told"][kind])


def says(key: str) -> str:
    """Return one of the fixed phrases."""
    return str(words()["says"][key])


@cache
def degrees() -> re.Pattern[str]:
    """Match a word of degree; a longer word goes before the shorter one inside it."""
    longest_first = sorted(words()["degree"]["words"], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))
