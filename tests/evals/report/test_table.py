import csv
import io
import zipfile

from evals.report.table import as_csv, as_xlsx, columns


def test_no_cell_of_a_csv_file_is_taken_for_a_formula(contents):
    text = as_csv(contents).decode("utf-8-sig")
    header, *lines = csv.reader(io.StringIO(text))

    assert header == list(columns().values())
    assert [line[0] for line in lines] == ["a", "b", "c"]
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in lines for cell in line)
    assert any(cell.startswith("'=HYPERLINK") for cell in lines[1])


def test_excel_reads_the_csv_file_as_utf8(contents):
    assert as_csv(contents).startswith(b"\xef\xbb\xbf")


def test_a_workbook_holds_words_and_no_formulas_or_links(contents):
    with zipfile.ZipFile(io.BytesIO(as_xlsx(contents))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        words = book.read("xl/sharedStrings.xml").decode()

    assert "<f>" not in sheet
    assert "hyperlink" not in sheet.lower()
    assert "=HYPERLINK(" in words
    assert sheet.count("<row ") == 4


def test_what_was_not_scored_is_empty_and_not_zero(contents):
    rows = list(csv.DictReader(io.StringIO(as_csv(contents).decode("utf-8-sig"))))

    assert [row["通过"] for row in rows] == ["1", "0", ""]
