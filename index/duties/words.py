"""The words of duties as read from words.toml, and the patterns built from them."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

from index.corpus import Role


@cache
def words() -> dict[str, Any]:
    """Return the tables of words.toml."""
    return tomllib.loads(resources.files("index.duties").joinpath("words.toml").read_text("utf-8"))


@cache
def pattern(table: str, name: str) -> re.Pattern[str]:
    """Compile one regular expression of the file."""
    return re.compile(words()[table][name])


@cache
def one_of(table: str, name: str) -> re.Pattern[str]:
    """Compile a list of words into a pattern that matches any of them, the longest first."""
    return re.compile(alternatives(words()[table][name]))


def alternatives(options: Iterable[str]) -> str:
    """Join words into a regular expression that prefers the longest."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(options, key=len, reverse=True)) + ")"


@cache
def role_words() -> dict[str, Role | None]:
    """Return each role word with the role it says; None for one that is no role of ours (指导)."""
    roles: dict[str, Role | None] = {word: role for role in Role for word in words()["roles"][role.value]}
    return roles | dict.fromkeys(words()["roles"]["none"])


@cache
def role_phrase() -> re.Pattern[str]:
    """Match a role word with the manner before it: 分别牵头落实, 按职责分工负责."""
    return re.compile(f"(?:{words()['roles']['manner_pattern']})?(?P<role>{alternatives(role_words())})")
