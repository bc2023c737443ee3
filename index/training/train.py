"""Trains one row per vocabulary piece, by telling each pair from the others of its batch."""

import logging
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import track
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from index.training.bags import Bags, tokenize, unit_vectors
from index.training.pairs import Pair
from index.training.settings import TrainingSettings
from index.training.vocabulary import UNKNOWN_ID

logger = logging.getLogger(__name__)


class Trained(NamedTuple):
    """The outcome of a run."""

    weights: Tensor
    """float32, shape (pieces, dimensions); the unknown piece's row is zero."""
    losses: list[float]
    """Mean loss of each epoch, in order."""


def train(pairs: Sequence[Pair], tokenizer: Tokenizer, settings: TrainingSettings) -> Trained:
    """Fit the rows to the pairs."""
    torch.manual_seed(settings.seed)
    torch.set_num_threads(settings.threads)
    rng = np.random.default_rng(settings.seed)
    bags, sides = _tokenize_pairs(pairs, tokenizer)
    weights = initial_weights(bags, tokenizer.get_vocab_size(), settings.dimensions).requires_grad_()
    optimizer = torch.optim.Adam([weights], lr=settings.learning_rate)
    steps = settings.epochs * -(-len(sides) // settings.batch_size)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, total_iters=steps)
    losses = []
    for epoch in range(settings.epochs):
        started, total = time.perf_counter(), 0.0
        batches = list(_batches(sides, settings.batch_size, rng))
        for batch in track(batches, description=f"Epoch {epoch + 1}"):
            loss = pair_loss(weights, bags, batch, settings.loss_scale, settings.token_dropout)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item() / len(batches)
        losses.append(total)
        logger.info("epoch %d: loss %.4f, %.1f s", epoch + 1, total, time.perf_counter() - started)
    return Trained(weights.detach(), losses)


def initial_weights(bags: Bags, pieces: int, dimensions: int) -> Tensor:
    """Return random directions, as long as their piece is rare.

    Cosines of such means already approximate weighted word overlap; training starts there.
    """
    texts = len(bags.bounds) - 1
    text_of_token = np.repeat(np.arange(texts), np.diff(bags.bounds))
    seen = np.unique(bags.ids * texts + text_of_token) // texts
    found_in = np.bincount(seen, minlength=pieces)
    rarity = torch.from_numpy(np.log((texts + 1) / (found_in + 1)) / np.log(texts + 1)).float()
    weights = torch.randn(pieces, dimensions) * rarity[:, None]
    weights[UNKNOWN_ID] = 0
    return weights


def pair_loss(weights: Tensor, bags: Bags, batch: NDArray[np.int64], scale: float, dropout: float = 0.0) -> Tensor:
    """Return the loss of finding each passage by its query, and each query by its passage.

    Pairs of the batch that share a text with a pair are not held against it.

    Source: Henderson et al. (2017), arXiv:1705.00652, section 4.4.
    """
    queries, passages = (
        unit_vectors(weights, thinned(ids, dropout), offsets) for ids, offsets in (bags.pick(side) for side in batch.T)
    )
    same = torch.from_numpy((batch[:, None, :] == batch[None, :, :]).any(axis=2))
    same.fill_diagonal_(False)
    scores = (queries @ passages.T * scale).masked_fill(same, -torch.inf)
    labels = torch.arange(len(batch))
    return (functional.cross_entropy(scores, labels) + functional.cross_entropy(scores.T, labels)) / 2


def thinned(ids: Tensor, dropout: float) -> Tensor:
    """Turn a share of the ids into unknown pieces, which do not count."""
    return ids.masked_fill(torch.rand(len(ids)) < dropout, UNKNOWN_ID)


def _tokenize_pairs(pairs: Sequence[Pair], tokenizer: Tokenizer) -> tuple[Bags, NDArray[np.int64]]:
    number: dict[str, int] = {}
    sides = [[number.setdefault(text, len(number)) for text in pair] for pair in pairs]
    return tokenize(list(number), tokenizer), np.array(sides, dtype=np.int64)


def _batches(sides: NDArray[np.int64], size: int, rng: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    order = rng.permutation(len(sides))
    for start in range(0, len(order), size):
        yield sides[order[start : start + size]]
