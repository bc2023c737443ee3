"""Answer a question about a topic from the provisions that search found."""

import re
from dataclasses import replace

from assistant.answer import Outcome
from assistant.compose.excerpt import excerpt_claims, figure_claims, timed_claims
from assistant.compose.missing import not_in_library
from assistant.compose.naming import label
from assistant.compose.premise import wrong_premises
from assistant.compose.quantity import Figure, figure_asked
from assistant.compose.sentences import alike
from assistant.compose.who_when import (
    NO_BODY,
    NO_DEADLINE,
    duty_claim,
    has_deadline,
    silent_claim,
    when_clause,
    who_clause,
)
from assistant.draft import Draft, DraftClaim, Hit, Retrieval
from assistant.evidence import least, most
from assistant.question import Aspect, Question
from assistant.source import Source

NEAR_BEST = 0.8
"""A second document answers too where its best provision scores at least this share of the best."""
MOST_CHOSEN = 4
COVER = "通知"
BARE_CHARS = 6
"""Characters of number and marks around a heading."""
LEAST_OF_TASK = 0.3
"""Share of the topic's pairs of characters in the name of a task, from which on its deadline is the topic's."""
LEAST_OF_TEXT = 0.5
"""The same for the words of a task, in a document that the question names."""
TASK_KINDS = ("部分", "项", "是", "题", "点")
"""Kinds of provision that may give a task to a body; an article names its subject itself."""
TIMED_SHARE = 0.7
"""Provisions that state a time answer alone where the best of them scores at least this share of the best."""
BESIDE_BEST = 0.9
"""A second provision of one document answers too where it scores at least this share of the first."""
BESIDE_IN_LISTS = 0.8
"""The same where the question asks which, and several provisions may each give some."""
ALL = re.compile(r"[都全]|哪些|些什么|些啥|具体")
MOST_OF_ALL = 4
"""Sentences of one provision, where the question wants all it says."""
LISTS = re.compile(r"哪些|哪几|情形|情况|几种|几类")


def answer_topic(retrieval: Retrieval, source: Source) -> Draft:
    """Draft an answer from the hits, national documents before regional ones; or say that there is none."""
    question = retrieval.question
    figure = figure_asked(question.text)
    chosen = _whole_lists(_choose(retrieval, figure), source)
    alone = len({hit.document.id for hit in chosen}) == 1
    claims = [claim for hit in chosen for claim in _claims(hit, question, source, figure, alone=alone)]
    if not claims:
        return not_in_library(retrieval)
    return Draft(
        question=question,
        hits=retrieval.hits,
        outcome=Outcome.ANSWERED,
        claims=tuple(claims),
        notices=wrong_premises(question, claims),
    )


def _choose(retrieval: Retrieval, figure: Figure | None) -> list[Hit]:
    """The hits that carry the answer: the best of each document that comes near the best of all.

    Of several documents that the question names each gives its best.
    """
    question = retrieval.question
    each = question.named and 1 < len(question.documents or ()) <= MOST_CHOSEN
    speaking = [
        hit
        for hit in retrieval.hits
        if hit.answers(named=question.named) and not _is_bare(hit) and _has_figure(hit, question, figure)
    ]
    if each:
        best = max((hit.evidence for hit in speaking), default=0.0)
        speaking = [hit for hit in speaking if hit.evidence >= best - least().behind]
    elif speaking:
        speaking = [hit for hit in speaking if hit.evidence >= speaking[0].evidence - least().beside]
    hits = _fitting(speaking, question)
    beside = BESIDE_IN_LISTS if LISTS.search(question.text) else BESIDE_BEST
    chosen: list[Hit] = []
    for hit in hits:
        first = next((other for other in chosen if other.document.id == hit.document.id), None)
        near = beside * first.score if first else 0.0 if each else NEAR_BEST * hits[0].score
        if hit.score >= near and len(chosen) < MOST_CHOSEN:
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: (hit.document.level != "国家", chosen.index(hit)))


