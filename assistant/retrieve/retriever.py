"""Lexical and dense hits fused into one list, as a LangChain retriever."""

from collections.abc import Collection, Mapping, Sequence

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.folding import fold
from assistant.retrieve.coverage import Coverage, not_literal
from index.corpus import Provision
from index.library import Library

LEXICAL_WEIGHT, TOPIC_WEIGHT, QUESTION_WEIGHT, COVERAGE_WEIGHT = 0.4, 0.4, 0.3, 0.2
"""BM25 of the query, cosine of the query, cosine of the question as asked, coverage of the topic.

Chosen by mean reciprocal rank on the open evaluation cases, over digests and official texts alike.
"""
LEAST_BEST = 0.01
"""Keeps a query that is like nothing from dividing by nothing."""
CANDIDATES = 100
"""Hits taken from each search before fusion."""


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
        candidates = self._provisions([*lexical, *by_topic, *by_question])
        everyday = not_literal(synonyms or {}, [provision.own_text for provision in candidates])
        coverage = Coverage(topic or query, count=self.library.manifest.passages, frequency=self.library.frequency)
        best_by_topic = max([*by_topic.values(), LEAST_BEST])
        best_by_question = max([*by_question.values(), LEAST_BEST])
        found = []
        for provision in candidates:
            words = fold(provision.heading_path) + fold(provision.searched_text)
            covered = coverage(words, everyday)
            near_topic = max(0.0, by_topic.get(provision.id, 0.0))
            near_question = max(0.0, by_question.get(provision.id, 0.0))
            similarity = max(near_topic, near_question)
            score = (
                LEXICAL_WEIGHT * lexical.get(provision.id, 0.0)
                + TOPIC_WEIGHT * near_topic / best_by_topic
                + QUESTION_WEIGHT * near_question / best_by_question
                + COVERAGE_WEIGHT * covered
            )
            rare = coverage.of_rare(words, everyday)
            metadata = {"score": score, "coverage": covered, "rare": rare, "similarity": similarity}
            found.append(Document(id=provision.id, page_content=provision.shown_text, metadata=metadata))
        found.sort(key=lambda document: (-document.metadata["score"], document.id))
        return found[: self.limit]

    def _lexical(self, query: str, documents: Collection[str] | None) -> dict[str, float]:
        """Scores relative to the best hit: 0 to 1."""
        hits = self.library.search_lexical(query, limit=CANDIDATES, documents=documents)
        best = hits[0].score if hits else 1.0
        return {hit.provision_id: hit.score / best for hit in hits}

    def _dense(self, queries: Sequence[str], documents: Collection[str] | None) -> list[dict[str, float]]:
        found = self.library.search_dense(self.library.embed(queries), limit=CANDIDATES, documents=documents)
        return [{hit.provision_id: hit.similarity for hit in hits} for hits in found]

    def _provisions(self, ids: Sequence[str]) -> list[Provision]:
        found = (self.library.provision(*name.split("#", 1)) for name in dict.fromkeys(ids))
        return [provision for provision in found if provision is not None]
