"""The sentences of a provision, with the number and heading in front and the bodies in brackets behind left out."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.corpus import Provision
from index.numerals import NUMERAL
from index.tokens import pairs, terms

SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
CLAUSE = re.compile(r"[^.]+\.?")
TRAILING_BRACKET = re.compile(r"\s*[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]\s*。?\s*$")
NUMBERED = re.compile(
    rf"第\S{{1,7}}条(?:之.)?[\s　]*|[{NUMERAL}]{{1,4}}[、.．]|[（(][{NUMERAL}\d]{{1,4}}[）)]"
    r"|\d{1,2}(?:\.\d+)+[\s　]*|\d{1,2}[.．]"
)
BODIES = re.compile(r"牵头|负责|落实|配合")
LOST_PUNCTUATION = "标点缺失"
WHOLE_CHARS = 130
"""A provision no longer than this is quoted whole."""
WHOLE_ARTICLE_CHARS = 260
CUE_WORTH = 0.4
"""What a cue in a sentence adds to the share of the topic that it says."""
SECOND_BEST = 0.6
"""A second sentence is quoted where it says at least this share of what the best one says."""
LONGEST_MEMBER, MOST_MEMBERS = 9, 6
"""Characters of a clause, its full stop included, that may be a member of a list; members that are looked back over."""
WINDOW_CHARS = 120
"""A quote from a text without punctuation is about this long."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A verbatim piece of a provision's own words; `start` counts from their first character."""

    text: str
    start: int


def body_span(provision: Provision) -> tuple[int, int]:
    """Return where the body lies in the own words: after the heading, before the bodies in brackets."""
    words = provision.own_text
    start = 0
    if provision.heading and (at := words.find(provision.heading)) >= 0:
        start = at + len(provision.heading)
    else:
        number = NUMBERED.match(words)
        start = number.end() if number else 0
    while start < len(words) and words[start] in "。.，, 　\n\t：":
        start += 1
    end = len(words)
    bracket = TRAILING_BRACKET.search(words, start)
    if bracket and BODIES.search(bracket[0]):
        end = bracket.start()
    return (start, end) if start < end else (0, len(words))


def sentences(provision: Provision) -> list[Sentence]:
    """Cut the body into sentences; where punctuation is lost, into clauses."""
    start, end = body_span(provision)
    pattern = CLAUSE if LOST_PUNCTUATION in provision.warnings else SENTENCE
    found = []
    for match in pattern.finditer(provision.own_text, start, end):
        text = match[0].strip()
        if len(text) > 1 and not _is_frame(text, provision):
            found.append(Sentence(text, match.start() + match[0].index(text)))
    return found


def _is_frame(text: str, provision: Provision) -> bool:
    """An addressee or a printed title says nothing; only cover letters and heads have them."""
    return provision.kind == "框" and not text.endswith(("。", "！", "？", "；", "."))


def best_sentences(
    provision: Provision,
    topic: str,
    *,
    most: int,
    among: Callable[[str], bool] | None = None,
    cue: re.Pattern[str] | None = None,
) -> list[Sentence]:
    """Return the sentences that say most about a topic, in reading order, at most `most`.

    `among` keeps only sentences with a certain content; none may be left. `cue` lets sentences that have it go before.
    A short provision comes whole.
    """
    if LOST_PUNCTUATION in provision.warnings:
        return _windows(provision, topic, among)
    start, end = body_span(provision)
    everything = provision.own_text[start:end].strip()
    found = [sentence for sentence in sentences(provision) if among is None or among(sentence.text)]
    if not found:
        return [] if among else [Sentence(provision.own_text.strip(), 0)]
    if among is None and len(everything) <= _whole_chars(provision) and "\n" not in everything:
        return [Sentence(everything, start + provision.own_text[start:end].index(everything))]
    says = _weighed(pairs(topic), [sentence.text for sentence in found])

    def worth(sentence: Sentence) -> float:
        return says(sentence.text) + (CUE_WORTH if cue and cue.search(sentence.text) else 0.0)

    ranked = sorted(found, key=lambda sentence: -worth(sentence))
    best = worth(ranked[0])
    kept = [sentence for sentence in ranked[:most] if worth(sentence) >= SECOND_BEST * best]
    return sorted(kept, key=lambda sentence: sentence.start)


def _whole_chars(provision: Provision) -> int:
    """An article is quoted whole sooner: its sentences are conditions of each other."""
    return WHOLE_ARTICLE_CHARS if provision.kind in ("条", "款") else WHOLE_CHARS


def alike(text: str, topic: str) -> float:
    """Return the share of a topic's pairs of characters that stand in a text: 0 to 1."""
    return _overlap(pairs(topic), text)


def _overlap(wanted: set[str], text: str) -> float:
    if not wanted:
        return 0.0
    return len(wanted & set(terms(text))) / len(wanted)


def _weighed(wanted: set[str], texts: Sequence[str]) -> Callable[[str], float]:
    """Return how much of what is wanted a text says, 0 to 1; what stands in many of the texts tells them apart less."""
    held = Counter(term for text in texts for term in wanted & set(terms(text)))
    whole = sum(1 / count for count in held.values())

    def said(text: str) -> float:
        return sum(1 / held[term] for term in held.keys() & set(terms(text))) / whole if whole else 0.0

    return said


def _windows(provision: Provision, topic: str, among: Callable[[str], bool] | None) -> list[Sentence]:
    """The stretch of clauses that says most about the topic: no sentence ends are left to cut at."""
    clauses = sentences(provision)
    wanted = pairs(topic)
    best, span = 0.0, None
    for first, opening in enumerate(clauses):
        last = first
        while last + 1 < len(clauses) and clauses[last + 1].start - opening.start < WINDOW_CHARS:
            last += 1
        words = provision.own_text[opening.start : clauses[last].start + len(clauses[last].text)]
        if among is not None and not among(words):
            continue
        # Of equal windows the one that starts at a matching clause reads best.
        score = 0.01 + _overlap(wanted, words) + 0.3 * _overlap(wanted, opening.text)
        if score > best:
            best, span = score, (opening.start, clauses[last].start + len(clauses[last].text))
    if span is None:
        return []
    start = _start_of_list(clauses, span[0])
    return [Sentence(provision.own_text[start : span[1]], start)]


def _start_of_list(clauses: list[Sentence], start: int) -> int:
    """Move a start back over short clauses before it, perhaps the first of a list (特别重大.重大突发事件)."""
    before = [clause for clause in clauses if clause.start < start][-MOST_MEMBERS:]
    for clause in reversed(before):
        if len(clause.text) > LONGEST_MEMBER:
            break
        start = clause.start
    return start
