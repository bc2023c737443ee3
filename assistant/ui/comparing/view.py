"""A comparison as HTML: a table with a column a document, each cell with its source."""

import re
from collections.abc import Sequence

from assistant.tabulate.lines import column_names, difference_lines, part_notes
from assistant.tabulate.table import Part, Row, SideBySide
from assistant.ui.marks import opens_provision
from assistant.ui.markup import Html, join, tag
from assistant.ui.texts import Texts


def beginning(texts: Texts) -> Html:
    """Say how to begin."""
    return tag("p", texts["comparing.empty"], class_="comparing-note")


def note(key: str, texts: Texts, **filled: object) -> Html:
    """Say one thing instead of a table."""
    return tag("p", texts[f"comparing.{key}"].format(**filled), class_="comparing-note", role="status")


def comparison(table: SideBySide, rows: Sequence[Row], texts: Texts) -> Html:
    """Render a table with some of its rows."""
    columns = (tag("th", tag("span", name, lang="zh-CN"), scope="col") for name in column_names(table))
    head = tag("tr", tag("th", texts["comparing.row"], scope="col"), *columns)
    body = (line for row in rows for line in (_cells(table, row, texts), _differences(table, row, texts)))
    grid = tag("table", tag("thead", head), tag("tbody", *body), class_=f"of-{len(table.documents)}")
    return tag("div", grid, class_="comparing-grid", tabindex="0", role="region", aria_label=texts["comparing.table"])


def _cells(table: SideBySide, row: Row, texts: Texts) -> Html:
    cells = (_cell(table, row, column, texts) for column in range(len(row.cells)))
    return tag("tr", tag("th", row.heading, scope="row", lang="zh-CN"), *cells)


def _cell(table: SideBySide, row: Row, column: int, texts: Texts) -> Html:
    parts = row.cells[column]
    if not parts:
        searched = texts["comparing.searched"].format(count=table.counts[column])
        return tag("td", tag("p", texts["comparing.absent"]), tag("p", searched, class_="label"), class_="absent")
    return tag("td", *(_part(part, row.own_words(column), texts) for part in parts), lang="zh-CN")


def _part(part: Part, own: Sequence[str], texts: Texts) -> Html:
    place = part.provision
    opens = opens_provision(
        place.document_id,
        place.address,
        place.address,
        kind="cites",
        title=f"{texts['comparing.open']}：{place.address}",
    )
    excerpt = Html() if part.is_whole else tag("span", texts["comparing.part"], class_="badge excerpt")
    between = "" if part.is_whole else "…… "
    words = join(
        [piece for at, one in enumerate(part.sentences) for piece in (between if at else "", _marked(one, own))]
    )
    notes = (tag("p", line, class_="label") for line in part_notes(part))
    return tag("div", tag("p", opens, excerpt), tag("p", words, class_="words"), *notes, class_="part")


def _marked(words: str, own: Sequence[str]) -> Html:
    """A sentence with the words marked that only its document has."""
    if not own:
        return join([words])
    found = re.split("(" + "|".join(map(re.escape, own)) + ")", words)
    return join(tag("mark", piece) if at % 2 else piece for at, piece in enumerate(found))


def _differences(table: SideBySide, row: Row, texts: Texts) -> Html:
    lines = (tag("li", line) for line in difference_lines(table, row))
    told = tag("div", tag("span", texts["comparing.differences"], class_="label"), tag("ul", *lines, lang="zh-CN"))
    return tag("tr", tag("td", told, colspan=str(len(table.documents) + 1)), class_="differences")
