"""Fits trained rows to questions: each is to find its answer among near misses."""

import logging
from collections import defaultdict
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
from index.training.settings import TrainingSettings
from index.training.train import thinned

logger = logging.getLogger(__name__)


class Example(NamedTuple):
    """A question with a text that answers it."""

    query: str
    passage: str
    near_misses: tuple[str, ...] = ()
    """Texts that look like answers and are none."""


class _Lessons(NamedTuple):
    """Examples by the numbers of their texts in `bags`."""

    bags: Bags
    sides: NDArray[np.int64]
    """Shape (examples, 2): query and passage."""
    near_misses: list[NDArray[np.int64]]
    answers: dict[int, list[int]]
    """All passages of each query."""


def tune(weights: Tensor, examples: Sequence[Example], tokenizer: Tokenizer, settings: TrainingSettings) -> Tensor:
    """Return the rows after fitting them to the examples; `weights` stay as they are."""
    torch.manual_seed(settings.seed)
    torch.set_num_threads(settings.threads)
    rng = np.random.default_rng(settings.seed)
    lessons = _lessons(examples, tokenizer)
    rows = weights.clone().requires_grad_()
    optimizer = torch.optim.Adam([rows], lr=settings.tuning_rate)
    steps = settings.tuning_epochs * -(-len(examples) // settings.tuning_batch)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, total_iters=steps)
    for _ in track(range(settings.tuning_epochs), description="Questions"):
        order = rng.permutation(len(examples))
        for start in range(0, len(order), settings.tuning_batch):
            loss = _loss(rows, lessons, order[start : start + settings.tuning_batch], rng, settings)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    logger.info("tuned by %d examples, last loss %.3f", len(examples), loss.item())
    return rows.detach()


def _loss(
    rows: Tensor,
    lessons: _Lessons,
    batch: NDArray[np.int64],
    rng: np.random.Generator,
    settings: TrainingSettings,
) -> Tensor:
    """Return the loss of finding each passage by its query among all others of the batch, and back."""
    queries, passages = lessons.sides[batch].T
    misses = [row for place in batch for row in _some(lessons.near_misses[place], settings.near_misses, rng)]
    columns = np.concatenate([passages, np.array(misses, dtype=np.int64)])
    asked, found = (
        unit_vectors(rows, thinned(ids, settings.token_dropout), offsets)
        for ids, offsets in (lessons.bags.pick(queries), lessons.bags.pick(columns))
    )
    answers = np.stack([np.isin(columns, lessons.answers[query]) for query in queries.tolist()])
    np.fill_diagonal(answers, val=False)
    scores = (asked @ found.T * settings.loss_scale).masked_fill(torch.from_numpy(answers), -torch.inf)
    labels = torch.arange(len(batch))
    back = scores[:, : len(batch)].T
    return (functional.cross_entropy(scores, labels) + functional.cross_entropy(back, labels)) / 2


def _some(rows: NDArray[np.int64], count: int, rng: np.random.Generator) -> Iterator[int]:
    yield from rng.choice(rows, min(count, len(rows)), replace=False).tolist()


def _lessons(examples: Sequence[Example], tokenizer: Tokenizer) -> _Lessons:
    number: dict[str, int] = {}
    answers: dict[int, list[int]] = defaultdict(list)

    def numbered(text: str) -> int:
        return number.setdefault(text, len(number))

    sides = [(numbered(one.query), numbered(one.passage)) for one in examples]
    misses = [np.array([numbered(text) for text in one.near_misses], dtype=np.int64) for one in examples]
    for query, passage in sides:
        answers[query].append(passage)
    return _Lessons(tokenize(list(number), tokenizer), np.array(sides, dtype=np.int64), misses, answers)
