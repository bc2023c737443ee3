"""What happens when the page is opened, a question sent, a mark chosen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import gradio as gr

from assistant.answer import Answer, Outcome
from assistant.question import Filter
from assistant.ui.chat.filtering import choices, chosen, without
from assistant.ui.chat.offering import offers
from assistant.ui.chat.rating import rated
from assistant.ui.chat.session import Conversation, Turn, citation_at, clean
from assistant.ui.chat.transcript import Showing, transcript
from assistant.ui.chat.waiting import AT_ONCE_SECONDS, TICK_SECONDS, Waiting
from assistant.ui.context import texts_for
from assistant.ui.events import uncounted
from assistant.ui.markup import Html, join
from assistant.ui.places import provision_at
from assistant.ui.ports import Answering, Sources
from assistant.ui.settings import PageSettings
from assistant.ui.source_pane import no_source, source
from assistant.ui.texts import Texts
from index.errors import UserError


class Shown(NamedTuple):
    """What changes on the page; `gr.skip()` where nothing does."""

    transcript: Any
    source: Any
    progress: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Handlers:
    """The page's behaviour; knows sessions only through what it is passed."""

    answering: Answering
    sources: Sources
    settings: PageSettings

    def open(self, conversation: Conversation, request: gr.Request) -> tuple[Html, Html, str, dict[str, Any], Html]:
        """Begin an empty conversation."""
        conversation.clear()
        texts = self._texts(request)
        offered = choices(self.sources, texts)
        unread = no_source(self.sources.documents(), texts)
        return self._transcript(conversation, texts), unread, "", gr.update(choices=offered, value=[]), Html()

    def ask(
        self, question: str | None, filters: Sequence[str] | None, conversation: Conversation, request: gr.Request
    ) -> Iterator[Shown]:
        """Show the question, how far its answer is, then the answer with the first citation open."""
        yield from self._ask(question, chosen(filters), conversation, self._texts(request))

    def ask_offered(
        self, counted: str | None, filters: Sequence[str] | None, conversation: Conversation, request: gr.Request
    ) -> Iterator[Shown]:
        """Ask what a button offers; the script puts a count before it."""
        yield from self.ask(uncounted(counted), filters, conversation, request)

    def ask_without(self, counted: str | None, conversation: Conversation, request: gr.Request) -> Iterator[Shown]:
        """Ask a question again without one of its restrictions, given as `TURN RESTRICTION`."""
        number, _, choice = uncounted(counted).partition(" ")
        turn = conversation.turn(number)
        if turn is not None:
            within = without(choice, turn.within)
            yield from self._ask(turn.question, within, conversation, self._texts(request))

    def stop(self, conversation: Conversation) -> None:
        """End the waiting for an answer."""
        conversation.stop()

    def fail(self, conversation: Conversation, request: gr.Request) -> Html:
        """Close a question that a fault left without an answer."""
        texts = self._texts(request)
        for turn in conversation.turns:
            if turn.answer is None:
                conversation.settle(turn, _fault(turn.question, texts["fault"]))
        return self._transcript(conversation, texts)

    def rate(self, counted: str | None, conversation: Conversation, request: gr.Request) -> Html:
        """Keep an opinion on an answer."""
        if self.settings.library is not None:
            rated(uncounted(counted), conversation, self.settings.library)
        return self._transcript(conversation, self._texts(request))

    def choose(self, counted: str | None, conversation: Conversation, request: gr.Request) -> Html:
        """Open the provision at a place of the conversation; the script puts a count before it."""
        texts = self._texts(request)
        return self._source(uncounted(counted), conversation, texts) or no_source(self.sources.documents(), texts)

    def _texts(self, request: gr.Request) -> Texts:
        return texts_for(request, self.settings)

    def _ask(self, question: str | None, within: Filter, conversation: Conversation, texts: Texts) -> Iterator[Shown]:
        sent, limit = clean(question or ""), self.settings.longest_question
        if not sent:
            return
        turn = conversation.begin(sent[:limit], within)
        if len(sent) > limit:
            too_long = texts["too_long"].format(length=len(sent), limit=limit)
            yield from self._settle(turn, _fault(turn.question, too_long), conversation, texts)
            return
        waiting = Waiting(turn, conversation.before(turn), self.answering)
        conversation.stopping = waiting.stopping
        answer = self._made(waiting, AT_ONCE_SECONDS)
        if answer is None:
            yield Shown(self._transcript(conversation, texts), gr.skip(), Html())
        while answer is None:
            answer = self._made(waiting, TICK_SECONDS) or (waiting.given_up(texts) if waiting.is_given_up() else None)
            if answer is None:
                yield Shown(gr.skip(), gr.skip(), join([waiting.told(texts)]))
        yield from self._settle(turn, answer, conversation, texts)

    def _made(self, waiting: Waiting, seconds: float) -> Answer | None:
        try:
            return waiting.answer(seconds)
        except UserError as fault:
            return _fault(waiting.question, str(fault))

    def _settle(self, turn: Turn, answer: Answer, conversation: Conversation, texts: Texts) -> Iterator[Shown]:
        offered = offers(turn, answer, conversation.before(turn), self.answering, self.sources)
        # Not where the conversation was begun anew meanwhile.
        if conversation.settle(turn, answer, offered):
            first = self._source(f"{turn.number}-1", conversation, texts) if answer.citations else None
            unread = no_source(self.sources.documents(), texts)
            yield Shown(self._transcript(conversation, texts), first or unread, Html())

    def _transcript(self, conversation: Conversation, texts: Texts) -> Html:
        titles = {document.id: document.title for document in self.sources.documents()}
        showing = Showing(titles=titles, texts=texts, settings=self.settings, opinions=conversation.opinions)
        return transcript(conversation.turns, showing)

    def _source(self, place: str, conversation: Conversation, texts: Texts) -> Html | None:
        citation = citation_at(conversation.turns, place) or provision_at(place, self.sources)
        return source(citation, place, self.sources, texts) if citation is not None else None


def _fault(question: str, message: str) -> Answer:
    return Answer(question=question, status=Outcome.ERROR, text=message)
