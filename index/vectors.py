"""Dense search: one Chroma collection a generation, opened embedded in this process."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from index.embed import Vectors
from index.errors import LibraryError
from index.passages import Passage

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

COLLECTION = "provisions"
BATCH = 5_000
"""Chroma refuses batches above 5,461."""
GRAPH = {"space": "cosine", "ef_construction": 200, "ef_search": 400}
"""Finds 99 in 100 of the nearest hundred among 150,000; the defaults find 94. Has to be said when it is created."""
LEAST_KEPT_IN_LOG = 1_000


@dataclass(frozen=True, slots=True)
class DenseHit:
    """A passage found by its meaning."""

    provision_id: str
    similarity: float
    """Cosine: −1 to 1; higher is closer."""

    @property
    def document_id(self) -> str:
        """The document it stands in."""
        return self.provision_id.partition("#")[0]


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
    # Written to disk once, with the last passage: each writing costs seconds, and what is in the log when
    # the collection is opened is inserted anew.
    graph = {**GRAPH, "sync_threshold": max(len(passages), LEAST_KEPT_IN_LOG)}
    collection = client.create_collection(COLLECTION, embedding_function=None, configuration=cast(Any, {"hnsw": graph}))
    for start in range(0, len(passages), BATCH):
        batch = passages[start : start + BATCH]
        collection.upsert(
            ids=[passage.provision_id for passage in batch],
            embeddings=vectors[start : start + BATCH],
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

    def search(self, vectors: Vectors, *, limit: int) -> list[list[DenseHit]]:
        """Return at most `limit` passages for each row of `vectors`, closest first; rows have to have a direction."""
        if not self.count or not len(vectors):
            return [[] for _ in vectors]
        found = self._collection.query(
            query_embeddings=vectors, n_results=min(limit, self.count), include=["distances"]
        )
        return [
            # Chroma gives the cosine distance: 0 is identical.
            [DenseHit(name, 1.0 - distance) for name, distance in zip(names, distances, strict=True)]
            for names, distances in zip(found["ids"], found["distances"] or [], strict=True)
        ]

    def close(self) -> None:
        """Let go of the files."""
        self._client.close()  # type: ignore[attr-defined]
