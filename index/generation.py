"""Write a generation into a folder, whole or as the previous one with some documents exchanged, and check it."""

import os
import shutil
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from index.check import check_in_child
from index.corpus import Document
from index.embed import Embedder
from index.embedding import Embedded, embed_passages
from index.errors import LibraryError
from index.lexical import extend_lexical_index, write_lexical_index
from index.library import EMBEDDINGS, LEXICAL, STORE, VECTORS, open_vectors
from index.manifest import FORMAT, Manifest, Source, chroma_version, hash_files, read_manifest, write_manifest
from index.passages import passages
from index.sentences import extend_sentences, write_sentences
from index.store import Store, extend_store, write_store
from index.vectors import write_collection

Progress = Callable[[str, int, int], None]
"""Called with the step (读取, 向量, 索引, 自检, 发布), how much of it is done, and how much there is."""


class Origin(NamedTuple):
    """What a generation comes from, as its manifest remembers it."""

    folders: tuple[Path, ...] = ()
    code: str = ""
    sources: Mapping[str, Source] = MappingProxyType({})


UNNAMED = Origin()
"""Of documents that did not come from files."""


def write_generation(
    folder: Path,
    documents: Sequence[Document],
    embedder: Embedder,
    *,
    progress: Progress,
    known: Mapping[str, Embedded] = MappingProxyType({}),
    origin: Origin = UNNAMED,
) -> None:
    """Write and check a generation of these documents in an empty folder.

    `known` has vectors by the hash of what was embedded, which are taken over.

    Raises:
        LibraryError: nothing is to be searched, the model gives no numbers, or the check failed.
        OSError: a part cannot be written.
    """
    searched = [passage for document in documents for passage in passages(document)]
    if not searched:
        raise LibraryError("没有可检索的条款；请检查文件内容")
    embedded = embed_passages(searched, embedder, known, _embedding(progress))
    vectors = np.stack([one.whole for one in embedded])
    _write(
        folder,
        [
            lambda: write_store(folder / STORE, documents, searched),
            lambda: np.save(folder / EMBEDDINGS, vectors),
            lambda: write_sentences(folder, [one.sentences for one in embedded]),
            lambda: write_lexical_index(folder / LEXICAL, searched),
            lambda: write_collection(folder / VECTORS, searched, vectors),
        ],
        progress,
    )
    files = hash_files(folder)
    check_in_child(folder)
    progress("自检", 1, 1)
    write_manifest(folder, _manifest(folder, embedder, origin, files, in_collection=len(searched)))


def extend_generation(
    folder: Path,
    old: Path,
    documents: Sequence[Document],
    *,
    removed: Collection[str],
    embedder: Embedder,
    progress: Progress,
    origin: Origin = UNNAMED,
) -> None:
    """Write and check `old` without the documents `removed` and with `documents`, in an empty folder.

    Chroma's collection is taken over as it is: the new vectors follow those it holds, and are searched beside it.

    Raises:
        LibraryError: the model gives no numbers, `old` is damaged, or the check failed.
        OSError: a part cannot be written.
    """
    searched = [passage for document in documents for passage in passages(document)]
    held, manifest = open_vectors(old), read_manifest(old)
    embedded = embed_passages(searched, embedder, {}, _embedding(progress))
    _write(
        folder,
        [
            lambda: _take_over(old, folder),
            lambda: extend_store(folder / STORE, documents, searched, removed=removed, first_row=len(held)),
            lambda: np.save(folder / EMBEDDINGS, np.concatenate([held, *(one.whole[None] for one in embedded)])),
            lambda: extend_sentences(folder, old, [one.sentences for one in embedded]),
            lambda: extend_lexical_index(folder / LEXICAL, searched, removed=removed),
        ],
        progress,
    )
    taken_over = {name: sha256 for name, sha256 in manifest.files.items() if name.startswith(VECTORS)}
    files = hash_files(folder, known=taken_over)
    check_in_child(folder, [document.id for document in documents])
    progress("自检", 1, 1)
    write_manifest(folder, _manifest(folder, embedder, origin, files, in_collection=manifest.in_collection))


def _manifest(
    folder: Path, embedder: Embedder, origin: Origin, files: dict[str, str], *, in_collection: int
) -> Manifest:
    store = Store(folder / STORE)
    counts = store.counts()
    store.close()
    return Manifest(
        format=FORMAT,
        created=datetime.now(UTC),
        model_sha256=embedder.sha256,
        dimensions=open_vectors(folder).shape[1],
        folders=tuple(str(place.resolve()) for place in origin.folders),
        code=origin.code,
        sources=dict(origin.sources),
        documents=counts.documents,
        provisions=counts.provisions,
        passages=counts.passages,
        in_collection=in_collection,
        chromadb=chroma_version(),
        files=files,
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


def _embedding(progress: Progress) -> Callable[[int, int], None]:
    return lambda done, total: progress("向量", done, total)


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
