"""An open library: the current generation, searched and read but never changed."""

import shutil
import tempfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from index.corpus import Document, Provision
from index.dense import DenseIndex, Similarities
from index.embed import Embedder, Vectors
from index.errors import LibraryError
from index.lexical import LexicalHit, LexicalIndex
from index.lock import PrivateFolder
from index.manifest import Manifest, chroma_version, hash_file, read_manifest
from index.sentences import SentenceVectors
from index.store import Store
from index.vectors import DenseHit, VectorIndex

CURRENT = "CURRENT"
GENERATIONS = "generations"
STORE, LEXICAL, VECTORS, EMBEDDINGS = "provisions.sqlite", "lexical", "chroma", "vectors.npy"


def current_generation(library: Path) -> Path | None:
    """Return the folder of the published generation; None where nothing is published.

    Raises:
        LibraryError: what is published is not there, or may not be read.
    """
    pointer = library / CURRENT
    try:
        name = pointer.read_text("utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise LibraryError(f"资料库无法读取（{pointer}）；请检查权限，或运行 disclosure index 重建") from error
    folder = library / GENERATIONS / name
    if not name.isdigit() or not folder.is_dir():
        raise LibraryError(f"资料库不完整（{pointer} 所指的内容不存在）；请运行 disclosure index 重建")
    return folder


class Parts(NamedTuple):
    """The opened parts of a generation."""

    store: Store
    lexical: LexicalIndex
    collection: VectorIndex
    dense: DenseIndex


def open_parts(folder: Path, files: Mapping[str, str], private: Path) -> Parts:
    """Open the parts of a generation after comparing every file with its hash.

    Chroma and Tantivy write where they only read, and a damaged Chroma folder can crash the process.
    So they are given verified copies in `private`: the generation stays as it was checked, may be
    read-only, and may be removed while it is open.

    Raises:
        LibraryError: a file is missing or damaged, or cannot be copied.
    """
    for name, expected in files.items():
        _verify(folder / name, expected)
        if name.partition("/")[0] in (LEXICAL, VECTORS):
            _copy(folder / name, private / name)
            _verify(private / name, expected)
    store, collection = Store(folder / STORE), VectorIndex(private / VECTORS)
    vectors = open_vectors(folder)
    sentences = SentenceVectors(folder, passages=len(vectors))
    dense = DenseIndex(collection, vectors, sentences, store)
    return Parts(store, LexicalIndex(private / LEXICAL), collection, dense)


def open_vectors(folder: Path) -> Vectors:
    """Map the vectors of a generation into memory, one row a passage.

    Raises:
        LibraryError: they are missing or damaged.
    """
    try:
        vectors: Vectors = np.load(folder / EMBEDDINGS, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise LibraryError(f"资料库的向量已损坏（{folder / EMBEDDINGS}）；请运行 disclosure index 重建") from error
    return vectors


def _verify(path: Path, expected: str) -> None:
    try:
        is_whole = hash_file(path) == expected
    except OSError as error:
        raise LibraryError(f"资料库缺少文件或无法读取（{path}）；请运行 disclosure index 重建") from error
    if not is_whole:
        raise LibraryError(f"资料库已损坏（{path} 与清单不符）；请运行 disclosure index 重建")


def _copy(source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    except OSError as error:
        raise _no_room(error) from error


def _no_room(error: OSError) -> LibraryError:
    place = tempfile.gettempdir()
    return LibraryError(f"临时文件夹无法写入：{place}（{error.strerror}）；请清理磁盘，或用 TMPDIR 另行指定")


class Library:
    """One generation, opened for reading. Safe to use from many threads."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        """Open the generation in `folder`.

        Raises:
            LibraryError: it is incomplete or damaged, or was made with another embedding model.
        """
        self.folder = folder
        self.manifest: Manifest = read_manifest(folder)
        if self.manifest.model_sha256 != embedder.sha256:
            raise LibraryError(f"资料库（{folder}）是用另一个嵌入模型建立的；请运行 disclosure index 重建")
        if self.manifest.chromadb != chroma_version():
            raise LibraryError(
                f"资料库（{folder}）是用 Chroma {self.manifest.chromadb} 建立的；请运行 disclosure index 重建"
            )
        self._embedder = embedder
        try:
            self._private = PrivateFolder()
        except OSError as error:
            raise _no_room(error) from error
        try:
            self._store, self._lexical, self._collection, self._dense = open_parts(
                folder, self.manifest.files, self._private.path
            )
        except LibraryError:
            self._private.close()
            raise

    def documents(self) -> tuple[Document, ...]:
        """Return all documents, without their texts and provisions."""
        return self._store.documents

    def document(self, document_id: str) -> Document | None:
        """Return one document, without text and provisions."""
        return self._store.document(document_id)

    def document_text(self, document_id: str) -> str:
        """Return the source text that the offsets of provisions point into."""
        return self._store.text(document_id)

    def document_provisions(self, document_id: str) -> tuple[Provision, ...]:
        """Return the provisions of a document in reading order."""
        return self._store.provisions(document_id)

    def provision(self, document_id: str, address: str) -> Provision | None:
        """Return one provision; None if there is none at that address."""
        return self._store.provision(f"{document_id}#{address}")

    def actors(self) -> tuple[str, ...]:
        """Return the bodies that have duties anywhere, as the texts name them."""
        return self._store.actors()

    def provisions_of(self, actor: str) -> tuple[str, ...]:
        """Return the ids of the provisions that give a body a duty, in reading order."""
        return self._store.provisions_of(actor)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed queries; shape (texts, dimensions)."""
        return self._embedder.embed(texts)

    def frequency(self, term: str) -> int:
        """Return how many passages have a term of `index.tokens.terms` in their words."""
        return self._lexical.frequency(term)

    def search_lexical(self, query: str, *, limit: int, documents: Collection[str] | None) -> list[LexicalHit]:
        """Return passages by their terms, best first."""
        return self._lexical.search(query, limit=limit, documents=documents)

    def search_dense(self, vectors: Vectors, *, limit: int, documents: Collection[str] | None) -> list[list[DenseHit]]:
        """Return passages by meaning for each row of `vectors`, closest first."""
        return self._dense.search(vectors, limit=limit, documents=documents)

    def count(self, documents: Collection[str] | None) -> int:
        """Return how many passages some documents have, or all."""
        return self._dense.count if documents is None else self._dense.count_of(documents)

    def similarities(self, ids: Sequence[str], vectors: Vectors) -> Similarities:
        """Return how like each row of `vectors` some searched provisions are, as wholes and in their best sentence."""
        return self._dense.similarities(ids, vectors)

    def background(self, vectors: Vectors) -> list[float]:
        """Return how like any passage at all each row of `vectors` is: a mean cosine."""
        return self._dense.background(vectors)

    def close(self) -> None:
        """Let go of all files; without it they go with the process."""
        self._store.close()
        self._collection.close()
        self._private.close()
