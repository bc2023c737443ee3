"""The catalogue as a table: sorted by its heads, one page at a time."""

from collections.abc import Iterator, Sequence

from assistant.browsing import Order, SortKey
from assistant.ui.library.looking import PAGE, Looking, pages
from assistant.ui.library.values import level_name, origin_name, status_name
from assistant.ui.marks import does
from assistant.ui.markup import Html, tag
from assistant.ui.texts import Texts
from index.corpus import Document

COLUMNS: tuple[SortKey, ...] = ("title", "number", "issuer", "region", "level", "issued", "status", "origin")


def table(found: Sequence[Document], looking: Looking, texts: Texts) -> Html:
    """Show one page of documents that are in order already; say so where there are none."""
    if not found:
        return tag("p", texts["library.none"], class_="nothing-found")
    page = min(looking.page, pages(len(found)) - 1)
    shown = found[page * PAGE : (page + 1) * PAGE]
    heads = (_head(key, looking.order, texts) for key in COLUMNS)
    return tag(
        "div",
        tag(
            "table",
            tag("caption", texts["library.caption"], class_="sr"),
            tag("thead", tag("tr", *heads)),
            tag("tbody", *(_row(document, texts) for document in shown)),
        ),
        _pager(page, pages(len(found)), texts),
        class_="catalogue",
    )


def _head(key: SortKey, order: Order, texts: Texts) -> Html:
    name = texts[f"library.column.{key}"]
    sorted_by = order.key == key
    way = ("falling" if order.falls else "rising") if sorted_by else None
    # The page's sanitiser takes aria-sort away; so the state is said, where only readers hear it.
    mark = (
        tag("span", {"falling": " ↓", "rising": " ↑"}[way], tag("span", texts[f"library.{way}"], class_="sr"))
        if way
        else ""
    )
    title = texts["library.sort"].format(column=name)
    button = does("library_wish", f"sort {key}", tag("span", name), mark, kind="sorts", title=title)
    return tag("th", button, scope="col", class_=f"of-{key}")


def _row(document: Document, texts: Texts) -> Html:
    return tag("tr", *(tag("td", *_cell(document, key, texts), class_=f"of-{key}") for key in COLUMNS))


def _cell(document: Document, key: SortKey, texts: Texts) -> Iterator[str]:
    match key:
        case "title":
            yield opens_document(document, texts)
        case "level":
            yield level_name(document, texts)
        case "issued":
            yield document.issued.isoformat() if document.issued else ""
        case "status":
            yield tag("span", status_name(document, texts), class_=f"is-{document.status.name.lower()}")
        case "origin":
            yield origin_name(document, texts)
        case "number":
            yield document.document_number or ""
        case "issuer" | "region":
            yield getattr(document, key) or ""


def opens_document(document: Document, texts: Texts) -> Html:
    """Build the button with a document's title that opens it in this tab."""
    spoken = texts["library.open"].format(title=document.title)
    return does(
        "library_open", document.id, tag("span", document.title, lang="zh-CN"), kind="opens-document", title=spoken
    )


def _pager(page: int, count: int, texts: Texts) -> Html:
    if count == 1:
        return Html()
    before = does("library_wish", f"page {page - 1}", texts["library.previous"], kind="turns", disabled=page == 0)
    after = does("library_wish", f"page {page + 1}", texts["library.next"], kind="turns", disabled=page == count - 1)
    where = tag("span", texts["library.page"].format(page=page + 1, pages=count), role="status")
    return tag("nav", before, where, after, class_="pager", title=texts["library.pages"])
