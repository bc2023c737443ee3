"""Turn the outline tree into provisions with verbatim text, and prove that nothing was lost."""

import re
from dataclasses import dataclass

from index.corpus import Provision
from index.parse.lines import Line
from index.parse.tree import Node

STRUCTURE = re.compile(r"[\s　\ufeff\u200b#|:\-]*")
"""What may lie between two provisions: blanks, and Markdown's own signs."""
ITEMS = ("项", "点", "目", "圈")


@dataclass(frozen=True, slots=True)
class _Context:
    """What a provision takes over from the provisions above it."""

    headings: tuple[str, ...] = ()
    parent: str | None = None
    lead_in: str = ""


def flatten(document_id: str, roots: list[Node], source: str) -> list[Provision]:
    """Return one provision a node, in reading order; a one-paragraph article is one provision."""
    provisions: list[Provision] = []
    for root in roots:
        _flatten(document_id, root, source, _Context(), provisions)
    return provisions


def _flatten(document_id: str, node: Node, source: str, above: _Context, out: list[Provision]) -> None:
    merged = node.children[0] if node.kind == "条" and len(node.children) == 1 else node
    words = source[merged.start : merged.own_end] if merged.paragraphs else ""
    line = _heading_line(node)
    below = _Context(
        headings=(*above.headings, line) if line else above.headings,
        parent=node.address,
        lead_in=_lead_in(merged, words, above.lead_in),
    )
    out.append(
        Provision(
            document_id=document_id,
            address=node.address,
            kind=node.kind,
            heading=node.heading,
            headings=below.headings,
            text=source[node.start : node.end],
            own_text=words,
            lead_in=above.lead_in if node.kind in ITEMS else "",
            start=node.start,
            end=node.end,
            parent=above.parent,
            aliases=(node.heading,) if node.kind == "行" and node.heading else (),
            cells=tuple(node.cells),
            warnings=tuple(node.warnings),
        )
    )
    for child in merged.children:
        _flatten(document_id, child, source, below, out)


def _lead_in(node: Node, words: str, above: str) -> str:
    """What items are read with: the paragraph that opens their list, and the item they divide."""
    if not node.children or node.kind not in ("款", *ITEMS):
        return ""
    if node.kind == "款":
        return words
    return f"{above}\n{words}" if above else ""


def _heading_line(node: Node) -> str:
    """The number and heading, as a path shows it; '' for a paragraph of an article."""
    if node.kind in ("款", "段"):
        return ""
    if node.kind in ("题", "框", "行") or (node.kind == "类" and not node.number):
        return node.heading or node.label
    space = " " if node.kind in ("条", "章", "节", "编") else ""
    return f"{node.label}{space}{node.heading}".strip()


def uncovered(provisions: list[Provision], source: str, structure: list[Line]) -> list[str]:
    """Return the words that no provision owns and no line of `structure` holds; empty if none is lost."""
    spans = sorted(
        [(p.start, p.start + len(p.own_text)) for p in provisions if p.own_text]
        + [(line.start, line.end) for line in structure]
    )
    gaps = []
    position = 0
    for start, end in [*spans, (len(source), len(source))]:
        if start > position and not STRUCTURE.fullmatch(source, position, start):
            gaps.append(source[position:start].strip())
        position = max(position, end)
    return gaps
