"""Where in a message the question stands: greetings, who asks and why are left out; the words stand in aspects.toml."""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib import resources

SHORTEST = 8
"""Characters of a question that can stand without what was said before it."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(resources.files("assistant.understand").joinpath("aspects.toml").read_text("utf-8"))
    return {name: re.compile(words) for name, words in table["heart"].items()}


def heart(text: str, is_enough: Callable[[str], bool]) -> str:
    """Return the part of a message that asks; the whole where no part of it stands by itself.

    `is_enough` says whether a part tells what it is about.
    """
    asked = _patterns()["tail"].sub("", text)
    begins = [match.end() for match in _patterns()["begins"].finditer(asked)]
    return (
        next(
            (part for at in reversed(begins) if len(part := asked[at:].strip()) >= SHORTEST and is_enough(part)), asked
        )
        or text
    )
