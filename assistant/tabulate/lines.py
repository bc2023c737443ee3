"""A table in words: what a cell says, and in a line what is different."""

from collections.abc import Sequence

from assistant.comparison.wording import says as compares
from assistant.compose.naming import document_name
from assistant.compose.who_when import when_clause, who_clause
from assistant.tabulate.table import Part, Row, Said, SideBySide
from assistant.tabulate.wording import says


def column_names(table: SideBySide) -> list[str]:
    """Return the heading of each column: title, 文号, and 要旨 where the words are not the issuer's."""
    return [document_name(document) for document in table.documents]


def part_notes(part: Part) -> list[str]:
    """Return what is said besides the words: that they are a part, or uncertain, and who and when."""
    notes = [] if part.is_sure else [says("perhaps")]
    if line := who_clause(part.provision):
        notes.append(says("bodies", line=line))
    if line := when_clause(part.provision):
        notes.append(says("deadline", line=line))
    return notes


def part_text(part: Part) -> str:
    """Return a part of a cell as plain text, its place first."""
    shown = "".join(part.sentences) if part.is_whole else "……".join(part.sentences) + says("part")
    return "\n".join([f"【{part.provision.address}】{shown}", *part_notes(part)])


def absent_text(table: SideBySide, column: int) -> str:
    """Return what an empty cell says: that nothing corresponds, and what was looked through."""
    searched = says("searched_all", count=table.counts[column])
    return f"{says('absent')}（{searched}）"


def cell_text(table: SideBySide, row: Row, column: int) -> str:
    """Return a cell as plain text."""
    return "\n".join(map(part_text, row.cells[column])) or absent_text(table, column)


def difference_lines(table: SideBySide, row: Row) -> list[str]:
    """Return what is different in a row, a line for each kind; one that says so where nothing is."""
    if row.speaking < 2:
        return [says("only_here", names="、".join(_named(table, row)))]
    return [_line(table.names, said) for said in row.differences] or [says("same")]


def _named(table: SideBySide, row: Row) -> list[str]:
    return [name for name, cell in zip(table.names, row.cells, strict=True) if cell]


def _line(names: Sequence[str], said: Said) -> str:
    sides = (f"{names[column]}：{'，'.join(own) or compares('silent')}" for column, own in said.sides)
    return f"{said.kind}——{'；'.join(sides)}。"
