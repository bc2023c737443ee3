"""STARD: how well lay questions find the articles that answer them, among 55,347 articles of national law."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from ir_measures import RR, R, nDCG

from assistant.catalogue import Catalogue
from assistant.retrieve.retriever import ProvisionRetriever
from assistant.retrieve.stage import retrieve
from assistant.short_names import short_names
from assistant.understand.stage import Asked, understand
from evals.benchmarks.collection import Collection
from evals.benchmarks.library import say, temporary_library
from evals.benchmarks.measure import mean, measured, picked
from evals.benchmarks.report import report
from index.embed import shipped_model
from index.errors import UsageError
from index.library import Library
from index.training.corpus import Question, QuestionSplit, sharing_no_article

DEEPEST = 100
MEASURES = (R @ 1, R @ 5, R @ 10, R @ 100, RR @ 10, nDCG @ 10)
Search = Callable[[str], Iterable[str]]
"""From a question to ids of provisions, best first."""


class Models(NamedTuple):
    """The model that each fold is searched with, and what there is to say of them."""

    folders: Sequence[Path]
    note: str


def models_of(folds: int, *, of_folds: Path | None, of_all: Path | None) -> Models:
    """Return the models to search with: one a fold, or one for all; without either the shipped one.

    Raises:
        UsageError: both are named, or a fold has no folder.
    """
    if of_folds and of_all:
        raise UsageError("--models and --model exclude each other")
    if of_folds is None:
        note = f"{of_all}, the same for all folds" if of_all else "as shipped, trained on these questions"
        return Models([of_all or shipped_model()] * folds, note)
    folders = [of_folds / f"fold{number}" for number in range(folds)]
    if missing := [folder for folder in folders if not folder.is_dir()]:
        raise UsageError(f"no model of that fold: {missing[0]}")
    return Models(folders, f"one a fold, trained without its questions ({of_folds})")


def stard(collection: Collection, folds: Sequence[QuestionSplit], models: Models) -> str:
    """Search with the held-out questions of each fold, and report means over all of them."""
    asked: list[Question] = []
    rankings: dict[str, list[list[str]]] = {}
    for model in dict.fromkeys(models.folders):
        held_out = [one for fold, of in zip(folds, models.folders, strict=True) if of == model for one in fold.held_out]
        asked += held_out
        say(f"{model}: {len(held_out)} questions")
        with temporary_library(collection.documents, model) as library:
            for name, search in searches(library).items():
                found = [[collection.article_ids[one] for one in search(question.text)] for question in held_out]
                rankings.setdefault(name, []).extend(found)
                say(f"{name} searched")
    apart = {question.text for fold in folds for question in sharing_no_article(fold)}
    return _report(asked, rankings, apart, models.note)


def searches(library: Library) -> dict[str, Search]:
    """Return what is compared: the question by its terms, by its meaning, and as the product searches it.

    The product's search is that of the whole library: what a question says of documents is left out of its
    scope, while the words that say it are left out of its topic as always.
    """
    catalogue = Catalogue(library, short_names())
    retriever = ProvisionRetriever(library=library, limit=DEEPEST)

    def lexical(text: str) -> list[str]:
        return [hit.provision_id for hit in library.search_lexical(text, limit=DEEPEST, documents=None)]

    def dense(text: str) -> list[str]:
        (hits,) = library.search_dense(library.embed([text]), limit=DEEPEST, documents=None)
        return [hit.provision_id for hit in hits]

    def fused(text: str) -> list[str]:
        question = replace(understand(Asked(text), catalogue), documents=None)
        return [hit.provision.id for hit in retrieve(question, retriever, limit=DEEPEST).hits]

    return {"lexical": lexical, "dense": dense, "fused": fused}


def _report(
    asked: Sequence[Question], rankings: Mapping[str, Sequence[Sequence[str]]], apart: Set[str], note: str
) -> str:
    wanted = [question.article_ids for question in asked]
    is_apart = [question.text in apart for question in asked]
    rows = []
    for name, found in rankings.items():
        values = measured(found, wanted, MEASURES)
        rows.append([name, "all", len(asked), *(mean(each) for each in values.values())])
        if any(is_apart):
            chosen = picked(values, is_apart).values()
            rows.append([name, "no article shared", sum(is_apart), *(mean(each) for each in chosen)])
    notes = [
        f"model: {note}",
        "“no article shared”: questions none of whose articles answers a question of the other folds",
        "fused: the product's search, for the whole library; in brackets 95 % intervals",
    ]
    return report("STARD", notes, ["search", "questions", "number", *map(str, MEASURES)], rows)
