"""The sentences of a provision, with the number and heading in front and the bodies in brackets behind left out."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.compose.worth import Weigh, Worths, by_words
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
HOLDER = re.compile(r"(?:副\s*)?(?:组\s*长|主\s*任|召\s*集\s*人|[总队校院会理局站]\s*长|委\s*员|成\s*员)[：:][\s　]*\S")
"""A line of a list of names, with the office before the colon."""
BODIES = re.compile(r"牵头|负责|落实|配合")
LOST_PUNCTUATION = "标点缺失"
WHOLE_CHARS = 150
"""A provision no longer than this is quoted whole."""
WHOLE_ARTICLE_CHARS = 260
SECOND_BEST = 0.5
"""A second sentence is quoted where it is worth at least this share of the best one."""
NOT_CLEARLY_BEST = 0.7
"""Of sentences worth at least this share of the best one, one more is quoted."""
ROOM_CHARS = 260
"""Sentences beside the best one are quoted as far as all together are no longer."""
LONGEST_MEMBER, MOST_MEMBERS = 9, 6
"""Characters of a clause, its full stop included, that may be a member of a list; members that are looked back over."""
LAST_MEMBER = re.compile("[^.]{1,8}等")
"""How the last clause of a list begins, with what is said of them all behind it."""
WINDOW_CHARS = 120
"""A quote from a text without punctuation is about this long."""
FADING = 0.4
"""Share of their worth that clauses lose towards the end of such a quote."""


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
    """An addressee or a printed title says nothing, who holds an office does; only the frame has them."""
    is_cut_off = provision.kind == "框" and not text.endswith(("。", "！", "？", "；", "."))
    return is_cut_off and not HOLDER.match(text)


def best_sentences(
    provision: Provision,
    topic: str | Weigh,
    *,
    most: int,
    among: Callable[[str], bool] | None = None,
) -> list[Sentence]:
    """Return the sentences that are worth most to a topic, in reading order, at most `most` for each thing asked.

    `among` keeps only sentences with a certain content; none may be left. A short provision comes whole, unless only a
    certain content and one thing is asked for.
    """
    weigh = by_words(topic) if isinstance(topic, str) else topic
    if LOST_PUNCTUATION in provision.warnings:
        return _windows(provision, weigh, among)
    start, end = body_span(provision)
    everything = provision.own_text[start:end].strip()
    found = sentences(provision)
    if not found:
        return [] if among else [Sentence(provision.own_text.strip(), 0)]
    fitting = [at for at, sentence in enumerate(found) if among is None or among(sentence.text)]
    worths = weigh([sentence.text for sentence in found])
    is_short = len(everything) <= _whole_chars(provision) and "\n" not in everything
    if is_short and fitting and (among is None or worths.parts):
        return [Sentence(everything, start + provision.own_text[start:end].index(everything))]
    chosen = _chosen(worths, fitting, [len(sentence.text) for sentence in found], most)
    return [found[at] for at in sorted(chosen)]


def _chosen(worths: Worths, fitting: Sequence[int], lengths: Sequence[int], most: int) -> list[int]:
    """The places of the sentences to quote: one for each thing asked, then those that fit and come near the best."""
    if not fitting:
        return []
    kept = _one_each(worths.parts) if worths.parts else []
    ranked = sorted(fitting, key=lambda at: (-worths.whole[at], at))
    best = worths.whole[ranked[0]]
    for rank, at in enumerate(ranked):
        share = worths.whole[at] / best if best > 0 else 1.0
        near = share >= (SECOND_BEST if rank < most else NOT_CLEARLY_BEST) and rank <= most
        room = sum(lengths[one] for one in kept) + lengths[at] <= ROOM_CHARS * max(1, most / 2)
        if at not in kept and (not kept or (near and room)):
            kept.append(at)
    return kept


def _one_each(parts: Sequence[Sequence[float]]) -> list[int]:
    """The best sentence for each thing asked, the surest first; what is another's best goes to it alone."""
    taken: dict[int, int] = {}
    pairings = sorted(
        (-worth, part, at) for part, worths in enumerate(parts) for at, worth in enumerate(worths) if worth > 0
    )
    for _, part, at in pairings:
        if part not in taken and at not in taken.values():
            taken[part] = at
    return list(taken.values())


def _whole_chars(provision: Provision) -> int:
    """An article is quoted whole sooner: its sentences are conditions of each other."""
    return WHOLE_ARTICLE_CHARS if provision.kind in ("条", "款") else WHOLE_CHARS


def alike(text: str, topic: str) -> float:
    """Return the share of a topic's pairs of characters that stand in a text: 0 to 1."""
    wanted = pairs(topic)
    return len(wanted & set(terms(text))) / len(wanted) if wanted else 0.0


def _windows(provision: Provision, weigh: Weigh, among: Callable[[str], bool] | None) -> list[Sentence]:
    """The stretch of clauses that is worth most: no sentence ends are left to cut at."""
    clauses = sentences(provision)
    spans = [(opening.start, _end_of_window(clauses[at:])) for at, opening in enumerate(clauses)]
    spans = [span for span in spans if among is None or among(provision.own_text[slice(*span)])]
    if not spans:
        return []
    worths = weigh([provision.own_text[slice(*span)] for span in spans])
    single = weigh([clause.text for clause in clauses])

    def worth(at: int) -> float:
        start, end = spans[at]
        # What is asked about comes first, and what is said of it behind it.
        said = sum(
            share * (1 - FADING * (clause.start - start) / (end - start))
            for share, clause in zip(single.said, clauses, strict=True)
            if start <= clause.start < end
        )
        return said + worths.whole[at] - worths.said[at]

    best = max(range(len(spans)), key=lambda at: (worth(at), -at))
    start, end = _start_of_list(clauses, spans[best][0]), _end_of_list(clauses, spans[best][1])
    return [Sentence(provision.own_text[start:end], start)]


def _end_of_window(clauses: Sequence[Sentence]) -> int:
    last = [clause for clause in clauses if clause.start - clauses[0].start < WINDOW_CHARS][-1]
    return last.start + len(last.text)


def _start_of_list(clauses: list[Sentence], start: int) -> int:
    """Move a start back over short clauses before it, perhaps the first of a list (特别重大.重大突发事件)."""
    before = [clause for clause in clauses if clause.start < start][-MOST_MEMBERS:]
    for clause in reversed(before):
        if len(clause.text) > LONGEST_MEMBER:
            break
        start = clause.start
    return start


def _end_of_list(clauses: list[Sentence], end: int) -> int:
    """Move an end on over short clauses behind it, where a list was cut in two (优先推进交通.教育.环保)."""
    before = [clause for clause in clauses if clause.start < end]
    if len(before[-1].text) > LONGEST_MEMBER:
        return end
    for clause in clauses[len(before) :][: 2 * MOST_MEMBERS]:
        is_last = bool(LAST_MEMBER.match(clause.text))
        if len(clause.text) > LONGEST_MEMBER and not is_last:
            break
        end = clause.start + len(clause.text)
        if is_last:
            break
    return end
