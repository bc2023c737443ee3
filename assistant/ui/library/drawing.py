"""Draw a lineage as SVG: boxes in columns, lines from each rule to what carries it out."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader

from assistant.ui.library.layers import BOX, Line, Placed, place
from assistant.ui.library.picture import Box, Picture

WIDE, BETWEEN = 212.0, 62.0
"""Width of a box and of the room for lines beside it, in pixels."""
MARGIN, TOP = 12.0, 42.0
ROW = 26
"""Half-width characters in one row of a title; a Chinese one takes two."""
HEAD = 8.0


@cache
def _templates() -> Environment:
    return Environment(loader=PackageLoader("assistant.ui.library"), autoescape=True, trim_blocks=False)


def draw(shown: Picture, level_names: Mapping[str, str]) -> str:
    """Return the picture as SVG; `level_names` says how each level is headed."""
    placed = place(shown.columns, shown.edges)
    count = len(shown.headings)
    return (
        _templates()
        .get_template("lineage.svg")
        .render(
            width=round(2 * MARGIN + count * WIDE + max(0, count - 1) * BETWEEN),
            height=round(TOP + placed.height + MARGIN),
            headings=list(_headings(shown, level_names)),
            lines=[_line(line, _is_near(line, shown)) for line in placed.lines],
            boxes=[_box(box, shown.columns[key], placed) for key, box in shown.boxes.items()],
        )
    )


def _left(column: int) -> float:
    return MARGIN + column * (WIDE + BETWEEN)


def _headings(shown: Picture, level_names: Mapping[str, str]) -> Iterator[dict[str, object]]:
    """Head each level once, above the middle of its columns."""
    for level, columns in groupby(range(len(shown.headings)), key=shown.headings.__getitem__):
        own = list(columns)
        yield {"x": round((_left(own[0]) + _left(own[-1]) + WIDE) / 2), "words": level_names[level]}


def _is_near(line: Line, shown: Picture) -> bool:
    return shown.boxes[line.upper].is_chosen or shown.boxes[line.lower].is_chosen


def _line(line: Line, near: bool) -> dict[str, object]:
    """Bend between columns, run straight through a column that is passed."""
    column, middle = line.points[0]
    x, y = _left(column) + WIDE, TOP + middle
    path = f"M{x:.0f} {y:.1f}"
    for column, middle in line.points[1:]:
        end, height = _left(column), TOP + middle
        is_last = (column, middle) == line.points[-1]
        stop = end - HEAD if is_last else end
        path += f" C{(x + end) / 2:.0f} {y:.1f} {(x + end) / 2:.0f} {height:.1f} {stop:.0f} {height:.1f}"
        x, y = (end, height) if is_last else (end + WIDE, height)
        path += "" if is_last else f" H{x:.0f}"
    head = f"M{x:.0f} {y:.1f} l{-HEAD - 1:.0f} -4.5 v9 z"
    return {"path": path, "head": head, "near": near}


def _box(box: Box, column: int, placed: Placed) -> dict[str, Any]:
    kind = "chosen" if box.is_chosen else "held" if box.is_held else "unheld"
    y = TOP + placed.middles[box.key] - BOX / 2
    titles = _rows(box.title)
    words = [("title", row) for row in titles] + ([("facts", box.facts)] if box.facts else [])
    first = y + BOX / 2 - (len(words) - 1) * 9 + 4.5
    rows = [{"kind": kind, "words": row, "y": round(first + 18 * place, 1)} for place, (kind, row) in enumerate(words)]
    return {"kind": kind, "x": _left(column), "y": round(y, 1), "width": WIDE, "height": BOX, "rows": rows}


def _rows(title: str) -> list[str]:
    """Break a title into two rows at most; what does not fit is left out with an ellipsis."""
    first, rest = _cut(title, ROW)
    second, left = _cut(rest, ROW)
    if left:
        second = _cut(second, ROW - 2)[0] + "…"
    return [row for row in (first, second) if row]


def _cut(words: str, most: int) -> tuple[str, str]:
    width = 0
    for at, character in enumerate(words):
        width += 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        if width > most:
            return words[:at], words[at:]
    return words, ""
