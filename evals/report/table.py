"""Every answer as a row of plain cells, for CSV and spreadsheets."""

import io
from collections.abc import Sequence

import xlsxwriter

from assistant.spreadsheets import Cell, csv_file, workbook
from evals.report.contents import Contents
from evals.report.rows import Required, Row
from evals.report.words import words

WIDTHS = {"question": 40, "answer": 60, "why": 30, "expected_places": 30, "citations": 30, "facts": 24, "note": 24}


def columns() -> dict[str, str]:
    """Return the columns with their headings, in order."""
    found: dict[str, str] = words()["columns"]
    return found


def cells(row: Row) -> dict[str, Cell]:
    """Return the cells of an answer by column."""
    outcomes, changes = words()["outcomes"], words()["changes"]
    return {
        "id": row.case.id,
        "repeat": row.repeat,
        "kind": row.case.kind,
        "question": row.case.question,
        "history": "\n".join(row.case.history),
        "expected": "/".join(outcomes[one] for one in row.case.outcome),
        "given": outcomes[row.answer.status.value],
        "passed": None if row.passed is None else int(row.passed),
        "why": row.why,
        "expected_places": _listed(row.places),
        "citations": "\n".join(f"{one.citation.document_id}#{one.citation.address}" for one in row.citations),
        "facts": _listed(row.facts),
        "answer": row.answer.text,
        "changes": "、".join(changes[change] for change in row.changes),
        "experts": row.experts,
        "judged": row.opinion and (words()["judged"].get(row.opinion.answer) or row.opinion.reason),
        "milliseconds": row.milliseconds,
        "note": row.case.note,
        "author": row.case.author,
        "reviewed": row.case.reviewed,
    }


def as_csv(contents: Contents) -> bytes:
    """Write the answers as CSV that Excel opens as UTF-8 and never runs."""
    found = map(cells, contents.rows)
    return csv_file([list(columns().values()), *([row[name] for name in columns()] for row in found)])


def as_xlsx(contents: Contents) -> bytes:
    """Write the answers as a workbook; words stay words, whatever they begin with."""
    content = io.BytesIO()
    with workbook(content) as book:
        sheet = book.add_worksheet(contents.name)
        wrapped, bold = book.add_format({"text_wrap": True, "valign": "top"}), book.add_format({"bold": True})
        for place, (name, heading) in enumerate(columns().items()):
            sheet.set_column(place, place, WIDTHS.get(name, 12), wrapped)
            sheet.write_string(0, place, heading, bold)
        for number, row in enumerate(contents.rows, 1):
            _write_row(sheet, number, [cells(row)[name] for name in columns()])
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(contents.rows), len(columns()) - 1)
    return content.getvalue()


def _write_row(sheet: xlsxwriter.worksheet.Worksheet, number: int, values: Sequence[Cell]) -> None:
    for place, value in enumerate(values):
        if isinstance(value, str):
            sheet.write_string(number, place, value)
        elif value is not None:
            sheet.write_number(number, place, value)


def _listed(required: Sequence[Required]) -> str:
    return "\n".join(f"{'✓' if one.is_there else '✗'} {' / '.join(one.alternatives)}" for one in required)
