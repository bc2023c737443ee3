"""A row of a table, read as column and value, beside the row its carried values come from."""

from collections.abc import Sequence

from assistant.ui.markup import Html, join, tag
from assistant.ui.quoting import marked_cell
from assistant.ui.texts import Texts
from index.columns import column_role
from index.corpus import Cell, Provision


def row(cited: Provision, quote: str, texts: Texts) -> Html:
    """Show one row as pairs of column and value."""
    lines = (tag("tr", tag("th", cell.column, scope="row"), _value(cell, quote, texts)) for cell in cited.cells)
    return tag("table", tag("tbody", *lines), class_="row")


def rows_beside(cited: Provision, above: Provision, quote: str, texts: Texts) -> Html:
    """Show the cited row and the row above it from which values carry on, column by column."""
    head = tag(
        "tr",
        tag("th", texts["source.column"], scope="col"),
        tag("th", texts["source.this_row"].format(address=cited.address), scope="col"),
        tag("th", texts["source.above_row"].format(address=above.address), scope="col"),
    )
    lines = (
        tag("tr", tag("th", cell.column, scope="row"), _value(cell, quote, texts), _printed(cell, above))
        for cell in cited.cells
    )
    return tag("table", tag("thead", head), tag("tbody", *lines), class_="row beside")


def _value(cell: Cell, quote: str, texts: Texts) -> Html:
    if cell.carried_from is None:
        return tag("td", marked_cell(cell.text, quote))
    note = tag("span", texts["source.carried"], class_="badge carried", title=cell.carried_from)
    return tag("td", join([cell.text, " ", note]), class_="carries")


def _printed(cell: Cell, above: Provision) -> Html:
    """Return the value in the row above, marked where it is the one that carries on."""
    words = next((other.text for other in above.cells if other.column == cell.column), "")
    carries = cell.carried_from == above.address and bool(words) and column_role(cell.column) != "category"
    return tag("td", tag("mark", words) if carries else words, class_=None if carries else "aside")


def row_line(cells: Sequence[Cell]) -> str:
    """Return a row in one line, for a neighbour that is only glanced at."""
    return "；".join(f"{cell.column}：{cell.text.rstrip('。')}" for cell in cells if cell.text)
