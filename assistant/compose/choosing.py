"""Choose the hits that carry an answer about a topic."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.compose.beside import (
    answers_beside,
    asks,
    first_of,
    gaining,
    in_order,
    leads_into,
    lists_first,
    speaks_too,
    without_kin,
)
from assistant.compose.cues import alone
from assistant.compose.quantity import Figure
from assistant.compose.roster import asks_roster, holds_roster
from assistant.compose.sentences import alike
from assistant.compose.sides import of_side
from assistant.compose.who_when import has_deadline, says_who
from assistant.draft import Hit, Retrieval
from assistant.evidence import least
from assistant.folding import fold, simplify
from assistant.question import Aspect, Question
from assistant.source import Source

FARTHER = 2
"""So many times farther behind the best one each may then be."""
MOST_CHOSEN = 4
MOST_OF_SIDE = 2
"""Provisions of one of several documents that are named."""
SHORT_BESIDE = 2.0
"""Log odds that one of several named documents may lack where another answers: each is told in words of its own."""
SHORT_OF_BETTER = 1.0
"""Log odds that a hit may lack which scores better than the first one that answers."""
TITLE, COVER = "题注", "通知"
BARE_CHARS = 6
"""Characters of number and marks around a heading."""
LEAST_OF_TASK = 0.3
"""Share of the topic's pairs of characters in the name of a task, from which on its deadline is the topic's."""
TIMED_SHARE = 0.7
"""Provisions that state a time answer alone where the best of them scores at least this share of the best."""
DECIDING_SHARE = 0.75
"""The same for those that say who decides or has the part asked for."""
ALL_OTHERS = re.compile(r"\(?[一二三四五六七八九十百\d]*[\)、.]?其[他它]")
"""Begins the item that ends a list: （八）其他应当公开的."""
COUNTS_UP = "、和与及"
SHORTEST_PART = 3
"""Characters."""
LEAST_OF_PART, ENOUGH_OF_PART = 0.5, 0.8
"""Shares of a part's pairs of characters: so much is spoken to already; so much must stand in what is added."""


def choose(retrieval: Retrieval, figure: Figure | None) -> list[Hit]:
    """The hits that carry the answer: the best of each document that comes near the best of all.

    Of several documents that the question names each gives its best.
    """
    question = retrieval.question
    each = question.named and 1 < len(question.documents or ()) <= MOST_CHOSEN
    fitting = [
        hit for hit in retrieval.hits if not is_bare(hit) and (figure is None or figure.stands_in(hit.provision))
    ]
    if asks_roster(question.text):
        fitting = [hit for hit in fitting if holds_roster(hit.provision)]
    speaking = [hit for hit in fitting if hit.answers(named=question.named)]
    if each and speaking:
        speaking = [hit for hit in fitting if hit.answers(named=question.named, short_by=SHORT_BESIDE)]
        best = max((hit.evidence for hit in speaking), default=0.0)
        behind = least().behind * (FARTHER if asks("each", question) else 1)
        speaking = [hit for hit in speaking if hit.evidence >= best - behind]
    elif speaking:
        speaking = _with_better(speaking, fitting, question)
        speaking = [
            hit
            for hit in speaking
            if hit.evidence >= speaking[0].evidence - least().beside or leads_into(speaking[0], hit)
        ]
    hits = lists_first(_fitting(speaking, question), question)
    chosen = without_kin(_beside_first(hits, question, each=each), question)
    chosen += _for_others_counted_up(chosen, hits, question)
    chosen += _for_other_sides(chosen, fitting, question)
    return in_order(chosen)


def _with_better(speaking: Sequence[Hit], fitting: Sequence[Hit], question: Question) -> list[Hit]:
    """Put before the hits that answer those which score better and fail to answer by little.

    That something answers is settled then; which of them it is, the score tells better than the evidence.
    """
    better = fitting[: fitting.index(speaking[0])]
    return [*(hit for hit in better if hit.answers(named=question.named, short_by=SHORT_OF_BETTER)), *speaking]


def _beside_first(hits: Sequence[Hit], question: Question, *, each: bool) -> list[Hit]:
    """The hit that carries the answer and those that answer beside it; `each` of several documents is asked."""
    if not hits:
        return []
    gains = gaining(question)
    chosen: list[Hit] = []
    for hit in first_of(hits, gains):
        own = [other for other in chosen if other.document.id == hit.document.id]
        if own:
            answers = answers_beside(hit, own, question, gains)
        else:
            answers = not chosen or each or speaks_too(hit, chosen[0], gains)
        most = MOST_OF_SIDE if question.sides else MOST_CHOSEN
        chosen += [hit] if answers and len(own) < most and len(chosen) < MOST_CHOSEN else []
    return chosen


