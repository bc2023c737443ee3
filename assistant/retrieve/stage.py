"""Look for provisions within the question's scope: the second stage of the chain."""

from collections.abc import Sequence
from typing import Any

from langchain_core.documents import Document

from assistant.draft import Hit, Retrieval
from assistant.folding import simplify
from assistant.question import Question
from assistant.retrieve.fitting import bonus
from assistant.retrieve.retriever import ProvisionRetriever
from index.library import Library


def retrieve(question: Question, retriever: ProvisionRetriever, *, limit: int) -> Retrieval:
    """Return the hits for a question, best first, at most `limit`; what fits the aspects asked for moves up."""
    if not question.query.strip() or question.documents == ():
        return Retrieval(question=question, hits=())
    options: dict[str, Any] = {
        "documents": question.documents,
        "question": _about(question),
        "topic": question.topic,
        "synonyms": question.synonyms,
    }
    found: Sequence[Document] = retriever.invoke(question.query, **options)
    hits = [hit for document in found if (hit := _hit(document, question, retriever.library)) is not None]
    hits.sort(key=lambda hit: -hit.score)
    return Retrieval(question=question, hits=tuple(hits[:limit]))


def _about(question: Question) -> str:
    """The question as asked, but for the bodies it names: the one that is supposed may not be the one in the text."""
    text = question.asking or simplify(question.text)
    for body in question.scope.bodies:
        text = text.replace(body, "")
    return text


def _hit(found: Document, question: Question, library: Library) -> Hit | None:
    document_id, _, address = str(found.id).partition("#")
    provision, document = library.provision(document_id, address), library.document(document_id)
    if provision is None or document is None:
        return None
    return Hit(
        provision=provision,
        document=document,
        score=found.metadata["score"] + bonus(question, provision),
        coverage=found.metadata["coverage"],
        rare=found.metadata["rare"],
        similarity=found.metadata["similarity"],
        lacking=found.metadata["lacking"],
        lacking_itself=found.metadata["lacking_itself"],
    )
