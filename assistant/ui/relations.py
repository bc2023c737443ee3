"""What a document carries out and what carries it out, as links."""

from collections.abc import Sequence

from assistant.lineage import Link, lineage_of
from assistant.ui.marks import opens_provision
from assistant.ui.markup import Html, tag
from assistant.ui.ports import Sources
from assistant.ui.texts import Texts

SHOWN = 6
"""Of each; the library's own page shows all."""


def relations(document_id: str, sources: Sources, texts: Texts) -> Html:
    """Name the documents above and below one; nothing where none are known."""
    lineage = lineage_of(tuple(sources.documents()), sources.document_provisions)
    return tag(
        "div",
        _linked(texts["source.implements"], lineage.implements(document_id), texts),
        _linked(texts["source.implemented_by"], lineage.implemented_by(document_id), texts),
        class_="relations",
    )


def _linked(label: str, links: Sequence[Link], texts: Texts) -> Html:
    if not links:
        return Html()
    more = texts["source.more_documents"].format(count=len(links)) if len(links) > SHOWN else ""
    shown = (_link(link, texts) for link in links[:SHOWN])
    return tag("p", tag("span", label, class_="label"), *shown, more)


def _link(link: Link, texts: Texts) -> Html:
    name = link.name if link.name.startswith("《") else f"《{link.name}》"
    if link.document is None:
        return tag("span", name, texts["source.not_held"], class_="unheld", lang="zh-CN")
    return opens_provision(link.document.id, "", name, kind="link", title=link.document.document_number)