def _for_others_counted_up(chosen: Sequence[Hit], hits: Sequence[Hit], question: Question) -> list[Hit]:
    """Of several things that one provision may answer for (A、B和C), the best hit for each that nothing chosen has.

    Where the same is asked of each of them, `answer_parts` looks for each by itself before.
    """
    added: list[Hit] = []
    for part in _counted_up(question):
        if any(alike(hit.provision.shown_text, part) >= LEAST_OF_PART for hit in (*chosen, *added)):
            continue
        speaking = (hit for hit in hits if alike(hit.provision.own_text, part) >= ENOUGH_OF_PART)
        added += [hit for hit in [next(speaking, None)] if hit is not None]
    return added[: MOST_CHOSEN - len(chosen)]


def _for_other_sides(chosen: Sequence[Hit], fitting: Sequence[Hit], question: Question) -> list[Hit]:
    """Where anything answers, the best hit of each side named of which nothing is chosen, if it speaks to the topic."""
    added: list[Hit] = []
    told = {hit.document.id for hit in chosen}
    for side in question.sides if chosen else ():
        own = [hit for found in of_side(side, fitting).values() for hit in found]
        added += _fitting(sorted(own, key=lambda hit: -hit.score), question)[:1] if told.isdisjoint(side) else []
    return added


def _counted_up(question: Question) -> list[str]:
    """The things that a question counts up."""
    text = fold(simplify(question.text))
    parts = [part for part in question.topic.split() if len(part) >= SHORTEST_PART]
    return [
        part for part in parts if re.search(rf"[{COUNTS_UP}]{re.escape(part)}|{re.escape(part)}[{COUNTS_UP}]", text)
    ]


def _fitting(hits: list[Hit], question: Question) -> list[Hit]:
    """Asked for nothing but a time, or whether there is one, provisions that state one go alone, if not too weak.

    Asked who decides, or who has a certain part, provisions that say so go alone, if not too weak.
    """
    if saying := _saying_who(hits, question):
        return saying
    if of_kind := _of_kind(hits, question):
        return of_kind
    if not hits or not {Aspect.WHEN} <= question.aspects <= {Aspect.WHEN, Aspect.WHETHER}:
        return hits
    timed = [hit for hit in hits if has_deadline(hit.provision) and _is_timed(hit, question)]
    if not timed or timed[0].score < TIMED_SHARE * hits[0].score:
        return hits
    # Items of one list are cases of one rule: that another states a time is no reason to prefer it.
    lists = {hit.provision.parent for hit in timed if hit.provision.lead_in}
    return [hit for hit in hits if hit in timed or (hit.provision.lead_in and hit.provision.parent in lists)]


def _saying_who(hits: Sequence[Hit], question: Question) -> list[Hit]:
    """The hits that say who decides or has the part asked for; none where that is not asked or they score too low."""
    who = says_who(question.text) if Aspect.WHO in question.aspects else None
    saying = [hit for hit in hits if who and who.search(hit.provision.shown_text)]
    return saying if saying and saying[0].score >= DECIDING_SHARE * hits[0].score else []


def _of_kind(hits: Sequence[Hit], question: Question) -> list[Hit]:
    """The hits that give a kind of thing without which no text answers; none where they score too low."""
    kinds = alone(question)
    giving = [hit for hit in hits if kinds and all(kind.search(fold(hit.provision.shown_text)) for kind in kinds)]
    return giving if giving and giving[0].score >= TIMED_SHARE * hits[0].score else []


def is_bare(hit: Hit) -> bool:
    """A title or heading by itself answers nothing; nor does a cover letter, unless it says nearly what is asked."""
    provision = hit.provision
    if provision.address == TITLE:
        return True
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
    """Several items of one list are shown as the list, and so is the item for all others: alone it names nothing."""
    parents = [hit.provision.parent for hit in chosen if hit.provision.lead_in]
    whole: list[Hit] = []
    for hit in chosen:
        parent = hit.provision.parent
        is_list = parents.count(parent) > 1 or ALL_OTHERS.match(fold(hit.provision.own_text))
        if hit.provision.lead_in and parent is not None and is_list:
            opening = source.provision(hit.document.id, parent)
            hit = replace(hit, provision=opening) if opening is not None else hit
        if all(hit.provision.id != other.provision.id for other in whole):
            whole.append(hit)
    return whole
