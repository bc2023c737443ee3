"""Find tables in a text: Markdown tables, pasted rows, and Word tables flattened to cells that a tab opens."""

import re
from dataclasses import dataclass
from itertools import pairwise

from index.columns import column_role
from index.parse.lines import PADDING

BLANK = re.compile(r"\s+")
CJK = r"一-鿿，。；：、“”（）〔〕《》"
INNER_BLANK = re.compile(rf"(?<=[{CJK}\d])\s+(?=[{CJK}\d])")
MARKDOWN_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*(?=\r?$)", re.MULTILINE)
MARKDOWN_RULE = re.compile(r"^[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$")
LINE_END = re.compile(r"\r?\n")
TAB_CELL = re.compile(r"^\t[^\n]*(?:\n(?!\t)[^\n]*)*", re.MULTILINE)
BLANK_LINE = re.compile(r"\n[ \t　\r]*\n")
TABBED_LINE = re.compile(r"^[^\n]*\t[^\n]*$", re.MULTILINE)
FEWEST_TAB_CELLS = 6
FEWEST_KNOWN_COLUMNS = 2
"""Columns of tabbed cells that must have a known name: paragraphs may be indented by tabs, too."""


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as it stands in the source: `source[start:end]` is its inked part."""

    text: str
    """Without padding, line breaks and blanks inside words."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as it stands in the source."""

    columns: tuple[str, ...]
    rows: tuple[tuple[RawCell, ...], ...]
    start: int
    """First character of the header."""
    header_end: int
    """One past the last character of the header's words."""
    end: int
    warnings: tuple[str, ...] = ()


def find_tables(source: str) -> list[RawTable]:
    """Return the tables of a text in order."""
    return _markdown_tables(source) or _pasted_tables(source) or _tab_table(source)


def _cell(source: str, start: int, end: int) -> RawCell:
    body = source[start:end]
    inked = body.strip(PADDING)
    if not inked:
        return RawCell("", start, start)
    start += len(body) - len(body.lstrip(PADDING))
    text = BLANK.sub(" ", INNER_BLANK.sub("", inked))
    return RawCell(text.replace("\\|", "|"), start, start + len(inked))


def _markdown_tables(source: str) -> list[RawTable]:
    runs: list[list[re.Match[str]]] = []
    for row in MARKDOWN_ROW.finditer(source):
        if runs and LINE_END.fullmatch(source, runs[-1][-1].end(), row.start()):
            runs[-1].append(row)
        else:
            runs.append([row])
    return [_markdown_table(source, run) for run in runs if len(run) > 2 and MARKDOWN_RULE.match(run[1][0])]


def _markdown_table(source: str, run: list[re.Match[str]]) -> RawTable:
    columns = tuple(cell.text for cell in _split(source, run[0]))
    rows = tuple(_split(source, row) for row in run[2:])
    wrong = tuple(
        f"表格第{number}行有{len(row)}格，表头{len(columns)}格"
        for number, row in enumerate(rows, 1)
        if len(row) != len(columns)
    )
    header_end = run[0].start() + len(run[0][0].rstrip())
    return RawTable(columns, rows, run[0].start(), header_end, run[-1].end(), wrong)


def _split(source: str, row: re.Match[str]) -> tuple[RawCell, ...]:
    bars = [row.start() + found.start() for found in re.finditer(r"(?<!\\)\|", row[0])]
    return tuple(_cell(source, left + 1, right) for left, right in pairwise(bars))


def _pasted_tables(source: str) -> list[RawTable]:
    """Rows come one a line, their cells parted by tabs, as they are pasted from Word or Excel."""
    runs: list[list[tuple[RawCell, ...]]] = []
    end = None
    for line in TABBED_LINE.finditer(source):
        cells = _parted(source, line)
        goes_on = end is not None and LINE_END.fullmatch(source, end, line.start())
        if runs and goes_on:
            runs[-1].append(cells)
        elif sum(column_role(cell.text) is not None for cell in cells if cell.text) >= FEWEST_KNOWN_COLUMNS:
            runs.append([cells])
        else:
            continue
        end = line.end() - (1 if line[0].endswith("\r") else 0)
    return [_pasted_table(rows) for rows in runs if len(rows) > 1]


def _parted(source: str, line: re.Match[str]) -> tuple[RawCell, ...]:
    tabs = [line.start() + found.start() for found in re.finditer("\t", line[0])]
    return tuple(_cell(source, left + 1, right) for left, right in pairwise([line.start() - 1, *tabs, line.end()]))


def _pasted_table(lines: list[tuple[RawCell, ...]]) -> RawTable:
    header, *rows = lines
    wrong = tuple(
        f"表格第{number}行有{len(row)}格，表头{len(header)}格"
        for number, row in enumerate(rows, 1)
        if len(row) != len(header)
    )
    inked = [cell for cell in header if cell.text]
    columns = tuple(BLANK.sub("", cell.text) for cell in header)
    end = max(cell.end for row in rows for cell in row)
    return RawTable(columns, tuple(rows), inked[0].start, inked[-1].end, end, wrong)


def _tab_table(source: str) -> list[RawTable]:
    """Cells come one a line; the header ends at the first blank line, and has as many cells as a row."""
    matches = list(TAB_CELL.finditer(source))
    if len(matches) < FEWEST_TAB_CELLS:
        return []
    cells = [_cell(source, found.start() + 1, found.end()) for found in matches]
    cells[-1] = _without_rest(source, cells[-1])
    width = next((n for n, found in enumerate(matches, 1) if _ends_blank(found[0])), 0)
    columns = tuple(BLANK.sub("", cell.text) for cell in cells[:width])
    if sum(column_role(column) is not None for column in columns) < FEWEST_KNOWN_COLUMNS:
        return []
    body = cells[width:]
    rows = tuple(tuple(body[at : at + width]) for at in range(0, len(body), width))
    wrong = ("表格最后一行不完整",) if rows and len(rows[-1]) != width else ()
    return [RawTable(columns, rows, matches[0].start(), cells[width - 1].end, cells[-1].end, wrong)]


def _ends_blank(cell: str) -> bool:
    words, line_end, last = cell.rpartition("\n")
    return bool(line_end and words.strip() and not last.strip())


def _without_rest(source: str, last: RawCell) -> RawCell:
    """What follows the last cell after a blank line is no longer the table."""
    gap = BLANK_LINE.search(source, last.start, last.end)
    return _cell(source, last.start, gap.start()) if gap else last
