"""The words of the interface, from words.toml."""

import tomllib
from importlib.resources import files
from typing import Any

WORDS: dict[str, Any] = tomllib.loads(files("assistant.api").joinpath("words.toml").read_text("utf-8"))
