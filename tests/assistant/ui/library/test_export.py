import csv
import io
import zipfile

from assistant.spreadsheets import csv_file
from assistant.ui.library.export import as_xlsx, rows


def test_the_file_has_a_row_for_each_document_and_both_directions(documents, surveys, lineage, zh):
    head, *body = rows(documents, surveys, lineage, zh)
    table = {row[-1]: dict(zip(head, row, strict=True)) for row in body}
    assert list(table) == [document.id for document in documents]
    assert table["rule"]["被哪些文件落实"].splitlines() == [
        "《国务院办公厅关于印发甲事工作要点的通知》",
        "《乙省<b>甲事</b>办法》",
    ]
    assert "《丙事规定》（乙政发〔2001〕3号）（未收录）" in table["local"]["落实的文件"]
    assert (table["local"]["条款数"], table["local"]["职责数"]) == (2, 1)
    assert table["rule"]["印发日期"] == "2010-01-02"
    assert table["office"]["原文／要旨"] == "要旨（非原文）"


def test_csv_opens_as_utf8_and_runs_no_formula(documents, surveys, lineage, zh):
    content = csv_file(rows(documents, surveys, lineage, zh))
    assert content.startswith(b"\xef\xbb\xbf")
    titles = [row[0] for row in csv.reader(io.StringIO(content.decode("utf-8-sig")))]
    assert "'=乙省财政厅甲事方案" in titles


def test_the_workbook_keeps_words_as_words(documents, surveys, lineage, both):
    content = as_xlsx(rows(documents, surveys, lineage, both), "目录")
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        strings = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "=乙省财政厅甲事方案" in strings
    assert sheet.count("<row ") == len(documents) + 1
