"""Find the outline of a text that lost its punctuation, line breaks and second-level numbers."""

import re
from dataclasses import dataclass
from typing import Literal

from index.numerals import to_number
from index.parse.unpunctuated_segments import Clause, clauses, opens_like_title, recover_headings, split_title

HAN = re.compile(r"[㐀-鿿]")
MARKS = re.compile(r"[，。、；：！？]")
NUMERAL_CLAUSE = re.compile(r"(?:^|(?<=[.\n]))[一二三四五六七八九十]{1,5}(?=\.)")
SHORTEST_TEXT = 200
"""Han characters below which nothing is concluded from the absence of punctuation."""
SHORTEST_TITLE, LONGEST_TITLE = 4, 40
LONGEST_GLUED = 24
"""Characters up to which what hangs on to a title is a heading; beyond, it is the first sentence."""


@dataclass(frozen=True, slots=True)
class OutlineSpan:
    """The words of one title in an outline; where it ends its text begins."""

    start: int
    """First character, an offset into the text: the numeral of a part, the first word of a heading."""
    end: int
    """One past the title's last character."""
    kind: Literal["part", "heading"]
    label: str
    """The numeral of a part; '' for a heading, whose number is lost."""
    title: str
    """Without the numeral; '' where a part opens with a sentence instead of a title."""


def is_unpunctuated(text: str) -> bool:
    """Tell whether "." stands where a Chinese text has its punctuation."""
    han = len(HAN.findall(text))
    dots = len(re.findall(r"(?<!\d)\.", text))
    return han >= SHORTEST_TEXT and dots * 40 >= han and len(MARKS.findall(text)) * 20 < dots


def outline_spans(text: str) -> list[OutlineSpan]:
    """Find numbered parts and, among their words, the headings that lost their numbers, in order.

    A part is only believed where numerals count up from 一, each a clause of its own. Headings are a guess
    that prefers to miss one (see `recover_headings`), and are sought only in parts.
    """
    numerals = _counted_up(text)
    ends = [*(found.start() for found in numerals), len(text)][1:]
    opened = [_opening(text, found.end() + 1, end) for found, end in zip(numerals, ends, strict=True)]
    glued = [split_title(text[first.start : first.end]) for first in opened]
    spans: list[OutlineSpan] = []
    for found, end, first, length in zip(numerals, ends, opened, glued, strict=True):
        spans += _part(text, found, end, first, length)
    return spans


def _counted_up(text: str) -> list[re.Match[str]]:
    """The longest run of numerals 一, 二, 三…; of equal ones that with most titles after them."""
    runs: dict[int, tuple[int, list[re.Match[str]]]] = {0: (0, [])}
    for found in NUMERAL_CLAUSE.finditer(text):
        number = to_number(found[0]) or 0
        first = _opening(text, found.end() + 1, len(text))
        if number - 1 not in runs or first.end - first.start < SHORTEST_TITLE:
            continue
        titles, run = runs[number - 1]
        titles += opens_like_title(text[first.start : first.end])
        if number not in runs or titles > runs[number][0]:
            runs[number] = (titles, [*run, found])
    _, longest = runs[max(runs)]
    return longest if len(longest) >= 2 else []


def _opening(text: str, start: int, end: int) -> Clause:
    return next(clauses(text, start, end), Clause(start, start))


def _part(text: str, found: re.Match[str], end: int, first: Clause, glued: int | None) -> list[OutlineSpan]:
    """One part and its headings; `glued` is the length of its title where a heading hangs on to it."""
    is_title = glued is not None or first.end - first.start <= LONGEST_TITLE
    title_end = first.start + glued if glued else first.end if is_title else found.end()
    title = text[first.start : title_end] if is_title else ""
    headings = [Clause(title_end, first.end)] if glued and first.end - title_end <= LONGEST_GLUED else []
    headings += recover_headings(text, Clause(first.start, end), title, headings[0] if headings else None)
    return [
        OutlineSpan(found.start(), title_end, "part", found[0], title),
        *(OutlineSpan(h.start, h.end, "heading", "", text[h.start : h.end]) for h in headings),
    ]
