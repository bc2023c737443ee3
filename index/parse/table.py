"""Turn tables into nodes: categories, and rows whose empty cells carry on from above."""

from dataclasses import replace
from typing import NamedTuple

from index.columns import column_role, is_carried
from index.corpus import Cell
from index.parse.lines import Line
from index.parse.markers import kinds, match_marker
from index.parse.table_source import RawCell, RawTable
from index.parse.tree import Node

CATEGORY_RANK, ROW_RANK = 4.0, 5.0


class TableNodes(NamedTuple):
    """A table as nodes."""

    nodes: list[Node]
    """Categories with their rows below them, and rows that stand in none."""
    groups: list[list[Node]]
    """The rows of each category; values are carried down inside a group."""


def table_nodes(table: RawTable, source: str, *, rows_before: int = 0) -> TableNodes:
    """Return the nodes of a table; rows in no category are counted on from `rows_before`."""
    at = _category_column(table)
    nodes: list[Node] = []
    groups: list[list[Node]] = [[]]
    category: Node | None = None
    printed = ""
    for cells in table.rows:
        named = cells[at].text if at is not None and at < len(cells) else ""
        opens = named not in ("", printed)
        if opens:
            printed, category = named, _category(cells, at or 0, source)
            nodes.append(category)
            groups.append([])
        own = cells[1:] if at == 0 and (opens or not named) else cells
        if any(cell.text for cell in own):
            number = len(groups[-1]) + 1 + (0 if category else rows_before)
            row = _row(table.columns, cells, own, number, source)
            groups[-1].append(row)
            (category.children if category else nodes).append(row)
            if category:
                category.end = row.end
    return TableNodes(nodes, groups)


def _category_column(table: RawTable) -> int | None:
    """The column that is called so, else a first column with empty cells, unless it holds numbers."""
    roles = [column_role(column) for column in table.columns]
    if "category" in roles:
        return roles.index("category")
    merged = any(row and not row[0].text and any(cell.text for cell in row) for row in table.rows)
    return 0 if merged and roles[0] != "number" else None


def _category(cells: tuple[RawCell, ...], at: int, source: str) -> Node:
    """A category in a later column owns no words: they stand inside its first row."""
    cell = cells[at]
    marker = match_marker(cell.text, kinds())
    label = marker.label if marker else f"{cell.text}·"
    start = cell.start if at == 0 else next(c.start for c in cells if c.text)
    node = Node("类", CATEGORY_RANK, marker.number if marker else 0, label, start, cell.end)
    node.paragraphs = [Line(source[cell.start : cell.end], cell.start, cell.end)] if at == 0 else []
    node.heading = cell.text[marker.length :].strip() if marker else cell.text
    return node


def _row(
    columns: tuple[str, ...], cells: tuple[RawCell, ...], own: tuple[RawCell, ...], number: int, source: str
) -> Node:
    """A row that owns the words of its `own` cells; a category's cell belongs to the category."""
    inked = [cell for cell in own if cell.text]
    start, end = inked[0].start, inked[-1].end
    node = Node("行", ROW_RANK, number, f"第{number}行", start, end, [Line(source[start:end], start, end)])
    by_role = {column_role(column): cell.text for column, cell in zip(columns, cells, strict=False)}
    unnumbered = [
        cell.text
        for column, cell in zip(columns, cells, strict=False)
        if cell in inked and column_role(column) != "number"
    ]
    node.heading = by_role.get("task") or next(iter(unnumbered), inked[0].text)
    node.cells = [
        Cell(column=column, text=cell.text, start=cell.start, end=cell.end)
        for column, cell in zip(columns, cells, strict=False)
    ]
    return node


def carry_down(rows: list[Node]) -> None:
    """Fill empty cells from the row above; call it for the rows of a category once addresses are known.

    A row with a leader of its own has its own partners: where it names none, it has none.
    """
    above: dict[str, Cell] = {}
    for row in rows:
        leads = any(cell.text and column_role(cell.column) == "lead" for cell in row.cells)
        for index, cell in enumerate(row.cells):
            if cell.text:
                above[cell.column] = replace(cell, carried_from=row.address)
            elif leads and column_role(cell.column) == "join":
                above.pop(cell.column, None)
            elif cell.column in above and is_carried(cell.column):
                row.cells[index] = above[cell.column]
