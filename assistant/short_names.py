"""Short names of documents that officers can edit."""

import tomllib
from functools import cache
from importlib import resources


@cache
def short_names() -> dict[str, list[str]]:
    """Return the names for each title or id."""
    return tomllib.loads(resources.files("assistant").joinpath("short_names.toml").read_text("utf-8"))
