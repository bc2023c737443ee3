"""Choose the shape of the answer and compose it: the third stage of the chain."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Outcome
from assistant.catalogue import Catalogue
from assistant.compose.age import with_age
from assistant.compose.body import asks_only_of_bodies, duties_of, no_duties
from assistant.compose.changes import with_changes
from assistant.compose.comparison import compare, side_by_side
from assistant.compose.declined import declined
from assistant.compose.defining import define
from assistant.compose.due import due_by
from assistant.compose.listing import asks_identity, list_documents, outline
from assistant.compose.lookup import look_up
from assistant.compose.mentioning import mentioning
from assistant.compose.missing import not_in_library, nothing_beside, with_missing
from assistant.compose.parts import answer_parts
from assistant.compose.repealed import repealed
from assistant.compose.second_look import look_again
from assistant.compose.sides import with_silent
from assistant.compose.standing import asks_where
from assistant.compose.topic import answer_topic
from assistant.draft import Draft, DraftClaim, Retrieval
from assistant.folding import bare
from assistant.question import Aspect
from assistant.source import Source

BESIDE_A_MEANING = {Aspect.WHO, Aspect.WHEN, Aspect.PROCEDURE, Aspect.HOW_FINE}
"""What may be asked for beside what a word means."""
CALLED = re.compile(
    "印发|发布|公布|出台|附件|正文|通篇|全[文篇]|文件|预案|方案|条例|意见|要点|通知|办法|规则|框架|目录|标题|名[称字]|大?的?方面|分别"
)
"""Words for a document as a whole, which leave nothing to ask of a part."""
LONGEST_OF_WHOLE = 4
"""Characters of a topic that a question about how a document is built may have."""
SHORTEST_TOPIC = 2
"""Characters; a question about less is not understood."""


def compose(retrieval: Retrieval, catalogue: Catalogue, source: Source) -> Draft:
    """Draft an answer: what is not to be answered first, then exact routes, then what search found."""
    return with_age(with_silent(_compose(retrieval, catalogue, source), catalogue), catalogue)


def _compose(retrieval: Retrieval, catalogue: Catalogue, source: Source) -> Draft:
    question = retrieval.question
    if (refused := declined(retrieval)) is not None:
        return refused
    if (ended := repealed(retrieval)) is not None:
        return ended
    if question.scope.missing and not question.named:
        return not_in_library(retrieval)
    if question.places:
        return look_up(question, catalogue, source)
    exact = _exact(retrieval, catalogue, source)
    if exact is not None:
        return exact
    if len(bare(question.topic)) < SHORTEST_TOPIC:
        return _unclear(retrieval)
    if of_parts := answer_parts(retrieval, lambda part: answer_topic(part, source), source):
        return of_parts
    retrieval = look_again(retrieval, source)
    if Aspect.COMPARISON in question.aspects and (compared := _compared(retrieval, catalogue, source)):
        return compared
    if Aspect.DEFINITION in question.aspects and (defined := define(retrieval, catalogue)):
        return with_missing(_defined(retrieval, defined, source))
    return with_missing(side_by_side(with_changes(answer_topic(retrieval, source), catalogue, source), catalogue))


def _unclear(retrieval: Retrieval) -> Draft:
    """What asks about hardly anything: what the library lacks is said all the same."""
    if retrieval.question.scope.missing:
        return not_in_library(retrieval)
    return Draft(question=retrieval.question, hits=(), outcome=Outcome.CLARIFY)


def _compared(retrieval: Retrieval, catalogue: Catalogue, source: Source) -> Draft | None:
    """What documents say side by side; None where nobody names them and fewer than two speak to it."""
    question = retrieval.question
    compared = compare(question, retrieval.hits, catalogue, source)
    if compared is not None:
        return with_missing(compared)
    if not question.named:
        return None
    if len(question.documents or ()) > 1:
        return not_in_library(retrieval)
    alone = answer_topic(retrieval, source)
    return with_missing(alone) if question.scope.missing else nothing_beside(alone)


def _defined(retrieval: Retrieval, claims: Sequence[DraftClaim], source: Source) -> Draft:
    """What a word means; what else is asked for besides comes behind it."""
    draft = Draft(question=retrieval.question, hits=retrieval.hits, outcome=Outcome.ANSWERED, claims=tuple(claims))
    if not retrieval.question.aspects & BESIDE_A_MEANING:
        return draft
    besides = answer_topic(retrieval, source)
    said = {claim.text for claim in claims}
    return (
        replace(besides, claims=(*claims, *(claim for claim in besides.claims if claim.text not in said)))
        if besides.outcome is Outcome.ANSWERED
        else draft
    )


def _speaking(retrieval: Retrieval) -> tuple[str, ...]:
    """The document that speaks to a question which names none; none where it is not sure."""
    first = next(iter(retrieval.hits), None)
    return (first.document.id,) if first is not None and first.answers(named=retrieval.question.named) else ()


def _exact(retrieval: Retrieval, catalogue: Catalogue, source: Source) -> Draft | None:
    """What the catalogue, an outline or the duties answer; None for other questions."""
    question = retrieval.question
    # What documents say is compared, not what the catalogue knows of them: 解读材料什么时候发布，两份规定一样吗.
    asks_catalogue = Aspect.CATALOGUE in question.aspects and Aspect.COMPARISON not in question.aspects
    if asks_catalogue and (listed := list_documents(question, catalogue)):
        return listed
    if asks_identity(question, surely=not asks_catalogue) and (of := _speaking(retrieval)):
        return list_documents(replace(question, documents=of, named=True), catalogue)
    if due := due_by(question, catalogue, source):
        return due
    if using := mentioning(question, catalogue):
        return using
    short = len(bare(CALLED.sub("", question.topic))) <= LONGEST_OF_WHOLE
    if (
        Aspect.STRUCTURE in question.aspects
        and short
        and not asks_where(question)
        and (outlined := outline(question, catalogue))
    ):
        return outlined
    if Aspect.DUTIES_OF_BODY in question.aspects and not question.scope.bodies:
        return no_duties(question)
    asks_duties = Aspect.DUTIES_OF_BODY in question.aspects or asks_only_of_bodies(question)
    return duties_of(question, catalogue, source) if asks_duties else None
