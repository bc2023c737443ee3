"""The words of the page, in Chinese and English, from texts/."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Literal

Language = Literal["zh", "en"]
Texts = Mapping[str, str]
"""Dotted keys, such as `outcome.answered`."""


def _flatten(table: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat |= _flatten(value, f"{prefix}{key}.")
        else:
            flat[prefix + key] = value
    return flat


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("assistant.ui").joinpath("texts", name).read_text("utf-8"))


def _texts(language: Language) -> Texts:
    """Join the texts of the page and of its tabs; each tab's keys begin with its name."""
    names = sorted(file.name for file in files("assistant.ui").joinpath("texts").iterdir())
    return {key: words for name in names for key, words in _flatten(_read(name)[language]).items()}


TEXTS: Mapping[Language, Texts] = {"zh": _texts("zh"), "en": _texts("en")}
_PAGE = _read("page.toml")
TERMINAL: Mapping[str, str] = _PAGE["terminal"]
"""What is said in the terminal; officers' terminals are Chinese."""
FOLLOW_UPS: Mapping[str, str] = _read("chat.toml")["follow_ups"]
"""Questions that may follow an answer."""
EXAMPLES: tuple[str, ...] = tuple(_PAGE["examples"])
"""Questions to begin with; Chinese on every page, as the documents are."""


def page_language(accept_language: str | None, forced: Language | None) -> Language:
    """Choose the language as Gradio's own texts do: the browser's first one, English where it is unknown."""
    if forced is not None:
        return forced
    first = (accept_language or "zh").split(",")[0].strip().lower()
    return "zh" if first.startswith("zh") else "en"
