"""Choose the hits that carry an answer about a topic."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.compose.quantity import Figure
from assistant.compose.sentences import alike
from assistant.compose.who_when import has_deadline, says_who
from assistant.draft import Hit, Retrieval
from assistant.evidence import least, most
from assistant.folding import fold, simplify
from assistant.question import Aspect, Question
from assistant.source import Source

NEAR_BEST = 0.8
"""A second document answers too where its best provision scores at least this share of the best."""
NEAR_BEST_NATIONAL = 0.65
"""The same for a document that holds nationwide, beside regional ones that nobody named."""
EACH = re.compile(r"各自?(?=[^级类项种地区单机部个])|分别|各是|[两三四](?:份|个|家|地)")
"""Asks each of the documents that are named."""
FARTHER = 2
"""So many times farther behind the best one each may then be."""
MOST_CHOSEN = 4
COVER = "通知"
BARE_CHARS = 6
"""Characters of number and marks around a heading."""
LEAST_OF_TASK = 0.3
"""Share of the topic's pairs of characters in the name of a task, from which on its deadline is the topic's."""
TIMED_SHARE = 0.7
"""Provisions that state a time answer alone where the best of them scores at least this share of the best."""
BESIDE_BEST = 0.9
"""A second provision of one document answers too where it scores at least this share of the first."""
BESIDE_IN_LISTS = 0.8
"""The same where the question asks which, and several provisions may each give some."""
COUNTS_UP = "、和与及"
SHORTEST_PART = 3
"""Characters."""
LEAST_OF_PART, ENOUGH_OF_PART = 0.5, 0.8
"""Shares of a part's pairs of characters: so much is spoken to already; so much must stand in what is added."""
LISTS = re.compile(r"哪些|哪几|情形|情况|几种|几类")


def choose(retrieval: Retrieval, figure: Figure | None) -> list[Hit]:
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
        behind = least().behind * (FARTHER if EACH.search(question.text) else 1)
        speaking = [hit for hit in speaking if hit.evidence >= best - behind]
    elif speaking:
        speaking = [hit for hit in speaking if hit.evidence >= speaking[0].evidence - least().beside]
    hits = _fitting(speaking, question)
    beside = BESIDE_IN_LISTS if LISTS.search(question.text) else BESIDE_BEST
    chosen: list[Hit] = []
    for hit in hits:
        first = next((other for other in chosen if other.document.id == hit.document.id), None)
        near = beside * first.score if first else 0.0 if each else _near_best(hit) * hits[0].score
        if hit.score >= near and len(chosen) < MOST_CHOSEN:
            chosen.append(hit)
    chosen += _for_other_parts(chosen, hits, question)
    return sorted(chosen, key=lambda hit: (hit.document.level != "国家", chosen.index(hit)))


def _has_figure(hit: Hit, question: Question, figure: Figure | None) -> bool:
    """Whether a provision has the figure asked for, if any; figure, time and body have to be of what is asked."""
    if figure is None and not question.aspects & {Aspect.WHEN, Aspect.WHO}:
        return True
    return hit.missing <= most().word and (figure is None or figure.stands_in(hit.provision))


def _near_best(hit: Hit) -> float:
    return NEAR_BEST_NATIONAL if hit.document.level == "国家" else NEAR_BEST


def _for_other_parts(chosen: Sequence[Hit], hits: Sequence[Hit], question: Question) -> list[Hit]:
    """Of a topic that names several things (A、B和C), the best hit for each that nothing chosen speaks to."""
    added: list[Hit] = []
    for part in _counted_up(question):
        if any(alike(hit.provision.shown_text, part) >= LEAST_OF_PART for hit in (*chosen, *added)):
            continue
        speaking = (hit for hit in hits if alike(hit.provision.own_text, part) >= ENOUGH_OF_PART)
        added += [hit for hit in [next(speaking, None)] if hit is not None]
    return added[: MOST_CHOSEN - len(chosen)]


def _counted_up(question: Question) -> list[str]:
    """The things that a question counts up."""
    text = fold(simplify(question.text))
    parts = [part for part in question.topic.split() if len(part) >= SHORTEST_PART]
    return [
        part for part in parts if re.search(rf"[{COUNTS_UP}]{re.escape(part)}|{re.escape(part)}[{COUNTS_UP}]", text)
    ]


def _fitting(hits: list[Hit], question: Question) -> list[Hit]:
    """Asked for nothing but a time, provisions that state one go alone, unless only weak ones do.

    Asked who decides, or who has a certain part, provisions that say so go alone.
    """
    if Aspect.WHO in question.aspects and (who := says_who(question.text)):
        return [hit for hit in hits if who.search(hit.provision.shown_text)] or hits
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


def whole_lists(chosen: list[Hit], source: Source) -> list[Hit]:
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
