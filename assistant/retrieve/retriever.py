"""Lexical and dense hits fused into one list, as a LangChain retriever."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from numpy.typing import NDArray
from pydantic import ConfigDict

from assistant.folding import fold
from assistant.retrieve.coverage import Coverage, Covered, not_literal
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
        words = [fold(provision.heading_path) + fold(provision.searched_text) for provision in candidates]
        texts = (topic or query, question or query)
        measured = self._measured(candidates, words, vectors, texts, synonyms or {})
        scores = _scores(candidates, lexical, measured, count) + _favour(candidates, favoured, measured.relative)
        best = sorted(range(len(candidates)), key=lambda at: (-scores[at], candidates[at].id))[: self.limit]
        lacking = TopicWords(self.library, topic or query, synonyms or {})
        return [
            _document(
                candidates[at],
                float(scores[at]),
                measured.signs(at) | lacking(candidates[at].document_id, words[at])._asdict(),
            )
            for at in best
        ]

    def _measured(
        self,
        candidates: Sequence[Provision],
        words: Sequence[str],
        vectors: Vectors,
        texts: tuple[str, str],
        synonyms: Mapping[str, Sequence[str]],
    ) -> "_Measured":
        """Measure candidates with their folded words against the topic and the question; `vectors` are of both."""
        whole, sentence = self.library.similarities([provision.id for provision in candidates], vectors)
        background = np.array(self.library.background(vectors))
        likeness = (np.maximum(0.0, whole - background) / (1 - background)).max(axis=1)
        titled = [self._title(provision) + said for provision, said in zip(candidates, words, strict=True)]
        everyday = not_literal(synonyms, words)
        topics, questions = (self._coverage(text)(titled, everyday) for text in texts)
        return _Measured(whole, sentence, likeness, topics, questions)

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


@dataclass(frozen=True, slots=True)
class _Measured:
    """What candidates have of a topic and a question."""

    whole: NDArray[np.float32]
    """Cosines, shape (candidates, 2): to the topic, to the question."""
    sentence: NDArray[np.float32]
    """The same of the nearest sentence of each."""
    likeness: Scores
    topics: Covered
    questions: Covered

    @property
    def relative(self) -> Scores:
        """Cosines to the question, relative to the best."""
        return _relative(self.whole[:, 1])

    def signs(self, at: int) -> dict[str, float]:
        """What shows that a candidate answers."""
        return {
            "coverage": float(self.topics.shares[at]),
            "rare": float(self.topics.of_rare[at]),
            "similarity": float(self.likeness[at]),
        }


def _scores(candidates: Sequence[Provision], lexical: Mapping[str, float], measured: _Measured, count: int) -> Scores:
    weights = weights_among(count)
    scores: Scores = (
        weights.lexical * np.array([lexical.get(provision.id, 0.0) for provision in candidates])
        + weights.topic * _relative(measured.whole[:, 0])
        + weights.question * measured.relative
        + weights.sentence * _relative(measured.sentence[:, 1])
        + weights.topic_coverage * measured.topics.shares
        + weights.question_coverage * measured.questions.shares
    )
    return scores


def _document(provision: Provision, score: float, signs: dict[str, float]) -> Document:
    return Document(id=provision.id, page_content=provision.shown_text, metadata={"score": score, "signs": signs})


def _favour(candidates: Sequence[Provision], favoured: frozenset[str], likeness: Scores) -> Scores:
    """What favoured documents get: nothing where none of them resembles the question much."""
    is_favoured = np.array([provision.document_id in favoured for provision in candidates], dtype=np.float64)
    return is_favoured * (ON_SUBJECT if (is_favoured * likeness).max(initial=0.0) >= LEAST_ON_SUBJECT else 0.0)


def _relative(cosines: NDArray[np.float32]) -> Scores:
    """Return cosines relative to the best: 0 to 1."""
    positive: Scores = np.maximum(0.0, cosines).astype(np.float64)
    best = max(LEAST_BEST, float(positive.max(initial=0.0)))
    return positive / best
