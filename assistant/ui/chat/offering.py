"""Questions that may follow an answer; each is offered only after it was tried."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer, Outcome, Scope
from assistant.regions import NATIONWIDE, short_form
from assistant.ui.chat.session import Turn
from assistant.ui.neighbours import find
from assistant.ui.ports import Answering, Sources
from assistant.ui.texts import FOLLOW_UPS
from index.corpus import Duty, Role

MOST = 3
MOST_TRIED = 5
SECONDS = 0.15
"""For all trials together: an answer should not wait for what may be asked after it."""
LEAST_RELATED = 0.65
"""A region speaks to the matter where its best provision scores at least this share of the best of all."""

Candidate = tuple[str, Callable[[Answer], bool]]
"""A question, and whether an answer is the one that it is offered for."""


def offers(
    turn: Turn, answer: Answer, history: Sequence[str], answering: Answering, sources: Sources
) -> tuple[str, ...]:
    """Return questions that may follow an answer, at most MOST, in the order of their use."""
    if answer.status is not Outcome.ANSWERED or not answer.citations or answer.table is not None:
        return ()
    return _Offering(turn, answer, tuple(history), answering, sources).tried()


@dataclass(frozen=True, slots=True)
class _Offering:
    turn: Turn
    answer: Answer
    history: tuple[str, ...]
    answering: Answering
    sources: Sources

    def tried(self) -> tuple[str, ...]:
        until = time.monotonic() + SECONDS
        found: list[str] = []
        for number, (question, is_met) in enumerate(self.candidates()):
            if len(found) == MOST or number == MOST_TRIED or time.monotonic() > until:
                break
            history = (*self.history, self.turn.question)
            tried = self.answering.preview(question, history, within=self.turn.within)
            if tried.status is Outcome.ANSWERED and tried.citations and is_met(tried):
                found.append(question)
        return tuple(found)

    def candidates(self) -> Iterator[Candidate]:
        yield from self._of_duties()
        here = list(dict.fromkeys(citation.region for citation in self.answer.citations))
        places = [region for region in here if region is not None and region != NATIONWIDE]
        if len(here) == 1:
            yield from self._elsewhere(here[0])
        elif len(places) > 1:
            first, second = places[:2]
            words = FOLLOW_UPS["difference"].format(first=short_form(first), second=short_form(second))
            yield words, _compares({first, second})

    def _of_duties(self) -> Iterator[Candidate]:
        """What the cited provisions say of who and when, and the conversation does not yet."""
        duties = self._duties()
        said = f"{self.turn.question}\n{self.answer.text}"
        lead = next((duty.actor for duty in duties if duty.role is Role.LEAD and duty.actor), None)
        other = next((duty.actor for duty in duties if duty.role is not Role.LEAD and duty.actor), None)
        deadline = next((duty.deadline for duty in duties if duty.deadline), None)
        if lead is not None and lead not in said:
            yield FOLLOW_UPS["lead"], _says(lead)
        elif lead is None and other is not None and other not in said:
            yield FOLLOW_UPS["responsible"], _says(other)
        if deadline is not None and deadline not in said:
            yield FOLLOW_UPS["deadline"], _says(deadline)

    def _elsewhere(self, here: str | None) -> Iterator[Candidate]:
        """The same of other regions, the most closely related first."""
        region_of = {document.id: document.region for document in self.sources.documents()}
        everywhere = replace(self.turn.within, ignored=Scope(documents=self.answer.scope.documents))
        looked_at = self.answering.preview(self.turn.question, self.history, within=everywhere).retrieved
        best = max((one.score for one in looked_at), default=0.0)
        related = (region_of.get(one.document_id) for one in looked_at if one.score >= LEAST_RELATED * best)
        for region in dict.fromkeys(related):
            if region is not None and region != here:
                name = FOLLOW_UPS["nationwide"] if region == NATIONWIDE else short_form(region)
                yield FOLLOW_UPS["region"].format(region=name), _is_of(region)

    def _duties(self) -> list[Duty]:
        """The duties of the provisions behind the answer, in the order in which they are cited."""
        cited = (find(self.sources.document_provisions(c.document_id), c.address) for c in self.answer.citations)
        return [duty for provision in cited if provision is not None for duty in provision.duties]


def _says(words: str) -> Callable[[Answer], bool]:
    return lambda tried: words in tried.text


def _is_of(region: str) -> Callable[[Answer], bool]:
    return lambda tried: {citation.region for citation in tried.citations} == {region}


def _compares(regions: set[str]) -> Callable[[Answer], bool]:
    return lambda tried: tried.table is not None and regions == {citation.region for citation in tried.citations}
