"""Look again at the likeliest hits: what their sentences give decides between provisions that share the same words."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

import numpy as np

from assistant.compose.cues import Cues
from assistant.compose.sentences import sentences
from assistant.draft import Hit, Retrieval
from assistant.question import Question
from assistant.source import Source
from index.corpus import Provision

LOOKED_AT = 8
"""Hits; what stands farther behind is hardly ever the right one."""
WORTH_OF_MEANING = 0.8
"""Of the cosine of a sentence, in the score of a hit."""
WORTH_OF_CUES = 0.45
"""Of what shows that a sentence gives the kind of thing asked for.

Both fitted on 427 questions with the provisions that answer them, by the likelihood of the right one among the eight.
"""


def look_again(retrieval: Retrieval, source: Source) -> Retrieval:
    """Order the first hits anew, each with its best sentence; scores still fall from hit to hit."""
    first, rest = retrieval.hits[:LOOKED_AT], retrieval.hits[LOOKED_AT:]
    if len(first) < 2 or retrieval.question.weighed:
        return retrieval
    given = _given(retrieval.question, [hit.provision for hit in first], source)
    least = min(given)
    again = [replace(hit, score=hit.score + worth - least) for hit, worth in zip(first, given, strict=True)]
    return replace(retrieval, hits=(*sorted(again, key=_falling), *rest))


def _falling(hit: Hit) -> float:
    return -hit.score


def _given(question: Question, provisions: Sequence[Provision], source: Source) -> list[float]:
    """What the best sentence of each provision is worth: near in meaning, and of the kind asked for."""
    own = [_texts(provision) for provision in provisions]
    texts = [text for of_one in own for text in of_one]
    asked = question.asking or question.text
    queries = source.embed([question.query or asked, asked, question.topic or asked])
    cosines = np.maximum(0.0, source.embed(texts) @ queries.T).mean(axis=1)
    cues = Cues(question)
    worth = WORTH_OF_MEANING * cosines + WORTH_OF_CUES * np.array([cues(text) for text in texts])
    ends = accumulate(map(len, own), initial=0)
    return [float(worth[start:end].max()) for start, end in pairwise(ends)]


def _texts(provision: Provision) -> list[str]:
    return [sentence.text for sentence in sentences(provision)] or [provision.own_text]
