"""Leave out what stands around an actor without being part of it: connectives, deadlines, adverbs."""

import re

from index.duties.deadlines import deadline_words
from index.duties.words import one_of, words


def after_connective(text: str) -> int:
    """Return where a clause begins after 但, 并 and the like."""
    match = one_of("sentences", "connectives").match(text)
    return match.end() if match else 0


def without_circumstances(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a span down to the actor: no deadlines before it, no adverbs and deadlines after it."""
    deadlines = deadline_words(text[:end])
    for deadline in deadlines:
        before = re.fullmatch(f"{words()['sentences']['preposition_pattern']}?", text[start : deadline.start])
        start = deadline.end if before else start
    adverbs = re.compile(f"(?:{words()['sentences']['adverb_pattern']})+$")
    preposition = re.compile(f"{words()['sentences']['preposition_pattern']}$")
    while True:
        shorter = end
        if match := adverbs.search(text, start, shorter):
            shorter = match.start()
        for deadline in deadlines:
            if deadline.end == shorter and deadline.start > start:
                shorter = deadline.start
                before = preposition.search(text, start, shorter)
                shorter = before.start() if before else shorter
        if shorter == end:
            return start, end
        end = shorter


def filled(text: str, start: int, end: int) -> bool:
    """Say whether anything but adverbs and deadlines stands in a span."""
    start, end = without_circumstances(text, start, end)
    return start < end


def timed_at(text: str, position: int) -> bool:
    """Say whether a deadline follows at once, as in “各部门|原则上每年举办不少于2次”."""
    sentence = words()["sentences"]
    adverbs = re.compile(f"(?:{sentence['adverb_pattern']})*").match(text, position)
    after = adverbs.end() if adverbs else position
    preposition = re.compile(sentence["preposition_pattern"]).match(text, after)
    starts = {after, preposition.end() if preposition else after}
    return any(deadline.start in starts for deadline in deadline_words(text))
