"""The words of the report."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def words() -> dict[str, Any]:
    """Return all of them."""
    loaded: dict[str, Any] = tomllib.loads(resources.files("evals.report").joinpath("words.toml").read_text("utf-8"))
    return loaded
