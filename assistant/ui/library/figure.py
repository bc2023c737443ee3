"""A picture of a lineage beside the same as a list, for those who cannot see it and those who want to open one."""

from base64 import b64encode
from collections.abc import Sequence
from itertools import groupby

from assistant.lineage import TIERS, Lineage, tier_of
from assistant.ui.library.drawing import draw
from assistant.ui.library.picture import UNHELD, family, linked, picture
from assistant.ui.library.table import opens_document
from assistant.ui.markup import Html, join, tag
from assistant.ui.texts import Texts
from index.corpus import Document

MOST = 80
"""Documents in one picture; more could not be read."""


def library_figure(lineage: Lineage, found: Sequence[Document], texts: Texts) -> Html:
    """Show how the documents found stand to each other."""
    joined = linked(lineage, found)
    if not joined:
        return tag("p", texts["library.lineage.none"], class_="quiet")
    counted = texts["library.lineage.linked"].format(linked=len(joined), alone=len(found) - len(joined))
    if len(joined) > MOST:
        return tag("p", texts["library.lineage.too_many"].format(linked=len(joined), most=MOST), class_="quiet")
    return join([tag("p", counted, class_="quiet"), _figure(lineage, joined, None, texts)])


def document_figure(lineage: Lineage, document: Document, texts: Texts) -> Html:
    """Show a document between those above and those below it."""
    kin = family(lineage, document.id)
    unheld = [link for link in lineage.implements(document.id) if link.document is None]
    if len(kin) == 1 and not unheld:
        return tag("p", texts["library.lineage.alone"], class_="quiet")
    documents = [one for one in lineage.documents() if one.id in kin]
    if len(documents) > MOST:
        return tag("p", texts["library.lineage.too_many"].format(linked=len(documents), most=MOST), class_="quiet")
    return _figure(lineage, documents, document.id, texts)


def _figure(lineage: Lineage, documents: Sequence[Document], chosen: str | None, texts: Texts) -> Html:
    shown = picture(lineage, {document.id for document in documents}, chosen=chosen)
    names = {tier.value: texts[f"library.level.{tier.value}"] for tier in TIERS} | {
        UNHELD: texts["library.level.unheld"]
    }
    data = b64encode(draw(shown, names).encode()).decode()
    alternative = texts["library.lineage.alternative"].format(count=len(shown.boxes))
    image = tag("img", src=f"data:image/svg+xml;base64,{data}", alt=alternative)
    # It can be wider than the tab, and must be reached without a mouse.
    frame = tag("div", image, class_="picture", tabindex="0", role="group", title=alternative)
    more = texts["library.lineage.unheld_more"].format(count=shown.unheld_more) if shown.unheld_more else ""
    legend = texts["library.lineage.legend" if chosen else "library.lineage.legend_all"]
    return tag("figure", frame, tag("figcaption", legend, more), _listed(lineage, documents, texts), class_="lineage")


def _listed(lineage: Lineage, documents: Sequence[Document], texts: Texts) -> Html:
    """Say the same in words: by level each document, below it what it implements."""
    in_order = [document for document in lineage.documents() if document in set(documents)]
    levels = (
        tag(
            "li",
            tag("b", texts[f"library.level.{tier.value}"]),
            tag("ul", *(_entry(lineage, one, texts) for one in ones)),
        )
        for tier, ones in groupby(in_order, tier_of)
    )
    return tag("details", tag("summary", texts["library.lineage.listed"]), tag("ul", *levels), class_="listed")


def _entry(lineage: Lineage, document: Document, texts: Texts) -> Html:
    facts = " · ".join(filter(None, (document.document_number, str(document.issued.year) if document.issued else None)))
    above = [
        tag("li", texts["library.lineage.list_implements"], opens_document(link.document, texts))
        if link.document is not None
        else tag("li", texts["library.lineage.list_implements"], link.name, f"（{texts['library.lineage.unheld']}）")
        for link in lineage.implements(document.id)
    ]
    nothing = [tag("li", texts["library.lineage.nothing"], class_="quiet")]
    return tag(
        "li", opens_document(document, texts), " ", tag("span", facts, class_="said"), tag("ul", *(above or nothing))
    )
