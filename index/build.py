"""Build a generation aside, check it, and publish it by an atomic rename; the old one serves until then."""

import os
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np

from index.check import check_in_child
from index.corpus import Document
from index.duties import read_duties
from index.embed import Embedder, Vectors
from index.errors import LibraryError
from index.lexical import write_lexical_index
from index.library import CURRENT, EMBEDDINGS, GENERATIONS, LEXICAL, STORE, VECTORS, current_generation
from index.lock import writing
from index.manifest import (
    FORMAT,
    Manifest,
    chroma_version,
    fingerprint,
    hash_file,
    hash_files,
    read_manifest,
    write_manifest,
)
from index.passages import Passage, passages
from index.read.folder import load_documents, source_files
from index.read.instruments import answering
from index.store import write_store
from index.vectors import write_collection

Progress = Callable[[str, int, int], None]
"""Called with the step (读取, 向量, 索引, 自检, 发布), how much of it is done, and how much there is."""

EMBED_BATCH = 512
FREE_BYTES_PER_SOURCE_BYTE = 40
LEAST_FREE_BYTES = 50_000_000
BUILDING = ".building"
"""Its folder beside the generations; the writer's lock makes it one builder's own."""


class Sources(NamedTuple):
    """What a generation is made of, as its manifest remembers it."""

    folders: tuple[Path, ...]
    fingerprint: str


def build(
    library: Path, folders: Sequence[Path], embedder: Embedder, *, progress: Progress, shipped: bool = False
) -> Path:
    """Build and publish a generation from the documents in `folders`; return its folder.

    `shipped` says that the folders are those of this distribution, whose place may change with it.

    Raises:
        DocumentError: a document cannot be read; nothing is published.
        LibraryError: another process is writing, the disk is full, or the check failed.
    """
    files = source_files(folders)
    with writing(library):
        # Before they are read: what changes in between is then taken for changed at the next opening.
        sources = Sources(() if shipped else tuple(folders), fingerprint(files))
        documents = read_documents(folders)
        progress("读取", len(documents), len(documents))
        building = library / GENERATIONS / BUILDING
        try:
            _make_room(building, sum(file.stat().st_size for file in files))
            old = _old_generation(library)
            manifest = _build_aside(building, documents, embedder, _known_vectors(old, embedder), sources, progress)
            write_manifest(building, manifest)
            return _publish(library, building, old)
        except OSError as error:
            reason = error.strerror or error
            raise LibraryError(
                f"资料库无法写入：{library}（{reason}）；请检查磁盘空间和权限，原有资料库保持不变"
            ) from error
        finally:
            shutil.rmtree(building, ignore_errors=True)


def write_generation(folder: Path, documents: Sequence[Document], embedder: Embedder, *, progress: Progress) -> None:
    """Write documents that need no files into an empty folder, to be opened there; it belongs to no library.

    Raises:
        LibraryError: there is nothing to search, or the check failed.
        OSError: it cannot be written.
    """
    write_manifest(folder, _build_aside(folder, documents, embedder, {}, Sources((), ""), progress))


def read_documents(folders: Sequence[Path]) -> list[Document]:
    """Read the documents that answer, with the duties of their provisions.

    Raises:
        DocumentError: a document cannot be read.
    """
    return [with_duties(document) for document in answering(load_documents(folders))]


def with_duties(document: Document) -> Document:
    """Return the document with the duties of its provisions filled in."""
    provisions = tuple(replace(provision, duties=read_duties(provision)) for provision in document.provisions)
    return replace(document, provisions=provisions)


def _make_room(building: Path, source_bytes: int) -> None:
    """Clear away what a killed build left, and ask for the space that this one needs."""
    shutil.rmtree(building, ignore_errors=True)
    building.parent.mkdir(mode=0o700, exist_ok=True)
    building.mkdir()
    need = max(LEAST_FREE_BYTES, source_bytes * FREE_BYTES_PER_SOURCE_BYTE)
    free = shutil.disk_usage(building).free
    if free < need:
        raise LibraryError(
            f"磁盘空间不足：建立资料库约需 {need // 1_000_000} MB，{building.parent} 只剩 {free // 1_000_000} MB；"
            "请清理磁盘或改用 --library"
        )


def _old_generation(library: Path) -> Path | None:
    try:
        return current_generation(library)
    except LibraryError:
        return None  # what is damaged is replaced


def _build_aside(
    building: Path,
    documents: Sequence[Document],
    embedder: Embedder,
    known: Mapping[str, Vectors],
    sources: Sources,
    progress: Progress,
) -> Manifest:
    searched = [passage for document in documents for passage in passages(document)]
    vectors = _embed(searched, embedder, known, progress)
    _write(building, documents, searched, vectors, progress)
    files = hash_files(building)
    check_in_child(building)
    progress("自检", 1, 1)
    return Manifest(
        format=FORMAT,
        created=datetime.now(UTC),
        model_sha256=embedder.sha256,
        dimensions=vectors.shape[1],
        folders=tuple(str(folder.resolve()) for folder in sources.folders),
        fingerprint=sources.fingerprint,
        documents=len(documents),
        provisions=sum(len(document.provisions) for document in documents),
        passages=len(searched),
        chromadb=chroma_version(),
        files=files,
    )


def _known_vectors(old: Path | None, embedder: Embedder) -> dict[str, Vectors]:
    """Return the vectors of the old generation by the hash of what was embedded; none if it is damaged."""
    if old is None:
        return {}
    try:
        manifest = read_manifest(old)
        is_fit = manifest.model_sha256 == embedder.sha256
        if not is_fit or hash_file(old / EMBEDDINGS) != manifest.files.get(EMBEDDINGS):
            return {}
        with np.load(old / EMBEDDINGS) as held:
            return dict(zip(held["sha256"].tolist(), held["vectors"], strict=True))
    except (LibraryError, OSError):
        return {}


def _embed(
    searched: Sequence[Passage], embedder: Embedder, known: Mapping[str, Vectors], progress: Progress
) -> Vectors:
    """Embed the passages; those that are known are taken over."""
    if not searched:
        raise LibraryError("没有可检索的条款；请检查文件内容")
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


def _write(
    building: Path,
    documents: Sequence[Document],
    searched: Sequence[Passage],
    vectors: Vectors,
    progress: Progress,
) -> None:
    hashes = np.array([passage.sha256 for passage in searched])
    steps: list[Callable[[], None]] = [
        lambda: write_store(building / STORE, documents),
        lambda: np.savez(building / EMBEDDINGS, sha256=hashes, vectors=vectors),
        lambda: write_lexical_index(building / LEXICAL, searched),
        lambda: write_collection(building / VECTORS, searched, vectors),
        lambda: _push_to_disk(building),
    ]
    for done, step in enumerate(steps, 1):
        step()
        progress("索引", done, len(steps))


def _push_to_disk(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("r+b") as file:
                os.fsync(file.fileno())


def _publish(library: Path, building: Path, old: Path | None) -> Path:
    """Rename into place, point CURRENT at it, and drop all but the new and the previous generation."""
    target = library / GENERATIONS / f"{time.time_ns():020d}"
    os.replace(building, target)
    pointer = library / f"{CURRENT}.tmp"
    with pointer.open("w", encoding="utf-8") as file:
        file.write(target.name)
        file.flush()
        os.fsync(file.fileno())
    os.replace(pointer, library / CURRENT)
    for folder in (library / GENERATIONS).iterdir():
        if folder not in (target, old):
            shutil.rmtree(folder, ignore_errors=True)
    return target
