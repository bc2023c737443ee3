"""Tell a further provision that answers the same question from a mere neighbour of the one that carries the answer."""

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from assistant.draft import Hit
from assistant.folding import fold, simplify
from assistant.lacking import Lacking
from assistant.question import Question
from index.corpus import Provision

NATIONAL, PARAGRAPH, COUNTED_OFF = "国家", "款", "是"
EQUAL = 0.95
"""Share of the first one's score from which on it is open which of two provisions answers."""
DIFFERING = 0.9
"""The same where the other is nearer in meaning or a paragraph of the same article, …"""
SEVERAL = 0.9
"""… where the question asks several things, …"""
OPENED = 0.85
"""… where the first one only leads into the other (一是……), …"""
OF_A_LIST = 0.8
"""… and where both give some of what is listed."""
MOST_OPEN = 3
"""Provisions of which it is open which one answers."""
NEAR_BEST = 0.8
"""A second document answers too where its best provision scores at least this share of the best, …"""
NEAR_BEST_NATIONAL = 0.65
"""… or this one, where it holds nationwide and the best does not."""
MOST_BEHIND = 0.5
"""Log odds that the best provision of a second document may be behind the best of all, …"""
SURE = 2.0
"""Log odds from which on it speaks to the question for itself, however far behind, …"""
MOST_BEHIND_NATIONAL = 1.2
"""… or this far, where it holds nationwide and the best does not."""
WEIGHTY = 0.6
"""Importance of words of the question by which one provision says more of it than another."""
FEW_LOST = 0.35
"""Importance of words that one which goes first for others may lack itself."""
BETWEEN_PARAGRAPHS = 3
"""Characters of blanks and ends of lines."""
Gains = Callable[[Hit, Hit], float]


@cache
def _patterns(table: str, name: str) -> re.Pattern[str]:
    words = tomllib.loads(resources.files("assistant.compose").joinpath("beside.toml").read_text("utf-8"))
    return re.compile("|".join(words[table][name]))


def asks(what: str, question: Question) -> bool:
    """Whether a question asks for `each` of several, for `lists`, or has two questions `joined`."""
    return bool(_patterns("asks", what).search(fold(simplify(question.text))))


def of_documents(question: Question) -> bool:
    """Whether the question names several documents, each of which answers."""
    return question.named and len(question.documents or ()) > 1


def gaining(question: Question) -> Gains:
    """Return what tells how weighty the words of the question are that a hit says and another one lacks."""
    measure = Lacking(question.topic, question.synonyms)

    def lacked(hit: Hit) -> dict[str, float]:
        text = fold(f"{hit.document.title}{hit.provision.heading_path}{hit.provision.searched_text}")
        return {word.text: word.importance for word in measure.words(text)}

    def gains(one: Hit, other: Hit) -> float:
        own = lacked(one)
        return sum(importance for word, importance in lacked(other).items() if word not in own)

    return gains


def first_of(hits: Sequence[Hit], gains: Gains) -> list[Hit]:
    """Put the hit first that says weighty words of the question which the best one lacks, if it is nearly as good."""
    first = hits[0]
    for hit in hits[1:]:
        is_near = hit.document.id == first.document.id and hit.score >= DIFFERING * hits[0].score
        if is_near and gains(first, hit) <= FEW_LOST and gains(hit, first) - gains(first, hit) > WEIGHTY:
            first = hit
    return [first, *(hit for hit in hits if hit is not first)]


def answers_beside(hit: Hit, chosen: Sequence[Hit], question: Question, gains: Gains) -> bool:
    """Whether a hit answers beside those chosen before it of its document, the one that carries the answer first."""
    first = chosen[0]
    if _goes_on(first.provision, hit.provision):
        return True
    if _is_below(hit, first) or _is_below(first, hit):
        return hit.score >= (OPENED if leads_into(first, hit) else SEVERAL) * first.score
    if gains(first, hit) - gains(hit, first) > WEIGHTY:
        return False
    if several := _share_of_several(hit, chosen, question):
        return hit.score >= several * first.score
    is_differing = hit.signs.similarity >= first.signs.similarity or _is_paragraph_beside(hit, first)
    is_open = hit.score >= (DIFFERING if is_differing else EQUAL) * first.score
    return is_open and len(chosen) < MOST_OPEN


def _share_of_several(hit: Hit, chosen: Sequence[Hit], question: Question) -> float:
    """Share of the score of the first that a hit needs where several things are asked for; 0 where one is."""
    gives_some = any(_gives_some(hit, one, question) for one in chosen)
    if asks("lists", question) and (gives_some or hit.signs.similarity >= chosen[0].signs.similarity):
        return OF_A_LIST
    each = asks("each", question) and not of_documents(question)
    return SEVERAL if each or asks("joined", question) else 0.0


