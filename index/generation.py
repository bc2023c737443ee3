"""Write the parts of a generation into a folder, whole or as the previous one with some documents exchanged."""

import os
import shutil
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

import numpy as np

from index.corpus import Document
from index.embed import Embedder, Vectors
from index.errors import LibraryError
from index.lexical import extend_lexical_index, write_lexical_index
from index.library import EMBEDDINGS, LEXICAL, STORE, VECTORS, open_vectors
from index.passages import Passage, passages
from index.store import extend_store, write_store
from index.vectors import write_collection

Progress = Callable[[str, int, int], None]
"""Called with the step (读取, 向量, 索引, 自检, 发布), how much of it is done, and how much there is."""

EMBED_BATCH = 512


def write_generation(
    building: Path, documents: Sequence[Document], embedder: Embedder, known: Mapping[str, Vectors], progress: Progress
) -> None:
    """Write all parts anew; `known` has vectors by the hash of what was embedded, which are taken over.

    Raises:
        LibraryError: nothing is to be searched, or the model gives no numbers.
        OSError: a part cannot be written.
    """
    searched = [passage for document in documents for passage in passages(document)]
    if not searched:
        raise LibraryError("没有可检索的条款；请检查文件内容")
    vectors = _embed(searched, embedder, known, progress)
    _write(
        building,
        [
            lambda: write_store(building / STORE, documents, searched),
            lambda: np.save(building / EMBEDDINGS, vectors),
            lambda: write_lexical_index(building / LEXICAL, searched),
            lambda: write_collection(building / VECTORS, searched, vectors),
        ],
        progress,
    )


def extend_generation(
    building: Path,
    old: Path,
    documents: Sequence[Document],
    removed: Collection[str],
    embedder: Embedder,
    progress: Progress,
) -> None:
    """Write the parts of `old` without the documents `removed` and with `documents`.

    Chroma's collection is taken over as it is: the new vectors follow those it holds, and are searched beside it.

    Raises:
        LibraryError: the model gives no numbers, or the vectors of `old` are damaged.
        OSError: a part cannot be written.
    """
    searched = [passage for document in documents for passage in passages(document)]
    held = open_vectors(old)
    fresh = _embed(searched, embedder, {}, progress) if searched else np.zeros((0, held.shape[1]), dtype=np.float32)
    _write(
        building,
        [
            lambda: _take_over(old, building),
            lambda: extend_store(building / STORE, documents, searched, removed=removed, first_row=len(held)),
            lambda: np.save(building / EMBEDDINGS, np.concatenate([held, fresh])),
            lambda: extend_lexical_index(building / LEXICAL, searched, removed=removed),
        ],
        progress,
    )


def _take_over(old: Path, building: Path) -> None:
    """Copy what will change; what will not is the same file under a second name, where the disk allows it."""
    shutil.copyfile(old / STORE, building / STORE)
    shutil.copytree(old / LEXICAL, building / LEXICAL)
    shutil.copytree(old / VECTORS, building / VECTORS, copy_function=_link)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _embed(
    searched: Sequence[Passage], embedder: Embedder, known: Mapping[str, Vectors], progress: Progress
) -> Vectors:
    """Embed the passages; those that are known are taken over."""
    rows: list[Vectors | None] = [known.get(passage.sha256) for passage in searched]
    fresh = [row for row, vector in enumerate(rows) if vector is None]
    for start in range(0, len(fresh), EMBED_BATCH):
        batch = fresh[start : start + EMBED_BATCH]
        for row, vector in zip(batch, embedder.embed([searched[row].embedding_text for row in batch]), strict=True):
            rows[row] = vector
        progress("向量", min(start + EMBED_BATCH, len(fresh)), len(fresh))
    vectors = np.stack([row for row in rows if row is not None]).astype(np.float32)
    if not np.isfinite(vectors).all():
        raise LibraryError("嵌入模型给出的向量无效（不是有限数）；请重新安装模型，原有资料库保持不变")
    return vectors


def _write(building: Path, parts: Sequence[Callable[[], None]], progress: Progress) -> None:
    def push() -> None:
        _push_to_disk(building)

    steps = [*parts, push]
    for done, step in enumerate(steps, 1):
        step()
        progress("索引", done, len(steps))


def _push_to_disk(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("r+b") as file:
                os.fsync(file.fileno())
