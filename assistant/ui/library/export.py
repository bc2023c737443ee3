"""The catalogue as CSV and as a workbook."""

import io
from collections.abc import Iterator, Mapping, Sequence

from assistant.checking import findings
from assistant.lineage import Lineage, Link
from assistant.spreadsheets import workbook
from assistant.survey import Survey
from assistant.ui.library.values import level_name, origin_name, status_name
from assistant.ui.texts import Texts
from index.corpus import Document

WIDTHS = {"title": 48, "number": 22, "issuer": 26, "implements": 48, "implemented_by": 48, "checks": 48, "source": 30}
NARROW = 12
COLUMNS = (
    "title",
    "number",
    "issuer",
    "region",
    "level",
    "issued",
    "effective",
    "status",
    "origin",
    "implements",
    "implemented_by",
    "provisions",
    "duties",
    "checks",
    "source",
    "id",
)
Cell = str | int


def rows(
    documents: Sequence[Document], surveys: Mapping[str, Survey], lineage: Lineage, texts: Texts
) -> Iterator[list[Cell]]:
    """Yield the headings, then a row for each document; what is not known is an empty cell."""
    yield [texts[f"library.column.{name}"] for name in COLUMNS]
    for document in documents:
        survey = surveys[document.id]
        checks = [texts[f"library.check.{one.kind}.said"] for one in findings(document, survey, lineage)]
        yield [
            document.title,
            document.document_number or "",
            document.issuer or "",
            document.region or "",
            level_name(document, texts),
            document.issued.isoformat() if document.issued else "",
            document.effective.isoformat() if document.effective else "",
            status_name(document, texts),
            origin_name(document, texts),
            _names(lineage.implements(document.id), texts),
            _names(lineage.implemented_by(document.id), texts),
            survey.provisions,
            survey.duties,
            "\n".join(checks),
            document.source or "",
            document.id,
        ]


def as_xlsx(table: Iterator[list[Cell]], name: str) -> bytes:
    """Write a workbook; words stay words, whatever they begin with."""
    content = io.BytesIO()
    with workbook(content) as book:
        sheet = book.add_worksheet(name[:31])
        wrapped, bold = book.add_format({"text_wrap": True, "valign": "top"}), book.add_format({"bold": True})
        for place, column in enumerate(COLUMNS):
            sheet.set_column(place, place, WIDTHS.get(column, NARROW), wrapped)
        last = 0
        for last, row in enumerate(table):
            for place, value in enumerate(row):
                sheet.write(last, place, value, bold if last == 0 else wrapped)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
    return content.getvalue()


def _names(links: Sequence[Link], texts: Texts) -> str:
    unheld = f"（{texts['library.lineage.unheld']}）"
    return "\n".join(
        f"《{link.document.title}》" if link.document is not None else f"{link.name}{unheld}" for link in links
    )
