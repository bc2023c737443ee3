"""Put the rows of tables where they stand in an outline."""

from bisect import bisect_left
from collections.abc import Sequence

from index.parse.lines import Line
from index.parse.table import table_nodes
from index.parse.table_source import RawTable
from index.parse.tree import Node

NO_HOST = ("框", "类", "行", "段")
"""Kinds that rows stand beside, not below."""
LEADS = ("框", "段")
"""Kinds beside which rows stand, and whose words go on into the header."""
STRETCH_RANK = 5.0


def place_tables(tables: list[RawTable], roots: list[Node], source: str) -> list[list[Node]]:
    """Insert the rows of tables, in the order of the text, and cut off the text that follows each.

    The words of a header stay with the text before the table; text after it becomes a stretch (第N段).

    Returns:
        Groups of rows inside which values are carried down.
    """
    groups = []
    for table in tables:
        groups += _place(table, roots, source)
    return groups


def _place(table: RawTable, roots: list[Node], source: str) -> list[list[Node]]:
    path, beside = _host(roots, table.start)
    among = path[-1].children if path else roots
    position = _before(among, table.start)
    if beside is None and path:
        lead = path[-1]
    elif beside is not None and beside.kind in LEADS:
        lead = beside
    else:
        lead = _lead(among, position, table)
        among.insert(position, lead)
        position += 1
    cut = _before(lead.paragraphs, table.start)
    following = lead.paragraphs[cut:]
    lead.paragraphs[cut:] = [_header(table, source)]
    built = table_nodes(table, source, rows_before=_last_number(among, position, "行"))
    among[position:position] = [*built.nodes, *_stretch(following, among, position)]
    if not lead.children:
        lead.end = lead.own_end
    for node in path:
        node.end = max(node.end, table.end)
    return built.groups


def _host(roots: list[Node], start: int) -> tuple[list[Node], Node | None]:
    """The way down to the innermost node before a table, and the frame, row or stretch right before it."""
    path: list[Node] = []
    nodes = roots
    while position := _before(nodes, start):
        above = nodes[position - 1]
        if above.kind in NO_HOST:
            return path, above
        path.append(above)
        nodes = above.children
    return path, None


def _before(pieces: Sequence[Node | Line], start: int) -> int:
    return bisect_left(pieces, start, key=lambda piece: piece.start)


def _lead(among: list[Node], position: int, table: RawTable) -> Node:
    """A node for the words of a header that follows no text."""
    if not position:
        return Node("框", 0.0, 0, "题注", table.start, table.header_end)
    return _new_stretch(among, position, table.start, table.header_end)


def _stretch(lines: list[Line], among: list[Node], position: int) -> list[Node]:
    if not lines:
        return []
    node = _new_stretch(among, position, lines[0].start, lines[-1].end)
    node.paragraphs = lines
    return [node]


def _new_stretch(among: list[Node], position: int, start: int, end: int) -> Node:
    number = 1 + (_last_number(among, position, "段") or 1)
    return Node("段", STRETCH_RANK, number, f"第{number}段", start, end)


def _last_number(among: list[Node], position: int, kind: str) -> int:
    """The number of the last node of a kind before a position; 0 if there is none."""
    return next((among[at].number for at in range(position - 1, -1, -1) if among[at].kind == kind), 0)


def _header(table: RawTable, source: str) -> Line:
    words = source[table.start : table.header_end].lstrip()
    return Line(words, table.header_end - len(words), table.header_end)
