"""Look again at the likeliest hits: what their sentences give decides between provisions that share the same words."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, islice, pairwise

import numpy as np

from assistant.compose.cues import Cues, is_general
from assistant.compose.sentences import sentences
from assistant.draft import Hit, Retrieval
from assistant.question import Question
from assistant.source import Source
from assistant.titles import without_title
from index.corpus import Provision

LOOKED_AT = 8
"""Hits; what stands farther behind is hardly ever the right one."""
LOOKED_AT_OF_SIDE = 5
"""Hits of each of several documents or places that are named."""
WORTH_OF_MEANING = 0.8
"""Of the cosine of a sentence, in the score of a hit."""
WORTH_OF_CUES = 0.45
"""Of what shows that a sentence gives the kind of thing asked for.

Both fitted on 427 questions with the provisions that answer them, by the likelihood of the right one among the eight.
"""

GENERAL = 0.15
"""What a provision loses that only tells what the text is for, where something else is asked."""


def look_again(retrieval: Retrieval, source: Source) -> Retrieval:
    """Order the first hits anew, each with its best sentence; scores still fall from hit to hit."""
    first = _looked_at(retrieval)
    if len(first) < 2 or retrieval.question.weighed:
        return retrieval
    given = _given(retrieval.question, [retrieval.hits[at] for at in first], source)
    least = min(given)
    hits = list(retrieval.hits)
    for at, worth in zip(first, given, strict=True):
        hits[at] = replace(hits[at], score=hits[at].score + worth - least)
    return replace(retrieval, hits=tuple(sorted(hits, key=_falling)))


def _looked_at(retrieval: Retrieval) -> list[int]:
    """Where the first hits stand, and the first of each side that the question names."""
    found = set(range(min(LOOKED_AT, len(retrieval.hits))))
    for side in retrieval.question.sides:
        own = (at for at, hit in enumerate(retrieval.hits) if hit.document.id in side)
        found.update(islice(own, LOOKED_AT_OF_SIDE))
    return sorted(found)


def _falling(hit: Hit) -> float:
    return -hit.score


def _given(question: Question, hits: Sequence[Hit], source: Source) -> list[float]:
    """What the best sentence of each hit is worth: near in meaning, and of the kind asked for."""
    own = [_texts(hit.provision) for hit in hits]
    texts = [text for of_one in own for text in of_one]
    vectors = source.embed(texts)
    near = {
        title: np.maximum(0.0, vectors @ source.embed(_queries(question, title)).T).mean(axis=1)
        for title in {hit.document.title for hit in hits}
    }
    cues = Cues(question)
    kind = WORTH_OF_CUES * np.array([cues(text) for text in texts])
    ends = pairwise(accumulate(map(len, own), initial=0))
    return [
        float((WORTH_OF_MEANING * near[hit.document.title] + kind)[start:end].max())
        - GENERAL * is_general(hit.provision, question)
        for hit, (start, end) in zip(hits, ends, strict=True)
    ]


def _queries(question: Question, title: str) -> list[str]:
    """What sentences of a document are held against."""
    asked = question.asking or question.text
    return [without_title(text, title) for text in (question.query or asked, asked, question.topic or asked)]


def _texts(provision: Provision) -> list[str]:
    return [sentence.text for sentence in sentences(provision)] or [provision.own_text]
