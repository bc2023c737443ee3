"""Lexical and dense hits fused into one list, as a LangChain retriever."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
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

    def relative(self, provision_id: str) -> float:
        """Return the cosine relative to the best: 0 to 1, 0 for what was not found."""
        return max(0.0, self.cosines.get(provision_id, 0.0)) / self.best

    def above_background(self, provision_id: str) -> float:
        """Return how much more like the query it is than any passage: 0 to 1."""
        cosine = self.cosines.get(provision_id, self.background)
        return max(0.0, (cosine - self.background) / (1 - self.background))


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
        by_topic, by_question = self._dense([query, question or query], documents)
        candidates = self._provisions([*lexical, *by_topic.cosines, *by_question.cosines])
        everyday = not_literal(synonyms or {}, [provision.own_text for provision in candidates])
        covers_topic, covers_question = (self._coverage(text) for text in (topic or query, question or query))
        found = []
        for provision in candidates:
            words = fold(provision.heading_path) + fold(provision.searched_text)
            covered = covers_topic(words, everyday)
            score = (
                WEIGHTS.lexical * lexical.get(provision.id, 0.0)
                + WEIGHTS.topic * by_topic.relative(provision.id)
                + WEIGHTS.question * by_question.relative(provision.id)
                + WEIGHTS.topic_coverage * covered
                + WEIGHTS.question_coverage * covers_question(words, everyday)
            )
            similarity = max(by_topic.above_background(provision.id), by_question.above_background(provision.id))
            rare = covers_topic.of_rare(words, everyday)
            metadata = {"score": score, "coverage": covered, "rare": rare, "similarity": similarity}
            found.append(Document(id=provision.id, page_content=provision.shown_text, metadata=metadata))
        found.sort(key=lambda document: (-document.metadata["score"], document.id))
        return found[: self.limit]

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
