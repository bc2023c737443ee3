"""Restrict a question to what a filter lets through, after its own words were read."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from assistant.answer import Scope
from assistant.catalogue import Catalogue, Entry
from assistant.question import Filter, Question
from assistant.regions import lies_in

T = TypeVar("T")


def narrowed(question: Question, within: Filter, catalogue: Catalogue) -> Question:
    """Return the question with the filter's restrictions; a filter counts like documents the question names."""
    question = _without(question, within.ignored, catalogue)
    scope = replace(
        question.scope,
        regions=_joined(question.scope.regions, within.regions),
        years=_joined(question.scope.years, within.years),
        bodies=_joined(question.scope.bodies, within.bodies),
    )
    question = replace(question, scope=scope, only_bodies=within.bodies)
    if not (within.documents or within.regions or within.years):
        return question
    let_through = _ids(catalogue, within.documents, within.regions, within.years)
    asked = question.documents
    documents = let_through if asked is None else tuple(name for name in asked if name in let_through)
    scope = replace(scope, documents=documents)
    sides = _sides_among(question.sides, documents)
    return replace(question, documents=documents, sides=sides, above=(), named=bool(documents), scope=scope)


def _without(question: Question, ignored: Scope, catalogue: Catalogue) -> Question:
    """Forget what the question was taken to be about; what it says besides counts on."""
    if not (ignored.documents or ignored.regions or ignored.years):
        return question
    scope = question.scope
    regions = tuple(region for region in scope.regions if region not in ignored.regions)
    years = tuple(year for year in scope.years if year not in ignored.years)
    documents = tuple(name for name in scope.documents if name not in ignored.documents)
    if not documents:
        # The region and the year only described the document.
        regions, years = (), ()
    elif regions != scope.regions or years != scope.years:
        documents = _ids(catalogue, (), regions, years) if regions or years else ()
    scope = replace(scope, documents=documents, regions=regions, years=years, missing=())
    sides = _sides_among(question.sides, documents)
    return replace(question, documents=documents or None, sides=sides, above=(), named=bool(documents), scope=scope)


def _sides_among(sides: Sequence[tuple[str, ...]], documents: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The sides with those of their documents that are left; none where fewer than two have any."""
    left = tuple(found for side in sides if (found := tuple(name for name in side if name in documents)))
    return left if len(left) > 1 else ()


def _ids(
    catalogue: Catalogue, documents: Sequence[str], regions: Sequence[str], years: Sequence[int]
) -> tuple[str, ...]:
    """Return the ids of the documents that agree with all that is given."""

    def agrees(entry: Entry) -> bool:
        return (
            (not documents or entry.document.id in documents)
            and (not regions or any(lies_in(entry.document.region, region) for region in regions))
            and (not years or bool(entry.years & set(years)))
        )

    return tuple(entry.document.id for entry in catalogue.entries if agrees(entry))


def _joined(said: tuple[T, ...], given: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys([*said, *given]))
