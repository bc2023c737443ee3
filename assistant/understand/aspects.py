"""What a question wants, from the words that ask; the words stand in aspects.toml."""

import re
import tomllib
from functools import cache
from importlib import resources

from assistant.folding import bare, fold
from assistant.question import Aspect

KEPT_IN_TOPIC = (Aspect.PROCEDURE, Aspect.CATALOGUE)
"""Aspects whose words may be part of what is asked about (依申请公开流程)."""

LONGEST_BESIDE = 3
"""Characters that a question to the catalogue about named documents may have beside the words that ask."""


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files("assistant.understand").joinpath("aspects.toml").read_text("utf-8"))


@cache
def _patterns(section: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile("|".join(words), re.IGNORECASE) for name, words in _table()[section].items()}


def aspects(text: str) -> frozenset[Aspect]:
    """Return the aspects that a question asks for; empty where it only names a topic.

    The general words of `what` (什么, 哪些) count only where no other aspect has used them up (什么时候).
    """
    folded = rest = fold(text)
    found = set()
    for name, pattern in _patterns("aspects").items():
        if name == Aspect.WHAT:
            continue
        if pattern.search(folded):
            found.add(Aspect(name))
            rest = pattern.sub("□", rest)
    if _patterns("aspects")[Aspect.WHAT].search(rest):
        found.add(Aspect.WHAT)
    return frozenset(found)


def asks_of_documents(topic: str) -> bool:
    """Whether a topic leaves a question to the catalogue: a word like 发布 inside what somebody asks about does not."""
    words = _patterns("of_documents")
    if words["nouns"].search(topic):
        return True
    rest = _patterns("aspects")[Aspect.CATALOGUE].sub(" ", topic)
    return len(bare(_patterns("asking")["words"].sub(" ", words["beside"].sub(" ", rest)))) <= LONGEST_BESIDE


def compares_documents(text: str, topic: str) -> bool:
    """Whether a comparison means what several documents say, though it names none or one: 各地有什么不同.

    One of two things that a topic joins (口头申请和书面申请有什么区别) asks for what the rules say of them.
    """
    words, folded = _patterns("of_documents"), fold(text)
    if words["changed"].search(folded):
        return True
    return bool(words["compared"].search(folded)) and not words["joined"].search(topic)


def refusal(text: str) -> str | None:
    """Return the key of the fixed text for a question that is not to be answered; None for all others."""
    folded = fold(text)
    plain = text.lower()
    found = (name for name, pattern in _patterns("refused").items() if pattern.search(folded) or pattern.search(plain))
    return next(found, None)


def is_small_talk(text: str) -> bool:
    """Whether something is said and nothing asked."""
    return _patterns("small_talk")["words"].fullmatch(bare(text)) is not None


def weighed() -> tuple[str, ...]:
    """Return the topics on which the rules say what a decision about disclosure has to weigh."""
    return tuple(_table()["weighed"]["topics"])


def is_out_of_scope(text: str) -> bool:
    """Whether a question belongs to another trade altogether."""
    folded = fold(text)
    return any(pattern.search(folded) for pattern in _patterns("out_of_scope").values())


def topic(text: str) -> str:
    """Return what is left of a question without the words that only ask."""
    rest = fold(text)
    for name, pattern in _patterns("aspects").items():
        if name not in KEPT_IN_TOPIC:
            rest = pattern.sub(" ", rest)
    return re.sub(r"\s+", " ", _patterns("asking")["words"].sub(" ", rest)).strip(" 》《“")
