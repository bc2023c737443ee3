import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest

from assistant.tabulate.lines import cell_text, column_names, difference_lines
from assistant.tabulate.spreadsheet import as_xlsx
from assistant.tabulate.word import as_docx

FORMULA = '=HYPERLINK("http://evil.example","点")'


@pytest.fixture
def poisoned(accidents):
    """The table with a formula in front of a heading and of a sentence."""
    (row,) = accidents.rows
    (part,) = row.cells[0]
    cells = ((replace(part, sentences=(FORMULA, "\x0b末")),), *row.cells[1:])
    return replace(accidents, rows=(replace(row, heading=FORMULA, cells=cells),))


def sheet(content):
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return book.read("xl/worksheets/sheet1.xml").decode(), book.read("xl/sharedStrings.xml").decode()


def test_the_workbook_has_a_column_a_document_and_what_differs(accidents):
    cells, strings = sheet(as_xlsx(accidents))

    assert all(name in strings for name in column_names(accidents))
    assert "一般事故" in strings
    assert "不同之处" in strings
    assert len(re.findall(r'<c r="[A-E]1"', cells)) == 5


def test_words_that_look_like_formulas_stay_words(poisoned):
    cells, strings = sheet(as_xlsx(poisoned))

    assert "<f>" not in cells
    assert "<hyperlink" not in cells
    assert "=HYPERLINK" in strings


def test_the_word_file_has_the_table_with_its_head_on_every_page(accidents):
    file = docx.Document(io.BytesIO(as_docx(accidents)))
    (grid,) = file.tables
    head = [cell.text for cell in grid.rows[0].cells]

    assert head == ["对照事项", *column_names(accidents)]
    assert "w:tblHeader" in grid.rows[0]._tr.xml
    assert "一般事故" in grid.rows[1].cells[2].text
    assert "不同之处" in grid.rows[2].cells[0].text
    assert "主题：事故调查报告" in [paragraph.text for paragraph in file.paragraphs]


def test_the_word_file_can_hold_every_text(poisoned):
    (grid,) = docx.Document(io.BytesIO(as_docx(poisoned))).tables

    assert "末" in grid.rows[1].cells[1].text


def test_digests_are_marked_in_every_column(accidents):
    assert all(name.endswith("〔要旨〕") for name in column_names(accidents))


def test_an_empty_cell_says_so_and_what_was_looked_through(whole):
    row = next(row for row in whole.rows if not row.cells[0])

    assert cell_text(whole, row, 0) == f"未见对应规定（已与全文{whole.counts[0]}条比对）"


def test_differences_are_told_in_words_and_so_is_that_only_one_provides(whole):
    alone = next(row for row in whole.rows if row.speaking == 1)
    both = next(row for row in whole.rows if any("一般事故" in word for word in row.own_words(1)))

    assert re.fullmatch("仅(国办|北京|上海)有相应规定", difference_lines(whole, alone)[0])
    assert any("上海：" in line and "一般事故" in line for line in difference_lines(whole, both))
