"""What a question wants, from the words that ask; the words stand in aspects.toml."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources

from assistant.folding import bare, fold
from assistant.question import Aspect

KEPT_IN_TOPIC = (Aspect.PROCEDURE, Aspect.CATALOGUE)
"""Aspects whose words may be part of what is asked about (依申请公开流程)."""

ABOUT = "(?P<about>"
"""Begins what stands between words that ask, and is asked about: 给2020年的数据开放定了什么."""
SHORTEST_OF_CLAUSE = 4
"""Characters of what a clause is about, from which on it can be understood by itself."""
LONGEST_BESIDE = 3
"""Characters that a question to the catalogue about named documents may have beside the words that ask."""


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files("assistant.understand").joinpath("aspects.toml").read_text("utf-8"))


@cache
def _patterns(section: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(_joined(words), re.IGNORECASE) for name, words in _table()[section].items()}


def _joined(words: Sequence[str]) -> str:
    """Join patterns, each group `about` under a name of its own."""
    return "|".join(word.replace(ABOUT, f"(?P<about{at}>") for at, word in enumerate(words))


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


def ranks_documents(text: str) -> bool:
    """Whether a question asks which of several documents goes farther: 谁走得更快."""
    return bool(_patterns("of_documents")["ranked"].search(fold(text)))


def refusal(text: str, spoken: Sequence[str] = ()) -> str | None:
    """Return the key of the fixed text for a question that is not to be answered; None for all others.

    `spoken` are the folded words that name documents or places: 北京那份意见 is no paper at hand.
    """
    folded = _without_pointing(fold(text), spoken)
    plain = _without_pointing(text.lower(), spoken)
    found = (name for name, pattern in _patterns("refused").items() if pattern.search(folded) or pattern.search(plain))
    return next(found, None)


def _without_pointing(folded: str, spoken: Sequence[str]) -> str:
    """Leave out the words that point at a document of the library: behind its name, or where something is in it."""
    words = _patterns("pointing")
    longest_first = sorted(filter(None, spoken), key=len, reverse=True)
    for name in longest_first:
        folded = folded.replace(name, words["words"].sub("", name))
    names = "|".join(map(re.escape, longest_first))
    if names:
        folded = re.sub(f"((?:{names})[年度的]*)(?:{words['behind'].pattern})", r"\1", folded)
    return words["within"].sub("", folded)


def is_small_talk(text: str) -> bool:
    """Whether something is said and nothing asked."""
    return _patterns("small_talk")["words"].fullmatch(bare(text)) is not None


def weighed() -> tuple[str, ...]:
    """Return the topics on which the rules say what a decision about disclosure has to weigh."""
    return tuple(_table()["weighed"]["topics"])


def is_out_of_scope(text: str) -> bool:
    """Whether a question belongs to another trade altogether; what only leads up to it does not count."""
    asked = _that_asks(text)
    if _patterns("out_of_scope")["orders"].search(asked):
        return True
    trade, ours = _patterns("out_of_scope")["trade"], _patterns("parts")["ours"]
    return bool(trade.search(asked)) and not ours.search(asked)


def _that_asks(text: str) -> str:
    """The clauses of a text that ask or order something; the whole where they do not stand by themselves."""
    folded, words = fold(text), _patterns("parts")
    asking = [clause for clause in words["clause"].findall(folded) if words["asks"].search(clause)]
    enough = any(len(bare(topic(clause))) >= SHORTEST_OF_CLAUSE for clause in asking)
    return ",".join(asking) if enough else folded


def topic(text: str) -> str:
    """Return what is left of a question without the words that only ask."""
    rest = fold(text)
    for name, pattern in _patterns("aspects").items():
        if name not in KEPT_IN_TOPIC:
            rest = pattern.sub(lambda match: f" {''.join(filter(None, match.groupdict().values()))} ", rest)
    return re.sub(r"\s+", " ", _patterns("asking")["words"].sub(" ", rest)).strip(" 》《“")
