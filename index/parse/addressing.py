"""Give every node of an outline its address, unique within the document."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Literal

from index.numerals import to_chinese
from index.parse.tree import Node

TRANSPARENT = {"编", "章", "节"}
"""Kinds that do not stand in the addresses of what is below them, unless that starts counting again."""
SELF_CONTAINED = {"条", "十进"}
"""Kinds whose label already says the whole way."""
ITEMS = {"部分", "项", "点", "目", "圈", "是"}
"""Kinds that count as 项 in an article, and as 目 inside an item of one."""


@dataclass(frozen=True, slots=True)
class _Above:
    """What a node needs to know of the nodes above it."""

    address: str
    prefix: str
    kind: str = ""
    level: Literal["", "条", "项"] = ""

    def join(self, node: Node) -> str:
        if node.kind in SELF_CONTAINED:
            return self.prefix + node.label
        if node.kind == "款":
            return f"{self.address}第{to_chinese(node.number)}款"
        if self.level and node.kind in ITEMS:
            return f"{self.address}第{to_chinese(node.number)}{'项' if self.level == '条' else '目'}"
        if self.kind == node.kind == "题":
            return f"{self.address}·{node.label}"
        return self.address + node.label

    def below(self, node: Node) -> "_Above":
        if node.kind in TRANSPARENT:
            return self
        if node.kind in ("条", "款"):
            return _Above(node.address, self.prefix, node.kind, "条")
        level: Literal["", "项"] = "项" if self.level == "条" and node.kind in ITEMS else ""
        return _Above(node.address, self.prefix, node.kind, level)


@dataclass(slots=True)
class Addresses:
    """The addresses given out so far in a document, and the prefixes its sections go by."""

    prefixes: set[str] = field(default_factory=set)
    _taken: dict[str, int] = field(default_factory=dict)
    _restarts: dict[str, Iterator[int]] = field(default_factory=dict)

    def assign(self, roots: list[Node], prefix: str) -> None:
        """Fill in `address` below `prefix`; outermost parts that count from one again get their own."""
        current = above = _Above(prefix, prefix)
        for root in roots:
            if root.number == 1 and current.join(root) in self._taken:
                fresh = self._new_prefix(prefix)
                current = _Above(fresh, fresh)
            self._assign(root, above if root.kind == "框" else current)

    def _assign(self, node: Node, above: _Above) -> None:
        node.address = self._claim(above.join(node))
        below = above.below(node)
        if node.kind == "条" and len(node.children) == 1:
            # An article of one paragraph has no 第一款: its words and items are the article's own.
            node.children[0].address = node.address
            children = node.children[0].children
        else:
            children = node.children
        for child in children:
            if node.kind in TRANSPARENT and child.number == 1 and below.join(child) in self._taken:
                below = replace(below, address=f"{node.address}·", prefix=f"{node.address}·")
            self._assign(child, below)

    def _claim(self, address: str) -> str:
        """Return the address, with a count in front where it came before."""
        seen = self._taken.get(address, 0)
        self._taken[address] = seen + 1
        return self._claim(f"续{seen + 1}·{address}") if seen else address

    def _new_prefix(self, prefix: str) -> str:
        numbers = self._restarts.setdefault(prefix, count(1))
        fresh = next(p for n in numbers if (p := f"{prefix}附件{n}·") not in self.prefixes)
        self.prefixes.add(fresh)
        return fresh
