"""The outline of a document as a tree that folds; every provision opens in the source pane."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from assistant.ui.marks import opens_provision
from assistant.ui.markup import Html, tag
from assistant.ui.quoting import squeeze
from assistant.ui.rows import row_line
from assistant.ui.texts import Texts
from index.corpus import Provision

LABEL = 46
"""Characters of a provision's words beside its address."""
UNFOLDED = 80
"""Documents with more provisions are shown with their parts folded."""
UNITS = ("章", "节", "条", "款", "项", "目", "行")
"""Kinds that count themselves: 4款."""

Parts = Mapping[str | None, Sequence[Provision]]


def outline(provisions: Sequence[Provision], texts: Texts) -> Html:
    """Show all provisions of a document, those inside others below them."""
    known = {provision.address for provision in provisions}
    parts: dict[str | None, list[Provision]] = defaultdict(list)
    for provision in provisions:
        parts[provision.parent if provision.parent in known else None].append(provision)
    return _list(parts[None], parts, len(provisions) <= UNFOLDED, texts)


def _list(provisions: Sequence[Provision], parts: Parts, unfolded: bool, texts: Texts) -> Html:
    return tag("ul", *(_entry(provision, parts, unfolded, texts) for provision in provisions), class_="outline")


def _entry(provision: Provision, parts: Parts, unfolded: bool, texts: Texts) -> Html:
    inside = parts.get(provision.address, ())
    folded = Html()
    if inside:
        title = tag("summary", texts["library.document.parts"].format(count=len(inside), unit=_unit(inside)))
        folded = tag("details", title, _list(inside, parts, unfolded, texts), open=unfolded)
    return tag("li", _opener(provision), _doubts(provision), folded)


def _unit(provisions: Sequence[Provision]) -> str:
    """Return by what some provisions are counted; 处 where they are of several kinds."""
    kinds = {provision.kind for provision in provisions}
    return kinds.pop() if kinds in ({unit} for unit in UNITS) else "处"


def _opener(provision: Provision) -> Html:
    name = tag("b", provision.address)
    words = label(provision)
    return opens_provision(
        provision.document_id, provision.address, name, *([" ", words] if words else []), kind="entry"
    )


def label(provision: Provision) -> str:
    """Return the heading of a provision, else the first of its words, without the number it begins with."""
    if provision.heading:
        return provision.heading
    words = squeeze(row_line(provision.cells) or provision.own_text or provision.text)
    # A paragraph of an article carries the article's number with its first words.
    for number in (provision.address, provision.address.partition("条")[0] + "条"):
        words = words.removeprefix(number)
    return words if len(words) <= LABEL else words[:LABEL] + "…"


def _doubts(provision: Provision) -> Html:
    if not provision.warnings:
        return Html()
    return tag("span", "⚠ " + "、".join(provision.warnings), class_="doubt")
