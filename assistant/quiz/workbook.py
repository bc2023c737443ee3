"""Results as a workbook; words stay words, whatever they begin with."""

import io
from collections.abc import Iterable, Sequence

import xlsxwriter

from assistant.quiz.scores import Line, Score
from assistant.quiz.words import words
from assistant.spreadsheets import workbook

Cell = str | int | float
WIDTHS = (8, 14, 60, 12, 12, 8, 44, 60)


def results_workbook(teams: Sequence[Score], provisions: Sequence[Score], lines: Sequence[Line]) -> bytes:
    """Write a sheet of teams, one of provisions and one of all answers."""
    said = words()["workbook"]
    content = io.BytesIO()
    with workbook(content) as book:
        _sheet(book, said["teams"], said["team_columns"], map(_score, teams), (24, 10, 10, 10))
        _sheet(book, said["provisions"], said["provision_columns"], map(_score, provisions), (70, 10, 10, 10))
        _sheet(book, said["answers"], said["answer_columns"], map(_line, lines), WIDTHS)
    return content.getvalue()


def _sheet(
    book: xlsxwriter.Workbook, name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[int]
) -> None:
    sheet = book.add_worksheet(name)
    wrapped, bold = book.add_format({"text_wrap": True, "valign": "top"}), book.add_format({"bold": True})
    share = book.add_format({"num_format": "0%", "valign": "top"})
    for place, (heading, width) in enumerate(zip(columns, widths, strict=True)):
        sheet.set_column(place, place, width, wrapped)
        sheet.write_string(0, place, heading, bold)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, place, value)
            else:
                sheet.write_number(number, place, value, share if isinstance(value, float) else wrapped)
    sheet.freeze_panes(1, 0)


def _score(score: Score) -> tuple[Cell, ...]:
    share = score.right / score.answered if score.answered else 0.0
    return score.name, score.right, score.answered, float(share)


def _line(line: Line) -> tuple[Cell, ...]:
    mark = words()["truth"]["right" if line.is_right else "wrong"]
    return line.number, line.team, line.stem, line.given, line.answer, mark, line.provision, line.quote
