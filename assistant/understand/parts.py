"""Tell apart the things of which a question asks the same: 补正通知和答复各几天."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.folding import bare, fold, simplify
from assistant.lexicon import widened
from assistant.question import Question
from assistant.understand.joints import JOINS, JOINT

EACH = re.compile("各自?(?![自治地级类种项位省市区县部单])|分别")
WORD = rf"[^{JOINS},\s]"
SHORTEST, MOST = 2, 4
"""Characters of a thing; things."""


def parts(question: Question) -> tuple[Question, ...]:
    """Return a question for each of several things; none where one is asked about, or documents side by side."""
    if question.sides or question.places or question.scope.missing:
        return ()
    text = fold(simplify(question.text))
    pieces = question.topic.split()
    # Of A、B each is a piece of the topic by itself, of A和B both are one.
    runs = ((at, end) for at in range(len(pieces)) for end in range(len(pieces), at, -1))
    for at, end in runs:
        things = _things("、".join(pieces[at:end]))
        if 1 < len(things) <= MOST and (written := _written(things, text)):
            return tuple(_about(question, things, written, (pieces[:at], pieces[end:])))
    return ()


def _things(joined: str) -> list[str]:
    """The things in a stretch of the topic; none where one of them is too short to be looked for."""
    *first, last = re.split(f"{JOINT}+", joined)
    behind = EACH.search(last, SHORTEST)
    things = [*first, last[: behind.start()] if behind else last]
    return things if min(map(len, things)) >= SHORTEST else []


def _written(things: Sequence[str], text: str) -> re.Match[str] | None:
    """All things as the text has them, with what the topic lacks behind each: 补正期限、答复期限; no others beside."""
    first, *others = map(re.escape, things)
    rest = "".join(f"{JOINT}+{other}(?P=same)" for other in others)
    found = re.search(f"(?<![{JOINS}]){first}(?P<same>{WORD}{{0,3}}){rest}(?![{JOINS}])", text)
    return found if found and EACH.search(text.replace(found[0], " ", 1)) else None


def _about(
    question: Question, things: Sequence[str], written: re.Match[str], around: tuple[list[str], list[str]]
) -> Iterator[Question]:
    asks = EACH.split(written.string[written.end() :], maxsplit=1)[-1]
    for thing in things:
        topic = " ".join([*around[0], thing, *around[1]])
        synonyms = {word: official for word, official in question.synonyms.items() if word in bare(topic)}
        own = thing + written["same"]
        yield replace(
            question,
            text=written.string.replace(written[0], own, 1),
            asking=f"{own}{asks}",
            topic=topic,
            query=widened(topic, synonyms),
            synonyms=synonyms,
        )
