"""Tell apart the two things of which a question asks the same: 补正通知和答复各几天."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.folding import bare, fold, simplify
from assistant.question import Question

EACH = re.compile("各自?(?![自治地级类种项位省市区县部单])|分别")
JOINS = "和与跟及、"
JOINT, WORD = f"以及|[{JOINS}]", rf"[^{JOINS},\s]"
JOINED = re.compile(rf"(?P<one>{WORD}{{2,}}?)(?:{JOINT})+(?P<other>{WORD}{{2,}}?)(?:各{WORD}?)?")


def parts(question: Question) -> tuple[Question, ...]:
    """Return a question for each of two things; none where one is asked about, or documents are set side by side."""
    if question.sides or question.places or question.scope.missing:
        return ()
    text = fold(simplify(question.text))
    pieces = question.topic.split()
    for at in range(len(pieces)):
        # Of A、B each is a piece of the topic by itself, of A和B both are one.
        for end in (at + 1, at + 2):
            joined = JOINED.fullmatch("、".join(pieces[at:end]))
            if joined and (written := _written(joined["one"], joined["other"], text)):
                return tuple(_about(question, written, (pieces[:at], pieces[end:])))
    return ()


def _written(one: str, other: str, text: str) -> re.Match[str] | None:
    """The two as the text has them, with what the topic lacks behind both: 补正期限、答复期限; no others beside."""
    found = re.search(
        rf"(?<![{JOINS}])(?P<one>{re.escape(one)})(?P<same>{WORD}{{0,3}})(?:{JOINT})+"
        rf"(?P<other>{re.escape(other)})(?P=same)(?![{JOINS}])",
        text,
    )
    return found if found and EACH.search(text.replace(found[0], " ", 1)) else None


def _about(question: Question, written: re.Match[str], around: tuple[list[str], list[str]]) -> Iterator[Question]:
    asks = EACH.split(written.string[written.end() :], maxsplit=1)[-1]
    for own in (written["one"], written["other"]):
        topic = " ".join([*around[0], own, *around[1]])
        synonyms = {word: official for word, official in question.synonyms.items() if word in bare(topic)}
        official = " ".join(word for words in synonyms.values() for word in words)
        thing = own + written["same"]
        yield replace(
            question,
            text=written.string.replace(written[0], thing, 1),
            asking=f"{thing}{asks}",
            topic=topic,
            query=f"{topic} {official}".strip(),
            synonyms=synonyms,
        )
