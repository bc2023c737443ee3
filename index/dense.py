"""Dense search over all passages: the nearest of the whole library by Chroma, the nearest of a scope exactly."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.embed import Vectors
from index.sentences import SentenceVectors
from index.store import Store
from index.vectors import DenseHit, VectorIndex

BACKGROUND_ROWS = 1_000
"""Passages that stand for all, when it is measured how like anything a query is."""
EXACT_ROWS = 50_000
"""Up to so many passages of a scope are all compared: a few milliseconds, where Chroma's own filter takes a hundred."""
SPARE = 1.5
"""How many more than the expected share of a wide scope are fetched."""

Range = tuple[int, int]
"""First row, last row plus one."""


class Similarities(NamedTuple):
    """Cosines of passages to queries, shape (passages, queries)."""

    whole: NDArray[np.float32]
    sentence: NDArray[np.float32]
    """Of the likeliest sentence of each passage."""


class DenseIndex:
    """Joins Chroma's collection with the vectors themselves.

    Chroma holds the first rows, as they were when the library was last built as a whole. Rows that came later
    (the tail) are compared one by one; rows whose passages have gone are passed over.
    """

    def __init__(self, collection: VectorIndex, vectors: Vectors, sentences: SentenceVectors, store: Store) -> None:
        """Take the parts of one generation; row i of `vectors` belongs to the passage of row i in the store."""
        self._collection = collection
        self._vectors = vectors
        self._sentences = sentences
        self._store = store
        self._rows = store.passage_rows()
        self.count = sum(end - first for first, end in self._rows.values())
        """Passages that can be found."""
        sample = vectors[:: max(1, len(vectors) // BACKGROUND_ROWS)]
        self._mean = sample.mean(axis=0) if len(sample) else np.zeros(vectors.shape[1], dtype=np.float32)
        self._tail = [span for span in self._rows.values() if span[0] >= collection.count]
        self._gone = collection.count - (self.count - _size(self._tail))

    def count_of(self, documents: Collection[str]) -> int:
        """Return how many passages some documents have."""
        return _size(self._spans(documents))

    def background(self, vectors: Vectors) -> list[float]:
        """Return the mean cosine of each row of `vectors` to an even sample of all passages."""
        return [float(mean) for mean in vectors @ self._mean]

    def similarities(self, ids: Sequence[str], vectors: Vectors) -> Similarities:
        """Compare passages that are held with each row of `vectors`, which are unit rows."""
        row_of = self._store.rows_of(ids)
        rows = [row_of[name] for name in ids]
        whole = self._vectors[rows] @ vectors.T
        return Similarities(whole, self._sentences.best(rows, vectors, otherwise=whole))

    def search(self, vectors: Vectors, *, limit: int, documents: Collection[str] | None = None) -> list[list[DenseHit]]:
        """Return at most `limit` passages for each row of `vectors`, closest first; of `documents` only, where given.

        A row of zeros, or with something that is no number, finds nothing.
        """
        found: list[list[DenseHit]] = [[] for _ in vectors]
        asked = [row for row, vector in enumerate(vectors) if vector.any() and np.isfinite(vector).all()]
        if asked:
            units = vectors[asked] / np.linalg.norm(vectors[asked], axis=1, keepdims=True)
            hits = self._search(units, limit, documents)
            for row, of_row in zip(asked, hits, strict=True):
                found[row] = of_row
        return found

    def _search(self, vectors: Vectors, limit: int, documents: Collection[str] | None) -> list[list[DenseHit]]:
        if documents is None:
            return self._nearest(vectors, limit)
        spans = self._spans(documents)
        size = _size(spans)
        if size > EXACT_ROWS:
            within = set(documents)
            near = self._nearest(vectors, int(limit * SPARE * self.count / size))
            kept = [[hit for hit in hits if hit.document_id in within][:limit] for hits in near]
            if all(len(hits) == limit for hits in kept):
                return kept
        return self._exact(vectors, spans, limit)

    def _spans(self, documents: Collection[str]) -> list[Range]:
        return [self._rows[name] for name in documents if name in self._rows]

    def _nearest(self, vectors: Vectors, limit: int) -> list[list[DenseHit]]:
        near = self._collection.search(vectors, limit=limit + self._gone)
        if not self._gone and not self._tail:
            return near
        later = self._exact(vectors, self._tail, limit)
        return [_closest(filter(self._is_held, old), new, limit) for old, new in zip(near, later, strict=True)]

    def _is_held(self, hit: DenseHit) -> bool:
        """Whether what Chroma found is still the text of that document."""
        first, _ = self._rows.get(hit.document_id, (self._collection.count, 0))
        return first < self._collection.count

    def _exact(self, vectors: Vectors, spans: Sequence[Range], limit: int) -> list[list[DenseHit]]:
        joined = _joined(spans)
        if not joined:
            return [[] for _ in vectors]
        rows = np.concatenate([np.arange(first, end) for first, end in joined])
        scores = np.concatenate([self._vectors[first:end] @ vectors.T for first, end in joined])
        best = [_largest(column, limit) for column in scores.T]
        names = self._store.passage_ids(sorted({int(rows[at]) for places in best for at in places}))
        return [
            [DenseHit(names[int(rows[at])], float(column[at])) for at in places]
            for column, places in zip(scores.T, best, strict=True)
        ]


def _size(spans: Sequence[Range]) -> int:
    return sum(end - first for first, end in spans)


def _joined(spans: Sequence[Range]) -> list[Range]:
    """Join neighbours, so that few large products are computed."""
    joined: list[Range] = []
    for first, end in sorted(set(spans)):
        if joined and joined[-1][1] == first:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((first, end))
    return joined


def _largest(scores: NDArray[np.float32], limit: int) -> NDArray[np.intp]:
    """Return the places of the largest scores, the largest first."""
    some = np.argpartition(-scores, limit)[:limit] if limit < len(scores) else np.arange(len(scores))
    order: NDArray[np.intp] = some[np.argsort(-scores[some], kind="stable")]
    return order


def _closest(one: Iterable[DenseHit], other: Iterable[DenseHit], limit: int) -> list[DenseHit]:
    return sorted([*one, *other], key=lambda hit: -hit.similarity)[:limit]
