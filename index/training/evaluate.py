"""Measures a model: how well questions find the articles that answer them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from index.training.bags import tokenize, unit_vectors
from index.training.corpus import Article, Question

TEXTS_AT_ONCE = 8192


class Figures(NamedTuple):
    """Means over the questions, 0 to 1; higher is better."""

    questions: int
    recall_at_10: float
    recall_at_100: float
    reciprocal_rank_at_10: float


def evaluate(
    weights: Tensor, tokenizer: Tokenizer, questions: Sequence[Question], collection: Sequence[Article]
) -> Figures:
    """Search the whole collection with every question.

    Raises:
        ValueError: there are no questions, or one names no article of the collection.
    """
    if not questions:
        raise ValueError("no questions to evaluate with")
    number = {article.id: i for i, article in enumerate(collection)}
    articles = _embed(weights, tokenizer, [article.embedding_text for article in collection])
    asked = _embed(weights, tokenizer, [question.text for question in questions])
    nearest = torch.topk(asked @ articles.T, min(100, len(collection))).indices.numpy()
    relevant = [{number[i] for i in question.article_ids if i in number} for question in questions]
    if not all(relevant):
        raise ValueError("a question names no article of the collection")
    hits = [np.isin(row, list(wanted)) for row, wanted in zip(nearest, relevant, strict=True)]
    counts = [len(wanted) for wanted in relevant]
    return Figures(
        questions=len(questions),
        recall_at_10=_mean_recall(hits, counts, 10),
        recall_at_100=_mean_recall(hits, counts, 100),
        reciprocal_rank_at_10=float(np.mean([_reciprocal_rank(row[:10]) for row in hits])),
    )


def _mean_recall(hits: Sequence[NDArray[np.bool_]], counts: Sequence[int], k: int) -> float:
    shares = [row[:k].sum() / count for row, count in zip(hits, counts, strict=True)]
    return float(np.mean(shares))


def _reciprocal_rank(hits: NDArray[np.bool_]) -> float:
    return 1 / (int(hits.argmax()) + 1) if hits.any() else 0.0


def _embed(weights: Tensor, tokenizer: Tokenizer, texts: Sequence[str]) -> Tensor:
    bags = tokenize(texts, tokenizer)
    parts = np.split(np.arange(len(texts)), range(TEXTS_AT_ONCE, len(texts), TEXTS_AT_ONCE))
    return torch.cat([unit_vectors(weights, *bags.pick(part)) for part in parts])
