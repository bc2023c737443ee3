"""A table as a Word document, in landscape, its head repeated on every page."""

import io
import re

import docx
import docx.document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from assistant.tabulate.lines import cell_text, column_names, difference_lines
from assistant.tabulate.table import Row, SideBySide
from assistant.tabulate.wording import in_file
from assistant.word_fonts import set_fonts

FONT, SIZE = "宋体", Pt(9)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot hold."""


def as_docx(table: SideBySide) -> bytes:
    """Write the table: what is compared, a column a document, and below each row what is different."""
    file = docx.Document()
    _look(file)
    file.add_heading(in_file("title"), level=1)
    if table.topic:
        file.add_paragraph(_clean(in_file("about_topic", topic=table.topic)))
    file.add_paragraph(in_file("made_of"))
    for name in column_names(table):
        file.add_paragraph(_clean(name), style="List Bullet")
    grid = file.add_table(rows=1, cols=len(table.documents) + 1, style="Table Grid")
    _repeat(grid.rows[0])
    for cell, words in zip(grid.rows[0].cells, [in_file("row"), *column_names(table)], strict=True):
        _write(cell, words, bold=True)
    for row in table.rows:
        _add(grid.add_row(), table, row)
        below = grid.add_row().cells
        lines = "\n".join(difference_lines(table, row))
        _write(below[0].merge(below[-1]), f"{in_file('differences')}：\n{lines}", italic=True)
    file.add_paragraph(in_file("advice"))
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def _add(line: _Row, table: SideBySide, row: Row) -> None:
    words = [row.heading, *(cell_text(table, row, column) for column in range(len(row.cells)))]
    for place, (cell, text) in enumerate(zip(line.cells, words, strict=True)):
        _write(cell, text, bold=place == 0)


def _write(cell: _Cell, words: str, *, bold: bool = False, italic: bool = False) -> None:
    paragraph: Paragraph = cell.paragraphs[0]
    run = paragraph.add_run(_clean(words))
    run.bold, run.italic = bold, italic


def _clean(words: str) -> str:
    return FORBIDDEN.sub("", words)


def _look(file: docx.document.Document) -> None:
    section = file.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    normal = file.styles["Normal"]
    normal.font.size = SIZE
    set_fonts(normal, latin=FONT, east_asian=FONT)


def _repeat(row: _Row) -> None:
    """Let Word print the row at the top of every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
