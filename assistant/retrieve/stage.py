"""Look for provisions within the question's scope: the second stage of the chain."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from langchain_core.documents import Document

from assistant.answer import Scope
from assistant.draft import Hit, Retrieval
from assistant.evidence import Signs
from assistant.folding import simplify
from assistant.question import Aspect, Question
from assistant.regions import lies_in
from assistant.retrieve.fitting import bonus
from assistant.retrieve.retriever import ProvisionRetriever
from index.corpus import Provision
from index.library import Library

NATIONAL_LEVEL = "国家"
LEAST_OF_SIDE = 3
"""Hits that each of several documents or places that are named has."""


def retrieve(question: Question, retriever: ProvisionRetriever, *, limit: int) -> Retrieval:
    """Return the hits for a question, best first, at most `limit`; what fits the aspects asked for moves up."""
    if question.weighed:
        return Retrieval(question=question, hits=_weighed(question, retriever, limit=limit))
    if not question.query.strip() or question.documents == ():
        return Retrieval(question=question, hits=())
    hits = _search(question, question.documents, retriever)
    unanswered = question.scope.missing or not any(hit.answers(named=question.named) for hit in hits)
    if question.about_places and unanswered and (of_places := _about_places(question, retriever, limit=limit)):
        return of_places
    hits = _with_sides(hits[:limit], question, retriever, limit=limit)
    asks_when = Aspect.WHEN in question.aspects and bool(question.above)
    above = _search(question, question.above, retriever) if asks_when else []
    of_parts = tuple(retrieve(part, retriever, limit=limit) for part in question.parts)
    return Retrieval(question=question, hits=tuple(hits[:limit]), above=tuple(above[:limit]), parts=of_parts)


def _with_sides(hits: list[Hit], question: Question, retriever: ProvisionRetriever, *, limit: int) -> list[Hit]:
    """Give every side that the question names some hits, in place of the last ones; scores still fall."""
    more: list[Hit] = []
    for side in question.sides:
        if sum(hit.document.id in side for hit in hits) < LEAST_OF_SIDE:
            known = {hit.provision.id for hit in hits}
            own = _search(question, side, retriever)[:LEAST_OF_SIDE]
            share = min(1.0, hits[-1].score / own[0].score) if own and own[0].score and hits else 1.0
            more += [replace(hit, score=hit.score * share) for hit in own if hit.provision.id not in known]
    return sorted([*hits[: max(0, limit - len(more))], *more], key=lambda hit: -hit.score)


def _about_places(question: Question, retriever: ProvisionRetriever, *, limit: int) -> Retrieval | None:
    """What documents not of the places that a question names say of them, in a year it names; where that answers."""
    places = " ".join(question.about_places)
    about = replace(
        question,
        topic=f"{places} {question.topic}",
        query=f"{places} {question.query}",
        scope=replace(question.scope, documents=(), regions=(), years=(), missing=()),
        documents=None,
        named=False,
        sides=(),
        above=(),
    )
    hits = [hit for hit in _search(about, None, retriever) if _mentions(hit, question)]
    speaks = any(hit.answers(named=False) for hit in hits)
    return Retrieval(question=about, hits=tuple(hits[:limit])) if speaks else None


def _mentions(hit: Hit, question: Question) -> bool:
    """Whether the provision or the titles above it speak of all the places, and the document is of the year named."""
    words = f"{hit.document.title}{hit.provision.heading_path}{hit.provision.searched_text}"
    years = question.scope.years
    of_year = not years or any(str(year) in words or _is_of(year, hit) for year in years)
    is_of_place = any(lies_in(hit.document.region, region) for region in question.scope.regions)
    return of_year and not is_of_place and all(place in words for place in question.about_places)


def _is_of(year: int, hit: Hit) -> bool:
    return hit.document.issued is not None and hit.document.issued.year == year


def _search(question: Question, documents: tuple[str, ...] | None, retriever: ProvisionRetriever) -> list[Hit]:
    options: dict[str, Any] = {
        "documents": documents,
        "question": _about(question),
        "topic": question.topic,
        "synonyms": question.synonyms,
    }
    found: Sequence[Document] = retriever.invoke(question.query, **options)
    hits = [hit for document in found if (hit := _hit(document, question, retriever.library)) is not None]
    if question.only_bodies:
        hits = [hit for hit in hits if _concerns(hit.provision, question.only_bodies)]
    return sorted(hits, key=lambda hit: -hit.score)


def _weighed(question: Question, retriever: ProvisionRetriever, *, limit: int) -> tuple[Hit, ...]:
    """The best hit for each topic to be weighed, of what holds nationwide where there is such; none twice."""
    best: dict[str, Hit] = {}
    for about in question.weighed:
        topic = replace(question, text=about, query=about, topic=about, weighed=(), scope=Scope(), documents=None)
        hits = retrieve(topic, retriever, limit=limit).hits
        nationwide = [hit for hit in hits if hit.document.level == NATIONAL_LEVEL]
        for hit in (nationwide or list(hits))[:1]:
            best.setdefault(hit.provision.id, hit)
    return tuple(best.values())


def _concerns(provision: Provision, bodies: Sequence[str]) -> bool:
    return any(duty.actor in bodies for duty in provision.duties) or any(body in provision.text for body in bodies)


def _about(question: Question) -> str:
    """The question as asked, but for the bodies it names: the one that is supposed may not be the one in the text."""
    text = simplify(question.text)
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
        signs=Signs(**found.metadata["signs"]),
    )
