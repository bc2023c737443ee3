"""Lexical and dense hits fused into one list, as a LangChain retriever."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from numpy.typing import NDArray
from pydantic import ConfigDict

from assistant.folding import fold
from assistant.retrieve.coverage import Coverage, not_literal
from index.corpus import Provision
from index.library import Library


class Weights(NamedTuple):
    """What each sign counts in a provision's score."""

    lexical: float
    """BM25 of the query, relative to the best hit."""
    topic: float
    """Cosine of the query, relative to the best hit."""
    question: float
    """Cosine of the question as asked, relative to the best hit."""
    topic_coverage: float
    question_coverage: float


WEIGHTS = Weights(lexical=0.3, topic=0.2, question=0.6, topic_coverage=0.4, question_coverage=0.2)
LEAST_BEST = 0.01
"""Keeps a query that is like nothing from dividing by nothing."""
CANDIDATES = 100
"""Hits taken from each search before fusion."""


class Near(NamedTuple):
    """What dense search found for one query."""

    cosines: dict[str, float]
    best: float
    background: float
    """Mean cosine of the query to any passage."""

    def relative(self, ids: Sequence[str]) -> NDArray[np.float64]:
        """Return each cosine relative to the best: 0 to 1, 0 for what was not found."""
        return np.maximum(0.0, [self.cosines.get(name, 0.0) for name in ids]) / self.best

    def above_background(self, ids: Sequence[str]) -> NDArray[np.float64]:
        """Return how much more like the query each is than any passage: 0 to 1."""
        cosines = np.array([self.cosines.get(name, self.background) for name in ids])
        return np.maximum(0.0, (cosines - self.background) / (1 - self.background))


class ProvisionRetriever(BaseRetriever):
    """Fuses BM25 and cosine similarity over provisions; scores are 0 and above, comparable within one query."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Library
    limit: int = CANDIDATES

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,
        documents: Collection[str] | None = None,
        question: str = "",
        topic: str = "",
        synonyms: Mapping[str, Sequence[str]] | None = None,
    ) -> list[Document]:
        """Return at most `limit` provisions, best first; of `documents` only, where they are given.

        `query` is what is searched, `question` the words as asked, `topic` what coverage is measured against.
        """
        lexical = self._lexical(query, documents)
        dense = self._dense([query, question or query], documents)
        candidates = self._provisions([*lexical, *dense[0].cosines, *dense[1].cosines])
        words = [fold(provision.heading_path) + fold(provision.searched_text) for provision in candidates]
        everyday = not_literal(synonyms or {}, words)
        topics, questions = (self._coverage(text)(words, everyday) for text in (topic or query, question or query))
        ids = [provision.id for provision in candidates]
        scores = (
            WEIGHTS.lexical * np.array([lexical.get(name, 0.0) for name in ids])
            + WEIGHTS.topic * dense[0].relative(ids)
            + WEIGHTS.question * dense[1].relative(ids)
            + WEIGHTS.topic_coverage * topics.shares
            + WEIGHTS.question_coverage * questions.shares
        )
        likeness = np.maximum(*(near.above_background(ids) for near in dense))
        best = sorted(range(len(ids)), key=lambda at: (-scores[at], ids[at]))[: self.limit]
        return [
            Document(
                id=ids[at],
                page_content=candidates[at].shown_text,
                metadata={
                    "score": float(scores[at]),
                    "coverage": float(topics.shares[at]),
                    "rare": float(topics.of_rare[at]),
                    "similarity": float(likeness[at]),
                },
            )
            for at in best
        ]

    def _coverage(self, text: str) -> Coverage:
        return Coverage(text, count=self.library.manifest.passages, frequency=self.library.frequency)

    def _lexical(self, query: str, documents: Collection[str] | None) -> dict[str, float]:
        """Scores relative to the best hit: 0 to 1."""
        hits = self.library.search_lexical(query, limit=CANDIDATES, documents=documents)
        best = hits[0].score if hits else 1.0
        return {hit.provision_id: hit.score / best for hit in hits}

    def _dense(self, queries: Sequence[str], documents: Collection[str] | None) -> list[Near]:
        vectors = self.library.embed(queries)
        found = self.library.search_dense(vectors, limit=CANDIDATES, documents=documents)
        return [
            Near(
                cosines={hit.provision_id: hit.similarity for hit in hits},
                best=max(LEAST_BEST, hits[0].similarity if hits else 0.0),
                background=background,
            )
            for hits, background in zip(found, self.library.background(vectors), strict=True)
        ]

    def _provisions(self, ids: Sequence[str]) -> list[Provision]:
        found = (self.library.provision(*name.split("#", 1)) for name in dict.fromkeys(ids))
        return [provision for provision in found if provision is not None]
