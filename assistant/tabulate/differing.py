"""Say what the cells of a row say differently."""

from collections.abc import Sequence

from assistant.comparison.differences import Passage, differences
from assistant.comparison.likeness import Rarity
from assistant.comparison.wording import told
from assistant.compose.who_when import when_clause, who_clause
from assistant.tabulate.table import Part, Said

Cell = Sequence[Part]


def row_differences(cells: Sequence[Cell], rarity: Rarity) -> tuple[Said, ...]:
    """Return the differences between the cells that are not empty, by kind."""
    columns = [column for column, cell in enumerate(cells) if cell]
    if len(columns) < 2:
        return ()
    found = differences([_passage(cells[column]) for column in columns], rarity)
    said = [
        Said(
            told(one.kind),
            tuple((column, side) for column, side in zip(columns, one.sides, strict=True) if side is not None),
        )
        for one in found
    ]
    return (*said, *_in_columns(cells, columns))


def _passage(cell: Cell) -> Passage:
    said = "\n".join(sentence for part in cell for sentence in part.sentences)
    return Passage(said, "\n".join(part.provision.shown_text for part in cell))


def _in_columns(cells: Sequence[Cell], columns: Sequence[int]) -> list[Said]:
    """Who is responsible and by when, where several tell it and not alike."""
    found = []
    for kind, clause in (("bodies", who_clause), ("deadline", when_clause)):
        lines = {
            column: tuple(dict.fromkeys(filter(None, (clause(part.provision) for part in cells[column]))))
            for column in columns
        }
        sides = tuple((column, own) for column, own in lines.items() if own)
        if len({own for _, own in sides}) > 1:
            found.append(Said(told(kind), sides))
    return found
