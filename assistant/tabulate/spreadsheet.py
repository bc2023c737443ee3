"""A table as a workbook for Excel; words stay words, whatever they begin with."""

import io

from assistant.spreadsheets import workbook
from assistant.tabulate.lines import cell_text, column_names, difference_lines
from assistant.tabulate.table import SideBySide
from assistant.tabulate.wording import in_file

HEADING_WIDTH, TEXT_WIDTH = 22, 52
"""In characters of a column."""
MOST_CHARS = 32_767
"""What a cell of Excel can hold."""


def as_xlsx(table: SideBySide) -> bytes:
    """Write the table: what is compared, a column a document, and what is different."""
    content = io.BytesIO()
    with workbook(content) as book:
        sheet = book.add_worksheet(in_file("name"))
        wrapped = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
        lines = [[in_file("row"), *column_names(table), in_file("differences")]]
        for row in table.rows:
            cells = (cell_text(table, row, column) for column in range(len(row.cells)))
            lines.append([row.heading, *cells, "\n".join(difference_lines(table, row))])
        for number, line in enumerate(lines):
            for place, words in enumerate(line):
                sheet.write_string(number, place, words[:MOST_CHARS], bold if number == 0 or place == 0 else wrapped)
        sheet.write_string(len(lines) + 1, 0, in_file("advice"))
        sheet.set_column(0, 0, HEADING_WIDTH)
        sheet.set_column(1, len(table.documents) + 1, TEXT_WIDTH)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)
    return content.getvalue()
