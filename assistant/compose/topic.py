"""Answer a question about a topic from the provisions that search found."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.answer import Outcome
from assistant.compose.choosing import LEAST_OF_TASK, choose, whole_lists
from assistant.compose.cues import asks_figure
from assistant.compose.excerpt import excerpt_claims, figure_claims, often_claims, timed_claims
from assistant.compose.leading import leading_claims
from assistant.compose.missing import not_in_library
from assistant.compose.naming import label
from assistant.compose.not_stated import not_stated
from assistant.compose.parts import nearest_to_parts
from assistant.compose.premise import wrong_premises
from assistant.compose.quantity import Figure, figure_asked
from assistant.compose.sentences import alike
from assistant.compose.standing import standing
from assistant.compose.verdict import is_for_the_case, verdict
from assistant.compose.weighing import weighing
from assistant.compose.who_when import (
    NO_DEADLINE,
    WHO_COLUMNS,
    duty_claim,
    says_when,
    when_clause,
    who_clause,
)
from assistant.compose.worth import Weigh
from assistant.draft import Draft, DraftClaim, Hit, Retrieval
from assistant.outcomes import fixed_texts
from assistant.question import Aspect, Question
from assistant.source import Source
from assistant.verify.acts import is_verdict
from index.corpus import Document, Provision

LEAST_OF_HEADING = 0.5
"""Share of the topic's pairs of characters in the heading of a task, from which on the task itself is asked about."""
LEAST_OF_TEXT = 0.5
"""The same for the words of a task, in a document that the question names."""
NAMES_BODY = re.compile("牵头|负责|配合|部门|[局委厅署]")
ALL = re.compile(r"[都全]|哪些|些什么|些啥|具体")
HOW_OFTEN = re.compile("多久.{0,8}一?[次回遍]|隔多久|多长时间.{0,8}[一1][次回遍]|几[次回]|频[率次]|多少次|周期")
MOST_OF_ALL = 4
"""Sentences of one provision, where the question wants all it says."""


def answer_topic(retrieval: Retrieval, source: Source) -> Draft:
    """Draft an answer from the hits, national documents before regional ones; or say that there is none."""
    question = retrieval.question
    figure = figure_asked(question.text)
    claims = _all_claims(retrieval, figure, source)
    notices: tuple[str, ...] = ()
    if retrieval.above and not _says_when(claims) and _says_when(timed := _of_above(retrieval, figure, source)):
        question = replace(question, documents=(*question.above, *(question.documents or ())))
        claims = [*timed, *claims]
        notices = (fixed_texts()["notice"]["above"].format(region="、".join(question.scope.regions)),)
    if not claims:
        return not_in_library(retrieval)
    return Draft(
        question=question,
        hits=retrieval.hits,
        outcome=Outcome.ANSWERED,
        claims=tuple(claims),
        notices=(*notices, *wrong_premises(question, claims)),
    )


def _all_claims(retrieval: Retrieval, figure: Figure | None, source: Source) -> list[DraftClaim]:
    question = retrieval.question
    chosen = choose(retrieval, figure)
    chosen = whole_lists([*chosen, *nearest_to_parts(chosen, retrieval, figure, source)], source)
    if place := standing(chosen, question, source):
        return place
    if Aspect.WHO in question.aspects:
        chosen = sorted(chosen, key=lambda hit: not hit.provision.duties)
    own = {hit.provision.id: _claims(hit, question, source, figure) for hit in chosen}
    if figure is None:
        _state_gaps(own, chosen, question)
    return [claim for claims in own.values() for claim in claims]


def _state_gaps(own: dict[str, list[DraftClaim]], chosen: Sequence[Hit], question: Question) -> None:
    """Add what the first hit is silent on, or that of each side that the question names.

    Where it is silent on all that was asked, that comes first.
    """
    asked = len(question.aspects & {Aspect.WHO, Aspect.WHEN})
    of_documents = {hit.document.id: [one for one in chosen if one.document.id == hit.document.id] for hit in chosen}
    for hits in of_documents.values() if question.sides or len(of_documents) == 1 else ():
        said = [claim for hit in hits for claim in own[hit.provision.id]]
        gaps = not_stated(hits[0], question, said)
        before = own[hits[0].provision.id]
        own[hits[0].provision.id] = [*gaps, *before] if len(gaps) == asked else [*before, *gaps]


