"""Spreadsheets in which words stay words, whatever they begin with."""

import csv
import io
from collections.abc import Iterable, Sequence

import xlsxwriter

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""Media types."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula, when it opens a CSV file."""
NEVER = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
Cell = str | float | int | None


def csv_file(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write CSV that Excel opens as UTF-8 and never runs."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_harmless(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def workbook(content: io.BytesIO) -> xlsxwriter.Workbook:
    """Open a workbook that writes itself into `content` when it is closed."""
    return xlsxwriter.Workbook(content, {"in_memory": True, **NEVER})


def _harmless(value: Cell) -> Cell:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
