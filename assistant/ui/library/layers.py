"""Lay out a lineage in columns from the state down, so that few lines cross and none runs behind a box.

Source: the layered method of Sugiyama, Tagawa and Toda (1981); positions by pooling adjacent violators.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import fmean

BOX, PASSING = 62.0, 10.0
"""Heights, in pixels, of a box and of a line that passes a column."""
GAP = 16.0
SWEEPS = 8

Node = Hashable


@dataclass(frozen=True, slots=True)
class Line:
    """A line through several columns, from left to right."""

    points: tuple[tuple[int, float], ...]
    """Column and middle height of each point, the two boxes included."""
    upper: str
    lower: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Where everything stands; heights in pixels from the top."""

    middles: Mapping[str, float]
    """The middle of each box."""
    lines: tuple[Line, ...]
    height: float


@dataclass(slots=True)
class _Columns:
    """Boxes and passing lines, column by column, with who is joined to whom in the next column."""

    nodes: list[list[Node]]
    joined: dict[Node, list[Node]] = field(default_factory=dict)
    """To the left and to the right."""
    paths: dict[tuple[str, str], list[Node]] = field(default_factory=dict)


def place(columns: Mapping[str, int], edges: Sequence[tuple[str, str]]) -> Placed:
    """Place boxes.

    Args:
        columns: The column of each box, from 0; boxes of one column keep this order where nothing speaks against it.
        edges: Upper and lower box; those that do not lead to the right are left out.
    """
    forward = [(upper, lower) for upper, lower in edges if columns[upper] < columns[lower]]
    table = _with_passing(columns, forward)
    _order(table)
    middles = _heights(table)
    lines = tuple(
        Line(tuple((_column_of(node, columns), middles[node]) for node in path), upper, lower)
        for (upper, lower), path in table.paths.items()
    )
    lowest = max((middles[node] + _size(node) / 2 for nodes in table.nodes for node in nodes), default=0.0)
    return Placed({name: middles[name] for name in columns}, lines, lowest)


def without_detours(edges: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Leave out each edge whose ends are joined by others as well: 甲 → 乙 → 丙 says 甲 → 丙 too."""
    below: dict[str, set[str]] = {}
    for upper, lower in edges:
        below.setdefault(upper, set()).add(lower)
    return [
        (upper, lower)
        for upper, lower in edges
        if not any(_leads(step, lower, below, upper) for step in below[upper] - {lower})
    ]


def _leads(start: str, end: str, below: Mapping[str, set[str]], without: str) -> bool:
    waiting, seen = [start], {without}
    while waiting:
        name = waiting.pop()
        if name == end:
            return True
        if name not in seen:
            seen.add(name)
            waiting += below.get(name, ())
    return False


def _with_passing(columns: Mapping[str, int], edges: Sequence[tuple[str, str]]) -> _Columns:
    table = _Columns([[] for _ in range(max(columns.values(), default=-1) + 1)])
    for name, column in columns.items():
        table.nodes[column].append(name)
    for upper, lower in edges:
        passed: list[Node] = [(upper, lower, column) for column in range(columns[upper] + 1, columns[lower])]
        for node, column in zip(passed, range(columns[upper] + 1, columns[lower]), strict=True):
            table.nodes[column].append(node)
        path = [upper, *passed, lower]
        table.paths[upper, lower] = path
        for left, right in pairwise(path):
            table.joined.setdefault(left, []).append(right)
            table.joined.setdefault(right, []).append(left)
    return table


def _column_of(node: Node, columns: Mapping[str, int]) -> int:
    return int(node[2]) if isinstance(node, tuple) else columns[str(node)]


def _size(node: Node) -> float:
    return PASSING if isinstance(node, tuple) else BOX


def _order(table: _Columns) -> None:
    """Sort each column by where what it is joined to stands, to and fro."""
    for sweep in range(SWEEPS):
        order = range(1, len(table.nodes)) if sweep % 2 == 0 else range(len(table.nodes) - 2, -1, -1)
        for column in order:
            beside = table.nodes[column + (-1 if sweep % 2 == 0 else 1)]
            ranks = {node: rank / max(1, len(beside) - 1) for rank, node in enumerate(beside)}
            own = {node: rank / max(1, len(table.nodes[column]) - 1) for rank, node in enumerate(table.nodes[column])}
            means = {node: _mean(table.joined.get(node, ()), ranks, own[node]) for node in table.nodes[column]}
            table.nodes[column].sort(key=means.__getitem__)


def _mean(joined: Sequence[Node], ranks: Mapping[Node, float], otherwise: float) -> float:
    known = [ranks[node] for node in joined if node in ranks]
    return fmean(known) if known else otherwise


def _heights(table: _Columns) -> dict[Node, float]:
    """Give each node a height near what it is joined to, in the order of its column."""
    middles: dict[Node, float] = {}
    for nodes in table.nodes:
        middles.update(_apart(nodes, {node: 0.0 for node in nodes}))
    for sweep in range(SWEEPS):
        for nodes in table.nodes if sweep % 2 == 0 else reversed(table.nodes):
            wanted = {node: _mean(table.joined.get(node, ()), middles, middles[node]) for node in nodes}
            middles.update(_apart(nodes, wanted))
    top = min((middle - _size(node) / 2 for node, middle in middles.items()), default=0.0)
    return {node: middle - top for node, middle in middles.items()}


def _apart(nodes: Sequence[Node], wanted: Mapping[Node, float]) -> dict[Node, float]:
    """Return heights as near as can be to those wanted, in this order and not overlapping."""
    offsets, at = list[float](), 0.0
    for before, node in zip([None, *nodes], nodes, strict=False):
        at += (_size(before) + _size(node)) / 2 + GAP if before is not None else 0.0
        offsets.append(at)
    pools: list[tuple[float, int]] = []
    for node, offset in zip(nodes, offsets, strict=True):
        mean, count = wanted[node] - offset, 1
        while pools and pools[-1][0] > mean:
            other, others = pools.pop()
            mean, count = (mean * count + other * others) / (count + others), count + others
        pools.append((mean, count))
    shifts = [mean for mean, count in pools for _ in range(count)]
    return {node: shift + offset for node, shift, offset in zip(nodes, shifts, offsets, strict=True)}