def _of_above(retrieval: Retrieval, figure: Figure | None, source: Source) -> list[DraftClaim]:
    """What holds nationwide says: where the texts of a region leave a time open, that one applies."""
    nationwide = replace(retrieval.question, documents=retrieval.question.above, named=False)
    return _all_claims(Retrieval(question=nationwide, hits=retrieval.above), figure, source)


def _is_of_a_detail(provision: Provision, question: Question) -> bool:
    """Whether a question is about something inside a task: the body that answers may be another than the task's."""
    is_of_task = alike(provision.heading, question.topic) >= LEAST_OF_HEADING
    return not is_of_task and alike(provision.own_text, question.topic) > alike(provision.heading, question.topic)


def _says_when(claims: Sequence[DraftClaim]) -> bool:
    """Whether any claim states a time; one that says that its provision states none does not."""
    return any(says_when(claim.text) for claim in claims if NO_DEADLINE not in claim.text)


def _asks_for_task(question: Question) -> bool:
    """Whether a question asks what is to be done, to which belongs who does it, or names a body."""
    is_open = not question.aspects or bool(question.aspects & {Aspect.WHAT, Aspect.PROCEDURE, Aspect.WHETHER})
    return bool(question.scope.bodies or NAMES_BODY.search(question.text)) or (
        is_open and not asks_figure(question.text)
    )


def _claims(hit: Hit, question: Question, source: Source, figure: Figure | None) -> list[DraftClaim]:
    """First what was asked (a figure, who, when), then what the provision requires."""
    provision, document = hit.provision, hit.document
    weigh = weighing(question, source)
    figures = figure_claims(provision, document, weigh, figure) if figure is not None else []
    # A figure of days may be the deadline in a row's cell.
    seeks_time = figure is None or bool(provision.cells and not figures)
    who, when = Aspect.WHO in question.aspects, Aspect.WHEN in question.aspects and seeks_time
    carried = (*(WHO_COLUMNS if who else ()), *(("deadline",) if when else ()))
    line = duty_claim(provision, document, source, carried) or duty_claim(provision, document, source)
    most = MOST_OF_ALL if ALL.search(question.text) else 2 + (Aspect.HOW_FINE in question.aspects)
    substance = excerpt_claims(provision, document, weigh, most=most)
    timed = _timed(provision, document, question, weigh) if when else []
    tells_deadline = bool(when_clause(provision)) and not timed and _is_due(provision, question, substance)
    if figures:
        found = figures
    elif who or when:
        found = [*([line] if line and (who or tells_deadline) else []), *timed]
        complete = (not who or bool(who_clause(provision))) and (not when or bool(timed) or tells_deadline)
        if not complete or question.aspects - {Aspect.WHO, Aspect.WHEN} or _is_of_a_detail(provision, question):
            found += substance
    else:
        likeliest = _likeliest_first(substance, weigh)
        plainly = verdict(question.text, likeliest) if is_for_the_case(question, provision) else None
        found = [*([plainly] if plainly else []), *substance, *([line] if line and _asks_for_task(question) else [])]
    found = [*leading_claims(provision, document, question), *found]
    once = {claim.text: claim for claim in found}
    name = label(document, provision)
    return [replace(claim, label=name) for claim in once.values() if not _is_within(claim, once)]


def _timed(provision: Provision, document: Document, question: Question, weigh: Weigh) -> list[DraftClaim]:
    """What says how often, where that is asked; else the sentences that state a time, of a row none."""
    often = often_claims(provision, document) if HOW_OFTEN.search(question.text) else []
    return often or (timed_claims(provision, document, weigh) if not when_clause(provision) else [])


def _is_due(provision: Provision, question: Question, substance: Sequence[DraftClaim]) -> bool:
    """Whether a row's deadline answers: it is that of its task, and a detail's where nothing else has a time."""
    of_task = alike(provision.heading, question.topic) >= LEAST_OF_TASK or (
        question.named and alike(provision.own_text, question.topic) >= LEAST_OF_TEXT
    )
    return of_task or not _says_when(substance)


def _likeliest_first(claims: Sequence[DraftClaim], weigh: Weigh) -> list[DraftClaim]:
    worths = weigh([claim.text for claim in claims]).whole if claims else []
    return [claim for _, claim in sorted(zip(worths, claims, strict=True), key=lambda pair: -pair[0])]


def _is_within(claim: DraftClaim, others: Collection[str]) -> bool:
    """Whether another claim says the same and more: of a short article the sentence with the time, and the whole."""
    return not is_verdict(claim.text) and any(claim.text in other for other in others if other != claim.text)
