"""Embed passages, each as a whole and sentence by sentence; what is known is taken over."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from index.embed import Embedder, Vectors
from index.errors import LibraryError
from index.passages import Passage
from index.sentences import Halves

BATCH = 512
"""Passages embedded at once."""


class Embedded(NamedTuple):
    """The vectors of one passage."""

    whole: Vectors
    """Shape (dimensions,)."""
    sentences: Halves
    """Shape (sentences, dimensions); none where the passage is one sentence."""


def embed_passages(
    passages: Sequence[Passage],
    embedder: Embedder,
    known: Mapping[str, Embedded],
    progress: Callable[[int, int], None],
) -> list[Embedded]:
    """Return the vectors of each passage; `known` has vectors by the hash of what was embedded.

    Raises:
        LibraryError: the model gives no numbers, or no direction for anything.
    """
    found = {passage.sha256: known[passage.sha256] for passage in passages if passage.sha256 in known}
    fresh = [passage for passage in passages if passage.sha256 not in found]
    for start in range(0, len(fresh), BATCH):
        batch = fresh[start : start + BATCH]
        found.update(zip((passage.sha256 for passage in batch), _embed(batch, embedder), strict=True))
        progress(min(start + BATCH, len(fresh)), len(fresh))
    vectors = [found[passage.sha256] for passage in passages]
    if not all(np.isfinite(one.whole).all() and np.isfinite(one.sentences).all() for one in vectors):
        raise LibraryError("嵌入模型给出的向量无效（不是有限数）；请重新安装模型，原有资料库保持不变")
    if vectors and not any(one.whole.any() for one in vectors):
        raise LibraryError("嵌入模型对所有条款都没有给出向量（全为零）；请重新安装或更换模型，原有资料库保持不变")
    return vectors


def _embed(batch: Sequence[Passage], embedder: Embedder) -> list[Embedded]:
    vectors = embedder.embed([text for passage in batch for text in (passage.embedding_text, *passage.sentences)])
    found, at = [], 0
    for passage in batch:
        end = at + 1 + len(passage.sentences)
        found.append(Embedded(vectors[at], vectors[at + 1 : end].astype(np.float16)))
        at = end
    return found
