"""A document as an outline that folds, with one provision of it laid open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.ui.marks import opens_provision
from assistant.ui.markup import Html, join, tag
from assistant.ui.neighbours import Tree, in_view, tree
from assistant.ui.quoting import squeeze, without_blank_lines
from assistant.ui.rows import row_line
from assistant.ui.texts import Texts
from index.columns import column_role
from index.corpus import Provision

LONGEST_WHOLE = 30_000
"""Characters; of a longer document only the parts around the provision are sent, and the headings of all others."""
BESIDE = 30
"""Provisions on each side that are shown of such a document."""
RUNNING = ("条", "款", "项")
"""Kinds that are read on as running text, however deep they are parted."""
_HALF_WIDTH = str.maketrans("（）　", "() ")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outline:
    under: Tree
    opened: frozenset[str]
    cited: str | None
    card: Html
    is_whole: bool
    texts: Texts

    def parts(self, above: str | None) -> Iterator[Html]:
        siblings = self.under.get(above, ())
        shown = range(len(siblings)) if self.is_whole else self._around(siblings)
        if shown.start > 0:
            yield self._left_out(siblings[shown.start - 1], shown.start)
        for place in shown:
            yield self._part(siblings[place])
        if shown.stop < len(siblings):
            yield self._left_out(siblings[shown.stop], len(siblings) - shown.stop)

    def _around(self, siblings: Sequence[Provision]) -> range:
        """Return which of many siblings to show; headings are short, so all of them are."""
        if any(self._folds(sibling) for sibling in siblings):
            return range(len(siblings))
        middle = next((n for n, sibling in enumerate(siblings) if sibling.address in self.opened), 0)
        return range(max(0, middle - BESIDE), min(len(siblings), middle + BESIDE + 1))

    def _part(self, provision: Provision) -> Html:
        if provision.address == self.cited:
            return self.card
        if not self._folds(provision):
            return join([_words(provision, _body(provision)), *self.parts(provision.address)])
        heading = provision.headings[-1] if provision.headings else provision.address
        if not self.is_whole and provision.address not in self.opened:
            return tag("p", opens_provision(provision.document_id, provision.address, heading, kind="part"))
        body = _words(provision, _under_heading(provision, heading), label="")
        return tag(
            "details",
            tag("summary", heading),
            body,
            *self.parts(provision.address),
            class_="part",
            open=provision.address in self.opened,
        )

    def _folds(self, provision: Provision) -> bool:
        is_outermost = provision.parent is None or provision not in self.under.get(provision.parent, ())
        has_parts = bool(self.under.get(provision.address)) and provision.kind not in RUNNING
        return has_parts or (is_outermost and bool(provision.heading))

    def _left_out(self, nearest: Provision, count: int) -> Html:
        words = self.texts["source.left_out"].format(count=count)
        return tag("p", opens_provision(nearest.document_id, nearest.address, words, kind="part"))


def outline(provisions: Sequence[Provision], cited: Provision | None, card: Html, texts: Texts) -> Html:
    """Show a document with `card` in the place of the cited provision; where it has no place, before everything."""
    drawn = _Outline(
        under=tree(provisions),
        opened=in_view(provisions, cited),
        cited=cited.address if cited else None,
        card=card,
        is_whole=sum(len(provision.own_text) for provision in provisions) <= LONGEST_WHOLE,
        texts=texts,
    )
    first = "" if cited else card
    return tag("div", first, *drawn.parts(None), class_="outline", lang="zh-CN")


def _body(provision: Provision) -> str:
    # The category of a row is the heading above it.
    cells = [cell for cell in provision.cells if column_role(cell.column) != "category"]
    return row_line(cells) or without_blank_lines(provision.own_text).strip()


def _under_heading(provision: Provision, heading: str) -> str:
    """Return the own words without the line that is the heading."""
    first, _, rest = without_blank_lines(provision.own_text).strip().partition("\n")
    return rest.strip() if _plain(first) == _plain(heading) else f"{first}\n{rest}".strip()


def _words(provision: Provision, words: str, *, label: str | None = None) -> Html:
    if not words:
        return Html()
    named = _label(provision, words) if label is None else label
    return tag("p", *([tag("b", named), " "] if named else []), words)


def _label(provision: Provision, words: str) -> str:
    """Name a provision, unless its words begin with its number."""
    tail = provision.address.removeprefix(provision.parent or "") or provision.address
    begin = _plain(words)
    article, found, _ = provision.address.partition("条")
    if begin.startswith((tail, provision.address, "(")) or (found and begin.startswith(f"{article}条")):
        return ""
    return tail


def _plain(words: str) -> str:
    return squeeze(words.translate(_HALF_WIDTH))
