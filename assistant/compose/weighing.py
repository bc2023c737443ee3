"""Weigh the sentences of a provision for a question: its words, rare ones more, its meaning, and what it asks for."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from assistant.compose.asks import asks
from assistant.compose.cues import Cues, continues
from assistant.compose.worth import Weigh, Worths
from assistant.question import Question
from assistant.source import Source
from index.tokens import pairs

WORTH_OF_MEANING = 0.9
"""Of the cosine, where the words are worth 1 together."""
UNHELD = 0.2
"""How far words of the question count that no sentence has: without them one chance word would count as all."""
CONTINUED = 0.5
"""How far a sentence that goes on about the one before it (此类案件……) is about the same."""
WHOLE_IN_PART = 0.3
"""How far a sentence's worth to the whole question counts for one thing asked."""


def weighing(question: Question, source: Source) -> Weigh:
    """Return what weighs sentences that stand in one provision."""
    asked = question.asking or question.text
    parts = asks(asked)
    cues = Cues(question)
    wholes = tuple(text for text in (question.query, asked) if text)
    queries = source.embed([*wholes, *parts])

    def weigh(texts: Sequence[str]) -> Worths:
        vectors = source.embed(list(texts))
        own = [pairs(text) for text in texts]
        given = np.array([cues(text) for text in texts])
        cosines = np.maximum(0.0, vectors @ queries.T)
        said = np.array([_said(text, own, source) for text in (*wholes, *parts)]).T
        worth = said + WORTH_OF_MEANING * cosines
        for at, text in enumerate(texts):
            if at and continues(text):
                worth[at] += CONTINUED * worth[at - 1]
        whole = worth[:, : len(wholes)].mean(axis=1)
        each = WHOLE_IN_PART * whole[:, None] + worth[:, len(wholes) :] + given[:, None]
        shared = said[:, : len(wholes)].mean(axis=1)
        return Worths((whole + given).tolist(), shared.tolist(), tuple(each.T.tolist()))

    return weigh


def _said(text: str, own: Sequence[set[str]], source: Source) -> list[float]:
    """The share of a text's words that each sentence has, rare ones and those of few sentences weighing more."""
    wanted = pairs(text)
    held = Counter(term for terms in own for term in wanted & terms)
    weight = {term: source.rarity(term) for term in wanted}
    whole = sum(one if term in held else UNHELD * one for term, one in weight.items()) or 1.0
    return [sum(weight[term] / held[term] for term in wanted & terms) / whole for terms in own]
