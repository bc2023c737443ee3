"""What happens when the page is opened, a question sent, a mark chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import gradio as gr

from assistant.answer import Answer, Outcome
from assistant.ui.chat.session import Turns, answered, asked, citation_at, clean
from assistant.ui.chat.transcript import transcript
from assistant.ui.context import texts_for
from assistant.ui.events import uncounted
from assistant.ui.markup import Html
from assistant.ui.places import provision_at
from assistant.ui.ports import Answering, Sources
from assistant.ui.settings import PageSettings
from assistant.ui.source_pane import no_source, source
from assistant.ui.texts import Texts
from index.errors import UserError


class Shown(NamedTuple):
    """A conversation as it is at the moment."""

    turns: Turns
    transcript: Html
    source: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class Handlers:
    """The page's behaviour; knows sessions only through what it is passed."""

    answering: Answering
    sources: Sources
    settings: PageSettings

    def open(self, request: gr.Request) -> Shown:
        """Begin an empty conversation."""
        texts = self._texts(request)
        documents = self.sources.documents()
        return Shown((), transcript((), {}, texts), no_source(documents, texts))

    def ask(self, question: str | None, turns: Turns, request: gr.Request) -> Iterator[Shown]:
        """Show the question at once, then its answer with the first citation open."""
        texts = self._texts(request)
        sent = clean(question or "")
        if not sent:
            return
        pending = asked(turns, sent[: self.settings.longest_question])
        unread = no_source(self.sources.documents(), texts)
        yield Shown(pending, self._transcript(pending, texts), unread)
        history = [turn.question for turn in turns]
        settled = answered(pending, self._answer(sent, history, texts))
        yield Shown(settled, self._transcript(settled, texts), self._first_source(settled, texts) or unread)

    def ask_offered(self, counted: str | None, turns: Turns, request: gr.Request) -> Iterator[Shown]:
        """Ask what a button offers; the script puts a count before it."""
        yield from self.ask(uncounted(counted), turns, request)

    def fail(self, turns: Turns, request: gr.Request) -> tuple[Turns, Html]:
        """Close a question that a fault left without an answer."""
        texts = self._texts(request)
        if turns and turns[-1].answer is None:
            turns = answered(turns, _fault(turns[-1].question, texts["fault"]))
        return turns, self._transcript(turns, texts)

    def choose(self, counted: str | None, turns: Turns, request: gr.Request) -> Html:
        """Open the provision at a place of the conversation; the script puts a count before it."""
        texts = self._texts(request)
        return self._source(uncounted(counted), turns, texts) or no_source(self.sources.documents(), texts)

    def _texts(self, request: gr.Request) -> Texts:
        return texts_for(request, self.settings)

    def _answer(self, question: str, history: list[str], texts: Texts) -> Answer:
        limit = self.settings.longest_question
        if len(question) > limit:
            return _fault(question[:limit], texts["too_long"].format(length=len(question), limit=limit))
        try:
            return self.answering.ask(question, history)
        except UserError as fault:
            return _fault(question, str(fault))

    def _transcript(self, turns: Turns, texts: Texts) -> Html:
        titles = {document.id: document.title for document in self.sources.documents()}
        return transcript(turns, titles, texts)

    def _first_source(self, turns: Turns, texts: Texts) -> Html | None:
        turn = turns[-1]
        if turn.answer is None or not turn.answer.citations:
            return None
        return self._source(f"{turn.number}-{turn.answer.citations[0].marker}", turns, texts)

    def _source(self, place: str, turns: Turns, texts: Texts) -> Html | None:
        citation = citation_at(turns, place) or provision_at(place, self.sources)
        if citation is None:
            return None
        return source(citation, place, self.sources, texts)


def _fault(question: str, message: str) -> Answer:
    return Answer(question=question, status=Outcome.ERROR, text=message)
