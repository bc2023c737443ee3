"""The fixed texts of outcomes that are not answers out of provisions; they stand in outcomes.toml."""

import tomllib
from functools import cache
from importlib import resources


@cache
def fixed_texts() -> dict[str, dict[str, str]]:
    """Return the texts by outcome and reason; `default` where nothing more exact is known."""
    return tomllib.loads(resources.files("assistant").joinpath("outcomes.toml").read_text("utf-8"))
