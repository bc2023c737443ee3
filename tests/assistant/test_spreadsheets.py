import csv
import io
import zipfile

import pytest

from assistant.spreadsheets import csv_file, workbook


@pytest.mark.parametrize("words", ["=1+1", "+cmd", "-2", "@sum", "\tx"])
def test_csv_never_begins_a_cell_as_a_formula(words):
    (row,) = csv.reader(io.StringIO(csv_file([[words, 3]]).decode("utf-8-sig")))

    assert row == [f"'{words}", "3"]


def test_csv_opens_as_utf_8_in_excel():
    assert csv_file([["条"]]).startswith("\ufeff".encode())


def test_words_in_a_workbook_stay_words():
    content = io.BytesIO()
    with workbook(content) as book:
        book.add_worksheet().write(0, 0, "=1+1")
    sheet = zipfile.ZipFile(content).read("xl/worksheets/sheet1.xml").decode()

    assert "<f>" not in sheet
    assert 't="s"' in sheet
