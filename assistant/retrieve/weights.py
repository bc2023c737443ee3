"""What each sign counts in a provision's score, among few provisions and among many."""

import math
from typing import NamedTuple


class Weights(NamedTuple):
    """All signs are relative to the best of the candidates: 0 to 1."""

    lexical: float
    """BM25 of the query."""
    topic: float
    """Cosine of the query."""
    question: float
    """Cosine of the question as asked."""
    sentence: float
    """Cosine of the question to the likeliest sentence of the provision."""
    topic_coverage: float
    question_coverage: float


FEW, MANY = 1_000, 50_000
"""Passages searched, up to which and from which on the weights stay the same."""
AMONG_FEW = Weights(lexical=0.3, topic=0.1, question=0.2, sentence=0.2, topic_coverage=0.4, question_coverage=0.6)
"""Chosen on 1,179 questions over six instruments that say nearly the same: their words tell them apart."""
AMONG_MANY = Weights(lexical=0.2, topic=0.1, question=0.8, sentence=0.4, topic_coverage=0.4, question_coverage=0.5)
"""Chosen on 1,217 lay questions over 55,347 articles: many of them share the words, and the meaning decides."""


def weights_among(passages: int) -> Weights:
    """Return the weights for a search among so many passages: between few and many in proportion to the logarithm."""
    share = math.log(max(passages, FEW) / FEW) / math.log(MANY / FEW)
    return Weights(*(few + min(1.0, share) * (many - few) for few, many in zip(AMONG_FEW, AMONG_MANY, strict=True)))
