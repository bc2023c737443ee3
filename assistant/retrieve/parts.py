"""Tell apart the things of which a question asks the same: 补正通知和答复各几天."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.folding import bare, fold, simplify
from assistant.question import Question

EACH = re.compile("各|分别")
JOINED = re.compile(r"^(?P<one>[^和与跟及、\s]{2,}?)(?:以及|[和与跟及、])(?P<other>[^和与跟及、\s]{2,})$")


def parts(question: Question) -> tuple[Question, ...]:
    """Return a question for each of two things; none where one is asked about, or documents are set side by side."""
    text = fold(simplify(question.text))
    if question.sides or question.places or question.scope.missing or not EACH.search(text):
        return ()
    pieces = question.topic.split()
    for at, piece in enumerate(pieces):
        if (match := JOINED.match(piece)) and match[0] in text:
            return tuple(_about(question, pieces, at, match["one"], match["other"]))
    return ()


def _about(question: Question, pieces: list[str], at: int, one: str, other: str) -> Iterator[Question]:
    for own, left in ((one, other), (other, one)):
        topic = " ".join([*pieces[:at], own, *pieces[at + 1 :]])
        synonyms = {word: official for word, official in question.synonyms.items() if word in bare(topic)}
        official = " ".join(word for words in synonyms.values() for word in words)
        rest = re.compile(rf"(?:以及|[和与跟及、])?{re.escape(left)}(?:以及|[和与跟及、])?")
        yield replace(
            question,
            text=rest.sub("", fold(simplify(question.text)), count=1),
            asking=rest.sub("", fold(question.asking), count=1),
            topic=topic,
            query=f"{topic} {official}".strip(),
            synonyms=synonyms,
        )
