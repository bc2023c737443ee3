"""What a document implements and what implements it, as lists that open either side."""

from collections.abc import Iterable, Sequence

from assistant.lineage import Lineage, Link
from assistant.ui.library.table import opens_document
from assistant.ui.marks import opens_provision
from assistant.ui.markup import Html, tag
from assistant.ui.texts import Texts

SHOWN = 60
"""Documents listed on either side; a statute may have hundreds below it."""


def links(lineage: Lineage, document_id: str, texts: Texts) -> Html:
    """Show both directions, each with where it is said."""
    above = [(link, document_id) for link in lineage.implements(document_id)]
    below = [(link, link.document.id) for link in lineage.implemented_by(document_id) if link.document is not None]
    return tag(
        "div",
        _side("implements", above, texts["library.lineage.nothing_above"], texts),
        _side("implemented_by", below, texts["library.lineage.nothing_below"], texts),
        class_="links",
    )


def _side(name: str, ends: Sequence[tuple[Link, str]], nothing: str, texts: Texts) -> Html:
    heading = tag("h4", texts[f"library.lineage.{name}"])
    if not ends:
        return tag("div", heading, tag("p", nothing, class_="quiet"))
    more = [tag("li", texts["library.check.more_places"].format(count=len(ends) - SHOWN))] if len(ends) > SHOWN else []
    return tag("div", heading, tag("ul", *_entries(ends[:SHOWN], texts), *more))


def _entries(ends: Iterable[tuple[Link, str]], texts: Texts) -> Iterable[Html]:
    for link, speaker in ends:
        yield tag("li", _named(link, texts), " ", _said(link, speaker, texts))


def _named(link: Link, texts: Texts) -> Html:
    if link.document is not None:
        return opens_document(link.document, texts)
    name = tag("span", link.name, lang="zh-CN")
    return tag("span", name, " ", tag("span", texts["library.lineage.unheld"], class_="badge unheld"))


def _said(link: Link, speaker: str, texts: Texts) -> Html:
    """Say who says so: the metadata, or the provision of the implementing document, which opens."""
    who = texts["library.lineage.declared" if link.declared else "library.lineage.read"]
    if link.address is None:
        return tag("span", who, class_="said")
    where = texts["library.lineage.where"].format(address=link.address)
    return tag("span", who, " ", opens_provision(speaker, link.address, where, kind="entry"), class_="said")
