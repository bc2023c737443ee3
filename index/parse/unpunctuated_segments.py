"""Tell headings from sentences where both have become clauses between full stops."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import inf, log
from typing import NamedTuple

CLAUSE = re.compile(r"[^.\n]+")
SHORTEST = 4
SHORTEST_TITLE = 6
"""Characters of a title that opens with a verb: the verb and an object."""
LONGEST = 16
SHORT = 8
"""Characters up to which most headings stay and few clauses do."""
WINDOW = 250
"""Characters before and after a clause in which its words are counted."""
GAP = 70
"""Fewest characters from one heading to the next."""
THRESHOLD = 4.0
"""Score of a heading; measured on texts destroyed on purpose (tests/index/parse/test_unpunctuated.py)."""
NOUN_TAILS = ("和", "与", "的", "及", "性", "化")
"""After these a verb was none: 规范化, 建设和管理."""
IN_LIST = re.compile(r"(?:\.[^.等]{1,8}(?<![部局委办厅院会])){0,5}\.[^.等]{0,8}等")
LIST_NUMBER = re.compile(r"\d{1,2}")


class Clause(NamedTuple):
    """What stands between two full stops, as offsets into the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon of heading_words.toml, compiled."""

    nouns: frozenset[str]
    opener: re.Pattern[str]
    firm_opener: re.Pattern[str]
    endings: tuple[str, ...]
    signs: re.Pattern[str]
    explanations: re.Pattern[str]
    closings: tuple[str, ...]


class Surroundings(NamedTuple):
    """What a clause is compared with."""

    text: str
    part: Clause
    title: str
    first: str
    """The part's first heading where it is known, else ''."""


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def words() -> Words:
    """Read the lexicon."""
    table = tomllib.loads(resources.files("index.parse").joinpath("heading_words.toml").read_text("utf-8"))
    adverbs, firm, loose = (_any_of(table[name]) for name in ("adverbs", "verbs", "noun_like_verbs"))
    return Words(
        nouns=frozenset(table["noun_headings"]),
        opener=re.compile(f"(?:{adverbs})*(?P<verb>{firm}|{loose})"),
        firm_opener=re.compile(f"(?:{adverbs})*(?:{firm})|(?:{adverbs})+(?:{loose})"),
        endings=tuple(table["endings"]),
        signs=re.compile(_any_of(table["sentence_signs"])),
        explanations=re.compile(_any_of(table["explanations"])),
        closings=tuple(table["closings"]),
    )


def clauses(text: str, start: int, end: int) -> Iterator[Clause]:
    """Cut a stretch of text at its full stops."""
    for found in CLAUSE.finditer(text, start, end):
        yield Clause(found.start(), found.end())


def opens_like_title(line: str) -> bool:
    """Whether a line begins with a verb of headings or with a heading noun."""
    return bool(words().opener.match(line)) or line.startswith(tuple(words().nouns))


def split_title(line: str) -> int | None:
    """Length of the title that a heading was glued to; None where nothing seems glued.

    The heading begins at the last opener with a title before it: best one that ends as titles do.
    """
    known = words()
    for noun in sorted(known.nouns, key=len, reverse=True):
        rest = line.removeprefix(noun)
        if rest != line and (rest in known.nouns or known.opener.match(rest)) and len(rest) >= SHORTEST:
            return len(noun)
        if line.endswith(noun) and line.removesuffix(noun) in known.nouns:
            return len(line) - len(noun)
    if not known.opener.match(line):
        return None
    firm, loose = _splits(known.firm_opener, line), _splits(known.opener, line)
    sure = [at for at in firm + loose if line[:at].endswith(known.endings)]
    return next(iter(sure or firm), None)


def _splits(opener: re.Pattern[str], line: str) -> list[int]:
    """Where an opener leaves enough on both sides, the last first."""
    starts = [
        found.start()
        for found in opener.finditer(line)
        if found.start() >= SHORTEST_TITLE and not line.startswith(NOUN_TAILS, found.end())
    ]
    return [at for at in reversed(starts) if len(line) - at >= SHORTEST]


