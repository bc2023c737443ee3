"""Dense search: one Chroma collection a generation, opened embedded in this process."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from index.embed import Vectors
from index.errors import LibraryError
from index.passages import Passage

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

COLLECTION = "provisions"
BATCH = 5_000
"""Chroma refuses batches above 5,461."""
SPACE = {"hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 200}}


@dataclass(frozen=True, slots=True)
class DenseHit:
    """A passage found by its meaning."""

    provision_id: str
    similarity: float
    """Cosine: −1 to 1; higher is closer."""


def _client(folder: Path) -> "ClientAPI":
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False, allow_reset=False, is_persistent=True)
    return chromadb.PersistentClient(path=str(folder), settings=settings)


def write_collection(folder: Path, passages: Sequence[Passage], vectors: Vectors) -> None:
    """Write all passages with their vectors into a new folder.

    Raises:
        OSError: it cannot be written.
    """
    from chromadb.errors import ChromaError

    folder.mkdir(parents=True)
    try:
        client = _client(folder)
        try:
            _fill(client, passages, vectors)
        finally:
            client.close()  # type: ignore[attr-defined]
    except (ChromaError, ValueError) as error:
        raise OSError(str(error)) from error


def _fill(client: "ClientAPI", passages: Sequence[Passage], vectors: Vectors) -> None:
    collection = client.create_collection(COLLECTION, embedding_function=None, configuration=cast(Any, SPACE))
    for start in range(0, len(passages), BATCH):
        batch = passages[start : start + BATCH]
        collection.upsert(
            ids=[passage.provision_id for passage in batch],
            embeddings=vectors[start : start + BATCH],
            documents=[passage.words for passage in batch],
            metadatas=[{"document": passage.document_id, "sha256": passage.sha256} for passage in batch],
        )


class VectorIndex:
    """An open collection."""

    def __init__(self, folder: Path) -> None:
        """Open a collection that `write_collection` wrote, in a folder of one's own: Chroma writes when it reads.

        Raises:
            LibraryError: there is none, or Chroma cannot read it.
        """
        from chromadb.errors import ChromaError

        try:
            self._client = _client(folder)
            self._collection = self._client.get_collection(COLLECTION, embedding_function=None)
            self.count = self._collection.count()
        except (ChromaError, ValueError) as error:
            raise LibraryError(f"资料库的向量索引已损坏（{folder}）；请运行 disclosure index 重建") from error

    def search(self, vector: Vectors, *, limit: int, documents: Collection[str] | None = None) -> list[DenseHit]:
        """Return at most `limit` passages, closest first; of `documents` only, where they are given.

        `vector` has shape (1, dimensions). A vector of zeros finds nothing.
        """
        has_direction = vector.any() and np.isfinite(vector).all()
        if not has_direction or (documents is not None and not documents) or not self.count:
            return []
        where = None if documents is None else {"document": {"$in": sorted(documents)}}
        found = self._collection.query(
            query_embeddings=vector,
            n_results=min(limit, self.count),
            where=cast(Any, where),
            include=["distances"],
        )
        distances = (found["distances"] or [[]])[0]
        # Chroma gives the cosine distance: 0 is identical.
        return [DenseHit(name, 1.0 - distance) for name, distance in zip(found["ids"][0], distances, strict=True)]

    def close(self) -> None:
        """Let go of the files."""
        self._client.close()  # type: ignore[attr-defined]
