"""Lexical and dense hits fused into one list, as a LangChain retriever."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from numpy.typing import NDArray
from pydantic import ConfigDict

from assistant.folding import fold
from assistant.retrieve.coverage import Coverage, not_literal
from assistant.retrieve.weights import weights_among
from index.corpus import Provision
from index.library import Library

LEAST_BEST = 0.01
"""Keeps a query that is like nothing from dividing by nothing."""
CANDIDATES = 100
"""Hits taken from each search before fusion."""
Scores = NDArray[np.float64]


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
        vectors = self.library.embed([query, question or query])
        (near,) = self.library.search_dense(vectors[1:], limit=CANDIDATES, documents=documents)
        candidates = self._provisions([*lexical, *(hit.provision_id for hit in near)])
        ids = [provision.id for provision in candidates]
        whole, sentence = self.library.similarities(ids, vectors)
        words = [fold(provision.heading_path) + fold(provision.searched_text) for provision in candidates]
        everyday = not_literal(synonyms or {}, words)
        topics, questions = (self._coverage(text)(words, everyday) for text in (topic or query, question or query))
        weights = weights_among(self.library.count(documents))
        scores = (
            weights.lexical * np.array([lexical.get(name, 0.0) for name in ids])
            + weights.topic * _relative(whole[:, 0])
            + weights.question * _relative(whole[:, 1])
            + weights.sentence * _relative(sentence[:, 1])
            + weights.topic_coverage * topics.shares
            + weights.question_coverage * questions.shares
        )
        background = np.array(self.library.background(vectors))
        likeness = (np.maximum(0.0, whole - background) / (1 - background)).max(axis=1)
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

    def _provisions(self, ids: Sequence[str]) -> list[Provision]:
        found = (self.library.provision(*name.split("#", 1)) for name in dict.fromkeys(ids))
        return [provision for provision in found if provision is not None]


def _relative(cosines: NDArray[np.float32]) -> Scores:
    """Return cosines relative to the best: 0 to 1."""
    positive: Scores = np.maximum(0.0, cosines).astype(np.float64)
    best = max(LEAST_BEST, float(positive.max(initial=0.0)))
    return positive / best
