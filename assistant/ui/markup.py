"""HTML built from elements: every text is escaped on the way in, only our own elements are markup."""

import html
from collections.abc import Iterable


class Html(str):
    """Markup made by this module; a plain `str` is always text."""

    __slots__ = ()


Attribute = str | bool | None
VOID = {"br", "input"}


def text(words: str) -> Html:
    """Escape a text from a user, a document or a model.

    Line ends and tabs become references: the page's HTML stays on one line, and one line of HTML is
    what Gradio's Markdown component passes on untouched.
    """
    escaped = html.escape(words.replace("\r\n", "\n").replace("\r", "\n"), quote=True)
    return Html(escaped.replace("\n", "&#10;").replace("\t", "&#9;"))


def tag(name: str, *children: str, **attributes: Attribute) -> Html:
    """Build an element; `class_` stands for class, None and False leave an attribute out."""
    opening = "".join([name, *(_attribute(key.rstrip("_"), value) for key, value in attributes.items())])
    if name in VOID:
        return Html(f"<{opening}>")
    return Html(f"<{opening}>{join(children)}</{name}>")


def join(parts: Iterable[str]) -> Html:
    """Put elements and texts after one another."""
    return Html("".join(part if isinstance(part, Html) else text(part) for part in parts))


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{text(value)}"'
