"""How near words come in meaning to what stands in a text, by the vectors of the shipped model."""

from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from index.embed import StaticEmbedder, Vectors, shipped_embedder

REMEMBERED = 20_000
"""Texts whose pieces are kept: those of a large library's likeliest provisions."""
LEAST_LENGTH = np.float32(1e-9)
"""Keeps a piece that says nothing from dividing by nothing."""


def nearness(word: str, text: str) -> float:
    """Return the cosine of a word to the nearest piece of a text: 0 to 1, 0 where it comes near nothing."""
    there = _units()[list(_pieces(text))]
    return max(0.0, float((there @ _of_word(word)).max(initial=0.0)))


@lru_cache(REMEMBERED)
def _of_word(word: str) -> NDArray[np.float32]:
    vector: NDArray[np.float32] = _embedder().embed([word])[0]
    return vector


@lru_cache(REMEMBERED)
def _pieces(text: str) -> tuple[int, ...]:
    """Return the different pieces of a text."""
    return tuple(dict.fromkeys(_embedder().pieces(text)))


@cache
def _embedder() -> StaticEmbedder:
    return shipped_embedder()


@cache
def _units() -> Vectors:
    vectors = _embedder().piece_vectors
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), LEAST_LENGTH)
    units: Vectors = (vectors / lengths).astype(np.float32)
    return units
