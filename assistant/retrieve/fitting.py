"""How well a provision fits what kind of answer is asked for."""

import re
from collections.abc import Callable, Collection

from assistant.folding import fold
from assistant.question import Aspect, Question
from index.corpus import Provision
from index.duties import deadline_words

ASPECT_BONUS = 0.05
DEFINITION_BONUS = 1.0
"""A provision that defines the very word asked about goes before all others."""
MODALS = ("应当", "可以", "不得", "不予")


def bonus(question: Question, provision: Provision) -> float:
    """What is added to a provision's score for fitting the aspects asked for."""
    added = ASPECT_BONUS * _fits(question.aspects, provision)
    if question.aspects & {Aspect.DEFINITION, Aspect.WHAT} and _defines(provision.own_text, question.topic):
        added += DEFINITION_BONUS
    return added


def _fits(aspects: Collection[Aspect], provision: Provision) -> float:
    """Return how far a provision has what the aspects ask for: 0 to 1."""
    words = provision.own_text
    wanted: dict[Aspect, Callable[[], bool]] = {
        Aspect.WHEN: lambda: bool(deadline_words(words)),
        Aspect.WHO: lambda: bool(provision.duties),
        Aspect.WHETHER: lambda: any(word in words for word in MODALS),
        Aspect.WHAT: lambda: any(word in words for word in MODALS),
    }
    asked = [fits() for aspect, fits in wanted.items() if aspect in aspects]
    return sum(asked) / len(asked) if asked else 0.0


def _defines(words: str, topic: str) -> bool:
    """Whether words say what the topic is or holds: 本条例所称政府信息，是指… ；年度报告应当包括…"""
    named = re.escape(fold(topic))
    says = rf"(所称的?|称为|简称){named}|{named}“?,?(系|是)?指|{named}(应当|应)?(包括|包含)"
    return bool(named) and bool(re.search(says, fold(words)))
