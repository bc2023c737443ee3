"""The [n] marks of an answer, as buttons that open the provision."""

import re
from collections.abc import Iterator, Mapping

from assistant.answer import Citation
from assistant.ui.markup import Html, join, tag
from assistant.ui.places import provision_place
from assistant.ui.texts import Texts

_MARK = re.compile(r"\[(\d{1,4})\]")


def with_marks(words: str, turn: int, cited: Mapping[int, Citation], texts: Texts) -> Html:
    """Escape a text of an answer and turn its marks into buttons; a mark without citation stays text."""
    return join(_parts(words, turn, cited, texts))


def _parts(words: str, turn: int, cited: Mapping[int, Citation], texts: Texts) -> Iterator[str]:
    end = 0
    for mark in _MARK.finditer(words):
        citation = cited.get(int(mark[1]))
        if citation is not None:
            yield words[end : mark.start()]
            yield mark_button(citation, turn, texts)
            end = mark.end()
    yield words[end:]


def mark_button(citation: Citation, turn: int, texts: Texts) -> Html:
    """Build the small button that stands in the text."""
    spoken = f"{texts['answer.cite']} {citation.marker}：{place_name(citation)}"
    return opener(
        f"{turn}-{citation.marker}",
        tag("span", f"[{citation.marker}]"),
        tag("span", spoken, class_="sr"),
        kind="mark",
        title=place_name(citation),
    )


def opener(place: str, *label: str, kind: str, title: str | None = None) -> Html:
    """Build a button that opens the provision at `place`; the script reads the place from its class."""
    return tag("button", *label, type="button", class_=f"opens {kind} at-{place}", title=title)


def opens_provision(document_id: str, address: str, *label: str, kind: str, title: str | None = None) -> Html:
    """Build a button that opens a provision of the library in the source pane."""
    return opener(provision_place(document_id, address), *label, kind=kind, title=title)


def does(box: str, value: str, *label: str, kind: str, title: str | None = None, disabled: bool = False) -> Html:
    """Build a button that puts `value` into the hidden box of that name; the script puts a count before it."""
    return tag(
        "button",
        *label,
        type="button",
        class_=f"does to-{box} {kind}",
        value=value,
        title=title,
        disabled=disabled,
    )


def place_name(citation: Citation) -> str:
    """Name a provision as officers do: document number, or title where there is none, and address."""
    document = citation.document_number or f"《{citation.document_title}》"
    return f"{document} {citation.address}"


def origin_badge(origin: str, texts: Texts) -> Html:
    """Say whose words they are."""
    kind = "official" if origin == "official" else "digest"
    return tag("span", texts[f"source.{kind}"], class_=f"badge origin-{kind}")
