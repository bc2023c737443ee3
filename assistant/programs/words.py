"""What each field means, from shapes.toml."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files

WORDS: Mapping[str, dict[str, str]] = tomllib.loads(
    files("assistant.programs").joinpath("shapes.toml").read_text("utf-8")
)