def _has_figure(hit: Hit, question: Question, figure: Figure | None) -> bool:
    """Whether a provision has the figure asked for, if any; figure, time and body have to be of what is asked."""
    if figure is None and not question.aspects & {Aspect.WHEN, Aspect.WHO}:
        return True
    return hit.lacking_itself <= most().figure and (figure is None or figure.stands_in(hit.provision))


def _fitting(hits: list[Hit], question: Question) -> list[Hit]:
    """Asked for nothing but a time, provisions that state one go alone, unless only weak ones do."""
    if question.aspects != {Aspect.WHEN} or not hits:
        return hits
    timed = [hit for hit in hits if has_deadline(hit.provision) and _is_timed(hit, question)]
    return timed if timed and timed[0].score >= TIMED_SHARE * hits[0].score else hits


def _is_bare(hit: Hit) -> bool:
    """A heading by itself answers nothing; nor does a cover letter, unless it says nearly what is asked."""
    provision = hit.provision
    if provision.address == COVER:
        return hit.evidence < least().cover
    return (
        bool(provision.heading)
        and not provision.cells
        and len(provision.own_text) <= len(provision.heading) + BARE_CHARS
    )


def _is_timed(hit: Hit, question: Question) -> bool:
    """The deadline of a row is that of its task: it answers only where the task is asked about."""
    return not hit.provision.cells or alike(hit.provision.heading, question.topic) >= LEAST_OF_TASK


def _whole_lists(chosen: list[Hit], source: Source) -> list[Hit]:
    """Several items of one list are shown as the list."""
    parents = [hit.provision.parent for hit in chosen if hit.provision.lead_in]
    whole: list[Hit] = []
    for hit in chosen:
        parent = hit.provision.parent
        if hit.provision.lead_in and parent is not None and parents.count(parent) > 1:
            opening = source.provision(hit.document.id, parent)
            hit = replace(hit, provision=opening) if opening is not None else hit
        if all(hit.provision.id != other.provision.id for other in whole):
            whole.append(hit)
    return whole


def _claims(hit: Hit, question: Question, source: Source, figure: Figure | None, *, alone: bool) -> list[DraftClaim]:
    """First what was asked (a figure, who, when), then what the provision requires.

    That a provision does not say when is told only where it answers `alone`.
    """
    provision, document = hit.provision, hit.document
    who, when = Aspect.WHO in question.aspects, Aspect.WHEN in question.aspects and figure is None
    line = duty_claim(provision, document, source)
    fineness = Aspect.HOW_FINE in question.aspects
    most = MOST_OF_ALL if ALL.search(question.text) else 2
    substance = excerpt_claims(provision, document, question.topic, most=most, fineness=fineness)
    timed = timed_claims(provision, document, question.topic) if when and not when_clause(provision) else []
    of_task = alike(provision.heading, question.topic) >= LEAST_OF_TASK or (
        question.named and alike(provision.own_text, question.topic) >= LEAST_OF_TEXT
    )
    has_time = bool(timed or (when_clause(provision) and of_task))
    if figure is not None and (said := figure_claims(provision, document, question.topic, figure)):
        found = said
    elif who or when:
        shows_line = line is not None and (who or bool(when_clause(provision) and of_task))
        found = [*([line] if line and shows_line else []), *timed]
        complete = (not who or bool(who_clause(provision))) and (not when or has_time)
        if not complete or question.aspects - {Aspect.WHO, Aspect.WHEN}:
            found += substance
        if when and not has_time and alone and not when_clause(provision):
            found.append(silent_claim(provision, document, NO_DEADLINE))
        if who and alone and not provision.duties and provision.kind in TASK_KINDS:
            found.append(silent_claim(provision, document, NO_BODY))
    else:
        found = [*substance, *([line] if line else [])]
    once = {claim.text: claim for claim in found}
    name = label(document, provision)
    return [replace(claim, label=name) for claim in once.values()]
