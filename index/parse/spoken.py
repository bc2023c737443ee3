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
    node.children = [part for child in node.children for part in _counted_on(child, source)]
    for child in node.children:
        split_spoken(child, source)
    if node.children or node.kind in ("款", "条", "是"):
        return
    starts = _count(source, node.start, node.own_end)
    if len(starts) < 2:
        return
    node.children += _items(source, starts, node.own_end, 1)
    _keep_opening(node, source, starts[0])


def _counted_on(node: Node, source: str) -> list[Node]:
    """Part 一是 from the 二是 and 三是 that go on inside its paragraph."""
    if node.kind != "是" or node.children:
        return [node]
    starts = _count(source, node.start, node.own_end, node.number + 1)
    if not starts:
        return [node]
    later = _items(source, starts, node.own_end, node.number + 1)
    _keep_opening(node, source, starts[0])
    node.end = node.own_end
    return [node, *later]


def _items(source: str, starts: list[int], own_end: int, first: int) -> list[Node]:
    rank = next(kind.rank for kind in kinds() if kind.name == "是")
    items = []
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else own_end
        end = start + len(source[start:end].rstrip())
        label = f"{to_chinese(first + index)}是"
        item = Node("是", rank, first + index, label, start, end, [Line(source[start:end], start, end)])
        item.marker_length = len(label)
        items.append(item)
    return items


def _count(source: str, start: int, end: int, first: int = 1) -> list[int]:
    starts: list[int] = []
    for found in OPENING.finditer(source, start, end):
        if to_number(found["number"]) == len(starts) + first:
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
