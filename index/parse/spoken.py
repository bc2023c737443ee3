"""Cut a paragraph that counts aloud (一是…；二是…) into its items."""

import re

from index.numerals import NUMERAL, to_chinese, to_number
from index.parse.lines import Line
from index.parse.markers import kinds
from index.parse.tree import Node

OPENING = re.compile(rf"(?:^|(?<=[。；：;:，,]))\s*(?P<label>(?P<number>[{NUMERAL}]{{1,3}})是)(?=\S)")


def split_spoken(node: Node, source: str) -> None:
    """Give a node without children the items that are counted inside its words.

    Only a count that starts at one and reaches two is believed; what follows the last item belongs to it.
    """
    for child in node.children:
        split_spoken(child, source)
    if node.children or node.kind in ("款", "条", "是"):
        return
    starts = _count(source, node.start, node.own_end)
    if len(starts) < 2:
        return
    rank = next(kind.rank for kind in kinds() if kind.name == "是")
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else node.own_end
        end = start + len(source[start:end].rstrip())
        label = f"{to_chinese(index + 1)}是"
        child = Node("是", rank, index + 1, label, start, end, [Line(source[start:end], start, end)])
        child.marker_length = len(label)
        node.children.append(child)
    _keep_opening(node, source, starts[0])


def _count(source: str, start: int, end: int) -> list[int]:
    starts: list[int] = []
    for found in OPENING.finditer(source, start, end):
        if to_number(found["number"]) == len(starts) + 1:
            starts.append(found.start("label"))
    return starts


def _keep_opening(node: Node, source: str, first_item: int) -> None:
    """The words before the first item stay with the node."""
    kept = []
    for line in node.paragraphs:
        if line.start >= first_item:
            break
        end = min(line.end, first_item)
        text = source[line.start : end].rstrip()
        if text:
            kept.append(Line(text, line.start, line.start + len(text), line.depth))
    node.paragraphs = kept