def recover_headings(text: str, part: Clause, title: str, first: Clause | None) -> list[Clause]:
    """Choose the clauses of a part that look most like headings, at least `GAP` characters apart.

    A clause must open with a verb of headings and be as short as one (a heading noun is enough by itself),
    and scores for: its words thronging after it (x2) and not before it (x1); words of the part's title (x2);
    verb, ending and length like `first`, the heading that was glued to the title (x1 each); shortness (x1);
    an explanation after it, the end of an item before it and no other opener there (x1 each); a typical
    ending and no sign of a running sentence (x0.5 each). The best are taken, down to `THRESHOLD`.
    """
    around = Surroundings(text, part, title, text[first.start : first.end] if first else "")
    inside = [clause for clause in clauses(text, *part) if clause.start > part.start]
    chosen = [first] if first else []
    for value, clause in sorted(((score(each, around), each) for each in inside), key=lambda pair: -pair[0]):
        apart = all(abs(clause.start - other.start) >= GAP for other in chosen)
        if value >= THRESHOLD and apart and part.end - clause.end >= GAP:
            chosen.append(clause)
    return sorted(clause for clause in chosen if clause != first)


def score(clause: Clause, around: Surroundings) -> float:
    """How much speaks for a heading; higher is likelier, minus infinity where something rules it out."""
    known, text = words(), around.text
    wording = text[clause.start : clause.end]
    opened = known.opener.match(wording)
    previous = text[around.part.start : clause.start - 1].rpartition(".")[2]
    if IN_LIST.match(text, clause.end) or LIST_NUMBER.fullmatch(previous):
        return -inf
    if wording in known.nouns:
        return inf if text.count(f".{wording}.", *around.part) == 1 else -inf
    if not opened or not SHORTEST <= len(wording) <= LONGEST:
        return -inf
    return (
        _topic(clause, wording[opened.end() :] or wording, around)
        + 2 * _shared(_bigrams(wording), around.title)
        + _likeness(wording, around.first)
        + (len(wording) <= SHORT)
        + bool(known.explanations.match(text, clause.end + 1))
        + previous.endswith(known.closings)
        - bool(known.opener.match(previous))
        + 0.5 * (wording.endswith(known.endings) - bool(known.signs.search(wording)))
    )


def _topic(clause: Clause, topic: str, around: Surroundings) -> float:
    """Whether the words of a clause are what the text goes on to speak of, and did not before."""
    text, part = around.text, around.part
    before = text[max(part.start, clause.start - WINDOW) : clause.start]
    after = text[clause.end : min(part.end, clause.end + WINDOW)]
    return 2 * _throng(topic, after, text) - _throng(topic, before, text)


def _throng(topic: str, window: str, text: str) -> float:
    """How much denser words stand in a window than in the text: a logarithm, 0 where just as dense."""
    share = len(window) / len(text)
    bigrams = _bigrams(topic)
    ratios = [(window.count(b) + 0.5) / ((text.count(b) - 1) * share + 0.5) for b in bigrams]
    return sum(map(log, ratios)) / max(1, len(ratios))


def _bigrams(wording: str) -> set[str]:
    return {wording[at : at + 2] for at in range(len(wording) - 1)}


def _shared(bigrams: set[str], title: str) -> float:
    return sum(bigram in title for bigram in bigrams) / len(bigrams)


def _likeness(wording: str, first: str) -> float:
    """From 0 to 3: the same verb, the same ending, about the same length as the first heading."""
    if not first:
        return 0.0
    verbs = [found["verb"] if (found := words().opener.match(each)) else each for each in (wording, first)]
    length = max(0.0, 1 - abs(len(wording) - len(first)) / 4)
    return (verbs[0] == verbs[1]) + (wording[-2:] == first[-2:]) + length
