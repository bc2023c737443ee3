"""What the tab shows after each event."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import gradio as gr

from assistant.browsing import Criteria, chosen, ordered
from assistant.lineage import Lineage, lineage_of
from assistant.spreadsheets import CSV, XLSX, csv_file
from assistant.survey import Survey, surveys_of
from assistant.ui.context import TabContext
from assistant.ui.events import uncounted
from assistant.ui.library.adding import adding
from assistant.ui.library.checks import library_checks
from assistant.ui.library.export import as_xlsx, rows
from assistant.ui.library.figure import library_figure
from assistant.ui.library.looking import Looking, wished
from assistant.ui.library.reading import gone, reading
from assistant.ui.library.shelf import counts, exported, exports, navigation
from assistant.ui.library.table import table
from assistant.ui.markup import Html, join, tag
from assistant.ui.texts import Texts
from index.corpus import Document

MANY = 200
"""Documents; fewer are read while nobody notices."""
WORDS = 200
"""Characters of a search that are looked at."""


class Seen(NamedTuple):
    """The list view after an event."""

    looking: Looking
    shelf: Html
    exports: Html


class Opened(NamedTuple):
    """A document in place of the list, or the list again."""

    list_view: dict[str, object]
    document_view: dict[str, object]
    document: Html


class Handlers:
    """The tab's behaviour; knows sessions only through what it is passed."""

    def __init__(self, context: TabContext) -> None:
        self._context = context

    def documents(self) -> tuple[Document, ...]:
        """Return what the library holds."""
        return tuple(self._context.sources.documents())

    def look(self, request: gr.Request, looking: Looking, *filters: object) -> Seen:
        """Show what the filters leave; they have changed, so from the first page on."""
        return self._seen(replace(looking, page=0), filters, request)

    def wish(self, request: gr.Request, counted: str | None, looking: Looking, *filters: object) -> Iterator[Seen]:
        """Follow a button of the list: another view, page or order; of a large library say first that it is read."""
        wanted = wished(looking, uncounted(counted))
        if wanted.view != looking.view and wanted.view != "shelf" and len(self.documents()) > MANY:
            texts = self._context.texts(request)
            yield Seen(wanted, join([navigation(wanted, texts), _waiting(texts)]), exports(texts))
        yield self._seen(wanted, filters, request)

    def open(self, request: gr.Request, counted: str | None) -> Iterator[Opened]:
        """Show a document; the list again where none is named."""
        wanted, texts = uncounted(counted), self._context.texts(request)
        if not wanted:
            yield Opened(gr.update(visible=True), gr.update(visible=False), Html())
            return
        there = gr.update(visible=False), gr.update(visible=True)
        if len(self.documents()) > MANY:
            yield Opened(*there, _waiting(texts))
        document = next((one for one in self.documents() if one.id == wanted), None)
        yield Opened(*there, gone(texts) if document is None else self._reading(document, texts))

    def export(self, request: gr.Request, counted: str | None, looking: Looking, *filters: object) -> Html:
        """Make a file of what the filters leave, and offer it."""
        texts = self._context.texts(request)
        found = ordered(chosen(self.documents(), criteria(filters)), looking.order)
        made = rows(found, self._surveys(), self._lineage(), texts)
        name = texts["library.file_name"]
        is_csv = uncounted(counted) == "csv"
        content = csv_file(made) if is_csv else as_xlsx(made, name)
        file_name = f"{name}.{'csv' if is_csv else 'xlsx'}"
        path = self._context.downloads.offer(file_name, content, CSV if is_csv else XLSX)
        return join([exports(texts), exported(path, file_name, len(content), len(found), texts)])

    def _seen(self, looking: Looking, filters: Sequence[object], request: gr.Request) -> Seen:
        texts, documents = self._context.texts(request), self.documents()
        if not documents:
            return Seen(looking, join([counts((), (), texts), adding(texts, is_open=True)]), Html())
        found = ordered(chosen(documents, criteria(filters)), looking.order)
        head = [counts(documents, found, texts), navigation(looking, texts)]
        shown = join([*head, self._view(looking, found, texts), adding(texts, is_open=False)])
        return Seen(looking, shown, exports(texts))

    def _view(self, looking: Looking, found: Sequence[Document], texts: Texts) -> Html:
        match looking.view:
            case "checks":
                return library_checks(found, self._surveys(), self._lineage(), texts)
            case "lineage":
                return library_figure(self._lineage(), found, texts)
            case "shelf":
                return table(found, looking, texts)

    def _reading(self, document: Document, texts: Texts) -> Html:
        provisions = self._context.sources.document_provisions(document.id)
        return reading(document, provisions, self._surveys()[document.id], self._lineage(), texts)

    def _lineage(self) -> Lineage:
        return lineage_of(self.documents(), self._context.sources.document_provisions)

    def _surveys(self) -> Mapping[str, Survey]:
        return surveys_of(self.documents(), self._context.sources.document_provisions)


def _waiting(texts: Texts) -> Html:
    return tag("p", texts["library.reading"], class_="quiet", role="status")


def criteria(filters: Sequence[object]) -> Criteria:
    """Read the search box and the five lists, in the order in which they stand; they come from the browser."""
    words, *lists = filters
    regions, levels, years, statuses, origins = (_strings(values) for values in lists)
    return Criteria(
        words=str(words or "")[:WORDS],
        regions=regions,
        levels=levels,
        years=years,
        statuses=statuses,
        origins=origins,
    )


def _strings(values: object) -> tuple[str, ...]:
    return tuple(str(value) for value in values) if isinstance(values, list) else ()
