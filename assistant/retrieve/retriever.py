"""Lexical and dense hits fused into one list, as a LangChain retriever."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from numpy.typing import NDArray
from pydantic import ConfigDict

from assistant.folding import fold
from assistant.retrieve.coverage import Coverage, not_literal
from assistant.retrieve.topic_words import TopicWords
from assistant.retrieve.weights import FEW, weights_among
from assistant.subject import on_subject
from index.corpus import Provision
from index.embed import Vectors
from index.library import Library

LEAST_BEST = 0.01
"""Keeps a query that is like nothing from dividing by nothing."""
CANDIDATES = 60
"""Hits taken from each search before fusion, or as many as are returned; more leave the first ten as they are."""
BEST = 40
CANDIDATES_ON_SUBJECT = 10
ON_SUBJECT = 0.5
"""Added among many provisions where the document is about disclosure: a quarter of what the best have, so that
another law still answers what only it says."""
LEAST_ON_SUBJECT = 0.6
"""Cosine, relative to the best, that the likeliest of them must have."""
Scores = NDArray[np.float64]


class ProvisionRetriever(BaseRetriever):
    """Fuses BM25 and cosine similarity over provisions; scores are 0 and above, comparable within one query."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Library
    limit: int = BEST
    """Hits returned; what fits the question better may still move up among them."""

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
        vectors = self.library.embed([query, question or query])
        count = self.library.count(documents)
        favoured = self._favoured(documents, count)
        lexical, near = self._found(query, vectors[1:], documents, favoured)
        candidates = self._provisions([*lexical, *near])
        ids = [provision.id for provision in candidates]
        whole, sentence = self.library.similarities(ids, vectors)
        words = [fold(provision.heading_path) + fold(provision.searched_text) for provision in candidates]
        titled = [self._title(provision) + said for provision, said in zip(candidates, words, strict=True)]
        everyday = not_literal(synonyms or {}, words)
        topics, questions = (self._coverage(text)(titled, everyday) for text in (topic or query, question or query))
        weights = weights_among(count)
        scores = (
            weights.lexical * np.array([lexical.get(name, 0.0) for name in ids])
            + weights.topic * _relative(whole[:, 0])
            + weights.question * _relative(whole[:, 1])
            + weights.sentence * _relative(sentence[:, 1])
            + weights.topic_coverage * topics.shares
            + weights.question_coverage * questions.shares
            + _favour(candidates, favoured, _relative(whole[:, 1]))
        )
        background = np.array(self.library.background(vectors))
        likeness = (np.maximum(0.0, whole - background) / (1 - background)).max(axis=1)
        best = sorted(range(len(ids)), key=lambda at: (-scores[at], ids[at]))[: self.limit]
        measured = TopicWords(self.library, topic or query, synonyms or {})
        return [
            Document(
                id=ids[at],
                page_content=candidates[at].shown_text,
                metadata={
                    "score": float(scores[at]),
                    "signs": {
                        "coverage": float(topics.shares[at]),
                        "rare": float(topics.of_rare[at]),
                        "similarity": float(likeness[at]),
                        **measured(candidates[at].document_id, words[at])._asdict(),
                    },
                },
            )
            for at in best
        ]

    def _title(self, provision: Provision) -> str:
        """What all provisions of a document say with it, lest an introduction that repeats it goes before the rest."""
        document = self.library.document(provision.document_id)
        return fold(document.title) if document else ""

    def _coverage(self, text: str) -> Coverage:
        return Coverage(text, count=self.library.manifest.passages, frequency=self.library.frequency)

    @cached_property
    def _subject(self) -> frozenset[str]:
        return on_subject(self.library.documents())

    def _favoured(self, documents: Collection[str] | None, count: int) -> frozenset[str]:
        """The documents on the subject, where many provisions are searched; among few they need no favour."""
        if count <= FEW:
            return frozenset()
        return self._subject if documents is None else self._subject.intersection(documents)

    def _found(
        self, query: str, vectors: Vectors, documents: Collection[str] | None, favoured: frozenset[str]
    ) -> tuple[dict[str, float], list[str]]:
        """Search; documents that are favoured are searched once more by themselves.

        Returns lexical scores relative to the best hit, 0 to 1, by provision id, and the ids of dense hits.
        """
        within: list[tuple[Collection[str] | None, int]] = [(documents, max(CANDIDATES, self.limit))]
        if favoured:
            within.append((favoured, CANDIDATES_ON_SUBJECT))
        lexical = [self.library.search_lexical(query, limit=most, documents=place) for place, most in within]
        dense = [self.library.search_dense(vectors, limit=most, documents=place)[0] for place, most in within]
        best = max((hit.score for hits in lexical for hit in hits), default=1.0)
        scores = {hit.provision_id: hit.score / best for hits in lexical for hit in hits}
        return scores, [hit.provision_id for hits in dense for hit in hits]

    def _provisions(self, ids: Sequence[str]) -> list[Provision]:
        found = (self.library.provision(*name.split("#", 1)) for name in dict.fromkeys(ids))
        return [provision for provision in found if provision is not None]


def _favour(candidates: Sequence[Provision], favoured: frozenset[str], likeness: Scores) -> Scores:
    """What favoured documents get: nothing where none of them resembles the question much."""
    is_favoured = np.array([provision.document_id in favoured for provision in candidates], dtype=np.float64)
    return is_favoured * (ON_SUBJECT if (is_favoured * likeness).max(initial=0.0) >= LEAST_ON_SUBJECT else 0.0)


def _relative(cosines: NDArray[np.float32]) -> Scores:
    """Return cosines relative to the best: 0 to 1."""
    positive: Scores = np.maximum(0.0, cosines).astype(np.float64)
    best = max(LEAST_BEST, float(positive.max(initial=0.0)))
    return positive / best
