"""Turns texts into bags of token ids, and bags into unit vectors."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from index.training.vocabulary import UNKNOWN_ID

TEXTS_AT_ONCE = 10_000


class Bags(NamedTuple):
    """The token ids of many texts, end to end."""

    ids: NDArray[np.int64]
    bounds: NDArray[np.int64]
    """Text i owns `ids[bounds[i]:bounds[i + 1]]`."""

    def pick(self, chosen: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
        """Return ids and offsets of the chosen texts, as `embedding_bag` takes them."""
        rows = [self.ids[self.bounds[i] : self.bounds[i + 1]] for i in chosen]
        offsets = np.cumsum([0, *(len(row) for row in rows[:-1])], dtype=np.int64)
        return torch.from_numpy(np.concatenate(rows)), torch.from_numpy(offsets)


def tokenize(texts: Sequence[str], tokenizer: Tokenizer) -> Bags:
    """Return the bags of the texts, in order; a text without tokens has an empty bag."""
    rows: list[NDArray[np.int64]] = []
    for start in range(0, len(texts), TEXTS_AT_ONCE):
        part = list(texts[start : start + TEXTS_AT_ONCE])
        encodings = tokenizer.encode_batch_fast(part, add_special_tokens=False)
        rows.extend(np.array(encoding.ids, dtype=np.int64) for encoding in encodings)
    bounds = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int64)
    return Bags(np.concatenate(rows), bounds)


def unit_vectors(weights: Tensor, ids: Tensor, offsets: Tensor) -> Tensor:
    """Return the normalised mean of each bag's rows, shape (bags, dimensions).

    Unknown pieces do not count; their row is zero, so a plain mean has the same direction.
    A bag without known pieces gives a zero vector.
    """
    means = functional.embedding_bag(ids, weights, offsets, mode="mean", padding_idx=UNKNOWN_ID)
    return functional.normalize(means)
