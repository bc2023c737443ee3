"""Vectors of the sentences of each passage: of a long provision often only one answers a question."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embed import Vectors
from index.errors import LibraryError

SENTENCES, ENDS = "sentences.npy", "sentence-ends.npy"
Halves = NDArray[np.float16]
Ends = NDArray[np.int64]
"""Row i: one more than the last sentence of passage i; its first is where the passage before it ends."""


def write_sentences(folder: Path, vectors: Sequence[Halves]) -> None:
    """Write the vectors of the sentences of each passage into new files.

    Raises:
        OSError: they cannot be written.
    """
    _save(folder, vectors)


def extend_sentences(folder: Path, old: Path, vectors: Sequence[Halves]) -> None:
    """Write the sentences of an old generation, and after them those of more passages.

    Raises:
        LibraryError: those of the old generation are missing or damaged.
        OSError: they cannot be written.
    """
    held, ends = _open(old)
    _save(folder, vectors, held, ends)


class SentenceVectors:
    """The sentences of one generation, mapped into memory."""

    def __init__(self, folder: Path, *, passages: int) -> None:
        """Open what `write_sentences` wrote for so many passages.

        Raises:
            LibraryError: it is missing or damaged, or belongs to others.
        """
        self._vectors, self._ends = _open(folder)
        if len(self._ends) != passages or (passages and self._ends[-1] != len(self._vectors)):
            raise _damaged(folder)

    def of(self, row: int) -> Halves:
        """Return the vectors of the sentences of one passage, in order."""
        return self._vectors[self._ends[row - 1] if row else 0 : self._ends[row]]

    def best(self, rows: Sequence[int], queries: Vectors, otherwise: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the cosine of the likeliest sentence of each passage, shape (rows, queries).

        `otherwise`, of the same shape, has what stands for passages that are one sentence: they have none here.
        """
        last = self._ends[list(rows)]
        first = np.array([self._ends[row - 1] if row else 0 for row in rows], dtype=np.int64)
        best = otherwise.copy()
        long = np.flatnonzero(last > first)
        if len(long):
            taken = np.concatenate([np.arange(first[at], last[at]) for at in long])
            cosines = self._vectors[taken].astype(np.float32) @ queries.T
            starts = np.cumsum([0, *(last[long] - first[long])[:-1]])
            best[long] = np.maximum.reduceat(cosines, starts, axis=0)
        return best


def _save(folder: Path, vectors: Sequence[Halves], *before: NDArray[Any]) -> None:
    """Write what was held before (sentences and their ends), and new sentences behind it."""
    held, ends = before or (vectors[0][:0], np.zeros(0, dtype=np.int64))
    fresh = len(held) + np.cumsum([len(one) for one in vectors], dtype=np.int64)
    np.save(folder / SENTENCES, np.concatenate([held, *vectors]))
    np.save(folder / ENDS, np.concatenate([ends, fresh]))


def _open(folder: Path) -> tuple[Halves, Ends]:
    try:
        vectors: Halves = np.load(folder / SENTENCES, mmap_mode="r", allow_pickle=False)
        ends: Ends = np.load(folder / ENDS, allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise _damaged(folder) from error
    return vectors, ends


def _damaged(folder: Path) -> LibraryError:
    return LibraryError(f"资料库的句子向量已损坏（{folder / SENTENCES}）；请运行 disclosure index 重建")
