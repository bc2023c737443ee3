"""Build a generation aside, check it, and publish it by an atomic rename; the old one serves until then."""

import os
import shutil
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from index.changes import can_extend, changes
from index.corpus import Document
from index.duties import read_duties
from index.embed import Embedder
from index.embedding import Embedded
from index.errors import LibraryError
from index.generation import Origin, Progress, extend_generation, write_generation
from index.library import (
    CURRENT,
    GENERATIONS,
    STORE,
    current_generation,
    open_vectors,
)
from index.lock import writing
from index.manifest import (
    Manifest,
    Source,
    chroma_version,
    hash_file,
    hash_sources,
    read_manifest,
    reading_code,
)
from index.read.folder import load_documents, load_files, source_files
from index.read.instruments import answering
from index.sentences import SentenceVectors
from index.store import Store

FREE_BYTES_PER_SOURCE_BYTE = 40
LEAST_FREE_BYTES = 50_000_000
BUILDING = ".building"
"""Its folder beside the generations; the writer's lock makes it one builder's own."""


class Sources(NamedTuple):
    """What a generation is made of."""

    folders: tuple[Path, ...]
    """As its manifest remembers them."""
    files: tuple[Path, ...]
    hashes: dict[str, str]
    """Of the files, in order, by their names in the manifest."""
    code: str

    def origin(self, made: Sequence[str | None]) -> Origin:
        """Return what the manifest remembers; `made` has for each file the document that is it alone."""
        sources = {
            name: Source(sha256=sha256, document=document)
            for (name, sha256), document in zip(self.hashes.items(), made, strict=True)
        }
        return Origin(self.folders, self.code, sources)


def build(
    library: Path, folders: Sequence[Path], embedder: Embedder, *, progress: Progress, shipped: bool = False
) -> Path:
    """Build and publish a generation from the documents in `folders`; return its folder.

    Where little has changed in a large library, only that is read. `shipped` says that the folders are those of
    this distribution, whose place may change with it.

    Raises:
        DocumentError: a document cannot be read; nothing is published.
        LibraryError: another process is writing, the disk is full, or the check failed.
    """
    files = source_files(folders)
    with writing(library):
        # Before they are read: what changes in between is then taken for changed at the next opening.
        sources = Sources(() if shipped else tuple(folders), tuple(files), hash_sources(files), reading_code())
        building = library / GENERATIONS / BUILDING
        try:
            old = _old_generation(library)
            if not _extend(building, old, sources, embedder, progress):
                _build_anew(building, old, sources, embedder, progress)
            return _publish(library, building, old)
        except OSError as error:
            reason = error.strerror or error
            raise LibraryError(
                f"资料库无法写入：{library}（{reason}）；请检查磁盘空间和权限，原有资料库保持不变"
            ) from error
        finally:
            shutil.rmtree(building, ignore_errors=True)


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


def _build_anew(building: Path, old: Path | None, sources: Sources, embedder: Embedder, progress: Progress) -> None:
    read = load_files(sources.files)
    chosen = answering(read)
    documents = [with_duties(document) for document in chosen]
    progress("读取", len(documents), len(documents))
    _make_room(building, sum(file.stat().st_size for file in sources.files) * FREE_BYTES_PER_SOURCE_BYTE)
    alone = {id(document) for document in chosen}
    made = [document.id if id(document) in alone else None for document in read]
    known = _known_vectors(old, embedder)
    write_generation(building, documents, embedder, progress=progress, known=known, origin=sources.origin(made))


def _extend(building: Path, old: Path | None, sources: Sources, embedder: Embedder, progress: Progress) -> bool:
    """Exchange some documents of the old generation; return False where it has to be built anew."""
    held = _readable(old, embedder)
    if old is None or held is None:
        return False
    changed = changes(held, sources.code, sources.hashes, sources.files)
    if changed is None:
        return False
    read = load_files(changed.files)
    documents = [with_duties(document) for document in answering(read)]
    if len(documents) != len(read) or not can_extend(old, held, documents, changed.removed):
        return False
    progress("读取", len(documents), len(documents))
    _make_room(building, sum((old / name).stat().st_size for name in held.files))
    came = dict(zip(changed.files, (document.id for document in documents), strict=True))
    made = [
        came[file] if file in came else held.sources[name].document
        for name, file in zip(sources.hashes, sources.files, strict=True)
    ]
    extend_generation(
        building,
        old,
        documents,
        removed=changed.removed,
        embedder=embedder,
        progress=progress,
        origin=sources.origin(made),
    )
    return True


def _make_room(building: Path, expected_bytes: int) -> None:
    """Clear away what a killed build left, and ask for the space that this one needs."""
    shutil.rmtree(building, ignore_errors=True)
    building.parent.mkdir(mode=0o700, exist_ok=True)
    building.mkdir()
    need = max(LEAST_FREE_BYTES, expected_bytes)
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


def _readable(old: Path | None, embedder: Embedder) -> Manifest | None:
    """Return the manifest of the old generation, if its vectors are of this model and its files are whole."""
    try:
        manifest = read_manifest(old) if old else None
        if old is None or manifest is None or manifest.model_sha256 != embedder.sha256:
            return None
        is_whole = all(hash_file(old / name) == sha256 for name, sha256 in manifest.files.items())
        return manifest if is_whole and manifest.chromadb == chroma_version() else None
    except (LibraryError, OSError):
        return None


def _known_vectors(old: Path | None, embedder: Embedder) -> dict[str, Embedded]:
    """Return the vectors of the old generation by the hash of what was embedded; none if it is damaged."""
    if old is None or _readable(old, embedder) is None:
        return {}
    store, vectors = Store(old / STORE), open_vectors(old)
    rows = store.passage_hashes()
    store.close()
    sentences = SentenceVectors(old, passages=len(vectors))
    return {sha256: Embedded(vectors[row], sentences.of(row)) for sha256, row in rows.items()}


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
