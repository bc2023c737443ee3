"""The head of the page: what this is, what it answers from, and that a person must check it."""

from collections.abc import Sequence

from assistant.ui.markup import Html, tag
from assistant.ui.texts import Texts
from index.corpus import Document, Origin


def banner(documents: Sequence[Document], texts: Texts) -> Html:
    """Render the head of the page."""
    name = tag("h1", texts["name"])
    about = tag("div", name, tag("p", _basis(documents, texts)), class_="about")
    advice = tag("p", texts["advice"], class_="advice", role="note")
    # Gradio's own messages are English; the script puts these in their place.
    said = (tag("span", texts[kind], class_=f"says-{kind}", hidden=True) for kind in ("lost", "busy", "fault"))
    return tag("div", about, advice, *said, class_="banner")


def _basis(documents: Sequence[Document], texts: Texts) -> str:
    if not documents:
        return texts["basis_empty"]
    digests = sum(document.origin is Origin.DIGEST for document in documents)
    dates = [document.issued for document in documents if document.issued]
    parts = [texts["basis"].format(documents=len(documents))]
    if digests:
        key = "basis_all_digests" if digests == len(documents) else "basis_digests"
        parts.append(texts[key].format(digests=digests))
    if dates:
        parts.append(texts["basis_latest"].format(date=max(dates).isoformat()))
    return "".join(parts)