def _gives_some(hit: Hit, first: Hit, question: Question) -> bool:
    """Whether both are items of one list, or both give a task to the body asked about."""
    if hit.provision.lead_in and hit.provision.parent == first.provision.parent:
        return True
    bodies = question.scope.bodies
    return bool(bodies) and all(_concerns(one.provision, bodies) for one in (hit, first))


def _concerns(provision: Provision, bodies: Sequence[str]) -> bool:
    return any(duty.actor in bodies for duty in provision.duties)


def _is_paragraph_beside(one: Hit, other: Hit) -> bool:
    """Whether both are paragraphs of one article."""
    pair = (one.provision, other.provision)
    return pair[0].parent == pair[1].parent and all(provision.kind == PARAGRAPH for provision in pair)


def _goes_on(later: Provision, earlier: Provision) -> bool:
    """Whether a paragraph takes up the one right before it (前款规定的企业)."""
    follows = later.parent == earlier.parent and 0 <= later.start - earlier.end <= BETWEEN_PARAGRAPHS
    return follows and bool(_patterns("provision", "goes_on").search(fold(later.own_text)))


def speaks_too(hit: Hit, best: Hit, gains: Gains) -> bool:
    """Whether the first hit of a second document, that nobody named, answers beside the best of all."""
    if hit.document.level == NATIONAL and best.document.level != NATIONAL:
        behind = best.evidence - hit.evidence
        return hit.score >= NEAR_BEST_NATIONAL * best.score and behind <= MOST_BEHIND_NATIONAL
    return hit.score >= NEAR_BEST * best.score and _is_level(hit, best.evidence) and gains(best, hit) <= WEIGHTY


def _is_level(hit: Hit, best: float) -> bool:
    """Whether a hit speaks to the question as surely as the best evidence there is, or surely enough."""
    return hit.evidence >= min(best - MOST_BEHIND, SURE)


def in_order(chosen: Sequence[Hit]) -> list[Hit]:
    """Put what holds nationwide before the rest, where it says about as much of the question as the best hit does."""
    best = max((hit.evidence for hit in chosen), default=0.0)

    def is_later(hit: Hit) -> bool:
        return hit.document.level != NATIONAL or hit.evidence < min(best - MOST_BEHIND_NATIONAL, SURE)

    return sorted(chosen, key=is_later)


def without_kin(chosen: Sequence[Hit], question: Question) -> list[Hit]:
    """Of a provision and one item below it, the item: it says what the provision says of the question.

    A section that is more than what leads into those below it stays, where it is the better one. Both stay where the
    words that lead into the list lay something down themselves; of several items, or where a list is wanted, the whole
    list stays.
    """
    dropped: list[Hit] = []
    for hit in chosen:
        items = [one for one in chosen if _is_below(one, hit)]
        if items and _says_more_than(hit, items):
            dropped += items
            continue
        if not items or _patterns("provision", "lays_down").search(fold(hit.provision.own_text.strip())):
            continue
        whole = hit.provision.opens_list and (len(items) > 1 or asks("lists", question))
        dropped += items if whole else [hit]
    return [hit for hit in chosen if not any(hit is one for one in dropped)]


def _says_more_than(hit: Hit, items: Sequence[Hit]) -> bool:
    """Whether a section says the thing itself, better than those below it, which are no items of a list of its own."""
    return all(hit.score > one.score and not _is_item(one) for one in items)


def leads_into(opening: Hit, hit: Hit) -> bool:
    """Whether a hit is one of the points (一是……) that the words of another lead into."""
    return hit.provision.kind == COUNTED_OFF and _is_below(hit, opening)


def _is_item(hit: Hit) -> bool:
    """Whether something is one of those that the words above it lead into."""
    return bool(hit.provision.lead_in) or hit.provision.kind == COUNTED_OFF


def lists_first(hits: Sequence[Hit], question: Question) -> list[Hit]:
    """Put the list in the place of its item that comes first, where a list is wanted and its lead-in says as much.

    主动公开哪些信息: every item is one, and the words that lead into them say which.
    """
    first = hits[0] if hits else None
    whole = next((hit for hit in hits if first and _is_below(first, hit) and hit.provision.opens_list), None)
    if first is None or whole is None or not asks("lists", question):
        return list(hits)
    lacking = Lacking(question.topic, question.synonyms)
    if lacking(first.provision.lead_in).total > lacking(first.provision.own_text).total:
        return list(hits)
    others = [hit for hit in hits if hit is not whole and not _is_below(hit, whole)]
    return [replace(whole, score=first.score), *others]


def _is_below(item: Hit, hit: Hit) -> bool:
    return item.document.id == hit.document.id and item.provision.parent == hit.provision.address
