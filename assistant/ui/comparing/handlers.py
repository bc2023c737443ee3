"""What happens in 对照: the choice is read, the table made, and its files offered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import gradio as gr

from assistant.compose.naming import document_name
from assistant.spreadsheets import XLSX
from assistant.tabulate.comparer import MOST_DOCUMENTS
from assistant.tabulate.spreadsheet import as_xlsx
from assistant.tabulate.table import SideBySide
from assistant.tabulate.word import as_docx
from assistant.tabulate.wording import in_file
from assistant.ui.comparing.view import beginning, comparison, note
from assistant.ui.context import TabContext
from assistant.ui.markup import Html, join, tag
from assistant.ui.texts import Texts
from index.corpus import Document

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LONGEST_TOPIC = 200


def _choice(document: Document) -> str:
    """A document as it is chosen: its title, and 要旨 where the words are not the issuer's."""
    return document_name(replace(document, document_number=None)).strip("《").replace("》", "")


@dataclass(frozen=True, slots=True)
class Handlers:
    """Answers the events of the tab."""

    context: TabContext

    def open(self, request: gr.Request) -> tuple[gr.Dropdown, Html]:
        """Offer the documents of the library, and say how to begin."""
        choices = [(_choice(document), document.id) for document in self.context.sources.documents()]
        return gr.Dropdown(choices=choices), beginning(self.context.texts(request))

    def wait(self, request: gr.Request) -> Html:
        """Say that it takes a moment."""
        return note("working", self.context.texts(request))

    def compare(self, chosen: Sequence[str] | None, topic: str | None, common: bool, request: gr.Request) -> Html:
        """Make the table; what is chosen comes from the browser."""
        texts = self.context.texts(request)
        about = (topic or "").strip()[:LONGEST_TOPIC]
        names = [name for name in chosen or () if isinstance(name, str)]
        if len(names) == 1:
            return note("too_few", texts)
        if not about and not names:
            return note("empty", texts)
        table = self.context.sources.compare(names, about)
        return self._shown(table, texts, common=common, left_out=len(names) > MOST_DOCUMENTS)

    def fail(self, request: gr.Request) -> Html:
        """Say that it failed; why stands in the terminal."""
        return note("failed", self.context.texts(request))

    def _shown(self, table: SideBySide, texts: Texts, *, common: bool, left_out: bool) -> Html:
        if len(table.documents) < 2:
            return note("too_few_found", texts, topic=table.topic)
        if not table.rows:
            return note("none", texts, topic=table.topic)
        rows = [row for row in table.rows if not common or row.speaking > 1]
        shared = sum(row.speaking > 1 for row in table.rows)
        lines = [note("found", texts, rows=len(table.rows), common=shared), note("how", texts)]
        lines += [note("limit", texts, most=MOST_DOCUMENTS)] if left_out else []
        body = comparison(table, rows, texts) if rows else note("nothing_common", texts)
        return join([tag("div", *lines, self._files(table, texts), class_="comparing-head"), body])

    def _files(self, table: SideBySide, texts: Texts) -> Html:
        links = []
        for kind, write, media_type in (("xlsx", as_xlsx, XLSX), ("docx", as_docx, DOCX)):
            name = f"{in_file('title')}.{kind}"
            path = self.context.downloads.offer(name, write(table), media_type)
            links.append(tag("a", texts[f"comparing.{kind}"], href=path, download=name, class_="export"))
        return tag("p", *links, class_="exports")
