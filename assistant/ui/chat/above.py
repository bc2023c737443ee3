"""What an answer says above its table: nothing that the cells of the table say as well."""

from collections.abc import Iterator, Sequence

from assistant.answer import Answer

HEADS, TAIL = "：", "——"
"""What a label ends with that heads lines, and begins with that follows them."""


def above_table(answer: Answer) -> list[str]:
    """Return the lines of an answer without those that stand in its table, and without labels that head none then."""
    lines = [line for line in answer.text.splitlines() if line.strip()]
    return list(_left(lines, answer)) if repeats(answer) else lines


def repeats(answer: Answer) -> bool:
    """Whether the lines of the answer say all that the cells of its table cite."""
    told, lines = _told(answer), answer.text.splitlines()
    return bool(told) and all(any(_same(line, one) for line in lines) for one in told)


def _told(answer: Answer) -> list[str]:
    cells = (cell for row in (answer.table.rows if answer.table else ()) for cell in row)
    return [line for cell in cells for line in cell.splitlines() if line.endswith("]")]


def _same(line: str, cell: str) -> bool:
    """Whether a line and a cell say the same, one of them perhaps with a heading before it."""
    return bool(line) and (line.endswith(cell) or cell.endswith(line))


def _left(lines: Sequence[str], answer: Answer) -> Iterator[str]:
    told, label = _told(answer), ""
    columns = answer.table.columns if answer.table else ()
    for line in lines:
        if any(_same(line, one) for one in told):
            continue
        if line.endswith(HEADS):
            label = line
        elif not (line.startswith(TAIL) and any(column in line for column in columns if column.startswith("《"))):
            yield from [label, line] if label else [line]
            label = ""
