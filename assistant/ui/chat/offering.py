"""Questions that may follow an answer; each is offered only after it was tried."""

import time
from collections.abc import Callable, Iterator, Sequence

from assistant.answer import Answer, Outcome
from assistant.regions import NATIONWIDE, short_form
from assistant.ui.chat.session import Turn
from assistant.ui.neighbours import find
from assistant.ui.ports import Answering, Sources
from assistant.ui.texts import FOLLOW_UPS
from index.corpus import Duty, Role

MOST = 3
MOST_TRIED = 6
SECONDS = 0.15
"""For all trials together: an answer should not wait for what may be asked after it."""

Candidate = tuple[str, Callable[[Answer], bool]]
"""A question, and whether an answer is the one that it is offered for."""


def offers(
    turn: Turn, answer: Answer, history: Sequence[str], answering: Answering, sources: Sources
) -> tuple[str, ...]:
    """Return questions that may follow an answer, at most MOST, in the order of their use."""
    if answer.status is not Outcome.ANSWERED or not answer.citations or answer.table is not None:
        return ()
    until = time.monotonic() + SECONDS
    found: list[str] = []
    for number, (question, is_met) in enumerate(_candidates(turn, answer, sources)):
        if len(found) == MOST or number == MOST_TRIED or time.monotonic() > until:
            break
        tried = answering.preview(question, [*history, turn.question], within=turn.within)
        if tried.status is Outcome.ANSWERED and tried.citations and is_met(tried):
            found.append(question)
    return tuple(found)


def _candidates(turn: Turn, answer: Answer, sources: Sources) -> Iterator[Candidate]:
    duties = _duties(answer, sources)
    said = f"{turn.question}\n{answer.text}"
    lead = next((duty.actor for duty in duties if duty.role is Role.LEAD and duty.actor), None)
    others = next((duty.actor for duty in duties if duty.role is not Role.LEAD and duty.actor), None)
    deadline = next((duty.deadline for duty in duties if duty.deadline), None)
    if lead is not None and lead not in said:
        yield FOLLOW_UPS["lead"], _says(lead)
    elif lead is None and others is not None and others not in said:
        yield FOLLOW_UPS["responsible"], _says(others)
    if deadline is not None and deadline not in said:
        yield FOLLOW_UPS["deadline"], _says(deadline)
    yield from _elsewhere(answer, sources)


def _elsewhere(answer: Answer, sources: Sources) -> Iterator[Candidate]:
    """The same of other regions; only where one answered, since more were already compared."""
    here = {citation.region for citation in answer.citations}
    if len(here) != 1:
        return
    for region in dict.fromkeys(document.region for document in sources.documents()):
        if region is None or region in here:
            continue
        name = FOLLOW_UPS["nationwide"] if region == NATIONWIDE else short_form(region)
        yield FOLLOW_UPS["region"].format(region=name), _is_of(region)


def _says(words: str) -> Callable[[Answer], bool]:
    return lambda tried: words in tried.text


def _is_of(region: str) -> Callable[[Answer], bool]:
    return lambda tried: {citation.region for citation in tried.citations} == {region}


def _duties(answer: Answer, sources: Sources) -> list[Duty]:
    """The duties of the provisions behind an answer, in the order in which they are cited."""
    cited = (find(sources.document_provisions(c.document_id), c.address) for c in answer.citations)
    return [duty for provision in cited if provision is not None for duty in provision.duties]
