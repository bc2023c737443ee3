"""Evidence: what tells a provision that answers from one that only comes near, fitted anew, with its curve."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from assistant.catalogue import Catalogue
from assistant.evidence import Signs
from assistant.question import Aspect, Question
from assistant.retrieve.retriever import ProvisionRetriever
from assistant.retrieve.stage import retrieve
from assistant.short_names import short_names
from assistant.understand.stage import Asked, understand
from evals.benchmarks.report import report
from evals.cases import Case
from evals.refusals import UNANSWERABLE
from evals.score import satisfies
from index.library import Library

OTHER_ROUTES = {Aspect.CATALOGUE, Aspect.DUTIES_OF_BODY, Aspect.COMPARISON}
DEEPEST = 20
NEAREST = 5
"""Hits of a question without an answer that count as near misses."""
THRESHOLDS = (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5)
STRENGTH = 0.2
"""Of the data against a penalty on large weights: the signs say much the same, and a few hundred cases are few."""


class Group(StrEnum):
    """Why a question is asked; those without an answer weigh as much in each group, however many they are."""

    CASES = "cases"
    OTHER_DOCUMENTS = "other documents"
    """Cases over documents that the library lacks."""
    OTHER_TRADE = "other trade"
    MADE_UP = "made up"


class Posed(NamedTuple):
    """A question for a library."""

    case: Case
    group: Group


class Asking(NamedTuple):
    """The hits of one question."""

    signs: NDArray[np.float64]
    """Shape (hits, signs), best hit first."""
    is_right: NDArray[np.bool_]
    """Which hits are of a required provision."""
    has_answer: bool
    named: bool = False
    """Whether the question names the document."""
    group: Group = Group.CASES


class Questions(NamedTuple):
    """What is asked of the libraries."""

    cases: Sequence[Case]
    """Asked of the libraries that hold what they require, or require nothing."""
    elsewhere: Sequence[Case]
    """Asked of every library: one that lacks their documents has no answer."""
    unrelated: Sequence[str]
    """Of other trades; asked also with a document of the library named in front, …"""
    made_up: Sequence[str]
    """… and so are these."""


def evidence(libraries: Sequence[Library], questions: Questions) -> str:
    """Fit on what is asked of each library; report weights and curves."""
    asked = [one for library in libraries for one in _asked(library, questions)]
    parts = {"no document named": [one for one in asked if not one.named]}
    parts |= {"named": [one for one in asked if one.named]}
    fits = {name: fit(part) for name, part in parts.items() if any(one.is_right[:NEAREST].any() for one in part)}
    notes = [
        *(f"{name}: {_weights(fitted)}" for name, fitted in fits.items()),
        f"kept: cases with a required provision among the first {DEEPEST} of which one passes; passing: questions "
        f"without an answer of which one of the first {NEAREST} hits passes, before any other check",
    ]
    rows = [
        [least, *(cell for name, fitted in fits.items() for cell in _passing(parts[name], fitted, least))]
        for least in THRESHOLDS
    ]
    columns = [f"{column}, {name}" for name in fits for column in ("right kept", "unanswerable passing")]
    return report("Evidence", notes, ["least", *columns], rows)


def _weights(fitted: LogisticRegression) -> str:
    weights = {"constant": fitted.intercept_[0]} | dict(zip(Signs._fields, fitted.coef_[0], strict=True))
    return ", ".join(f"{name} {weight:.2f}" for name, weight in weights.items())


def fit(asked: Sequence[Asking]) -> LogisticRegression:
    """Weigh right hits like all others, and each group of questions without an answer like each other."""
    right = [one.signs[:NEAREST][one.is_right[:NEAREST]] for one in asked]
    wrong = [[one.signs[:NEAREST] for one in asked if not one.has_answer and one.group is group] for group in Group]
    kinds = [np.concatenate(kind) for kind in (right, *wrong) if kind]
    shares = [len(kinds) - 1, *(1 for _ in kinds[1:])]
    total = sum(map(len, kinds)) / sum(shares)
    worth = [np.full(len(kind), total * share / len(kind)) for kind, share in zip(kinds, shares, strict=True)]
    labels = np.repeat([True] + [False] * (len(kinds) - 1), [len(kind) for kind in kinds])
    fitting = LogisticRegression(C=STRENGTH, max_iter=5_000)
    return fitting.fit(np.concatenate(kinds), labels, sample_weight=np.concatenate(worth))


def _passing(asked: Sequence[Asking], fitted: LogisticRegression, least: float) -> list[str]:
    def passes(signs: NDArray[np.float64]) -> bool:
        return bool(len(signs)) and bool((fitted.decision_function(signs) >= least).any())

    kept = [passes(one.signs[one.is_right]) for one in asked if one.is_right.any()]
    passing = [passes(one.signs[:NEAREST]) for one in asked if not one.has_answer]
    return [f"{np.mean(each):.3f}" if each else "–" for each in (kept, passing)]


def _asked(library: Library, questions: Questions) -> list[Asking]:
    catalogue, retriever = Catalogue(library, short_names()), ProvisionRetriever(library=library)
    found = []
    for case, group in _posed(library, questions):
        retrieval = retrieve(understand(Asked(case.question, case.history), catalogue), retriever, limit=DEEPEST)
        question, hits = retrieval.question, retrieval.hits
        if hits and _is_searched(question):
            wanted = [place for places in case.must_cite for place in places]
            right = [any(satisfies(hit.provision.id, place) for place in wanted) for hit in hits]
            signs = np.array([hit.signs for hit in hits], dtype=np.float64)
            has_answer = case.kind != UNANSWERABLE and group is Group.CASES
            found.append(Asking(signs, np.array(right), has_answer, question.named, group))
    return found


def _posed(library: Library, questions: Questions) -> Iterator[Posed]:
    """What is asked of one library; what it holds decides which cases it can answer."""
    held = {document.id for document in library.documents()}
    titles = [document.title for document in library.documents()]
    for case, is_elsewhere in (*((case, False) for case in questions.cases), *((c, True) for c in questions.elsewhere)):
        wanted = {place.partition("#")[0] for places in case.must_cite for place in places}
        if not wanted or wanted & held:
            yield Posed(case, Group.CASES)
        elif is_elsewhere:
            yield Posed(case, Group.OTHER_DOCUMENTS)
    for group, texts in ((Group.OTHER_TRADE, questions.unrelated), (Group.MADE_UP, questions.made_up)):
        for at, text in enumerate(texts):
            yield Posed(_without_answer(text), group)
            yield Posed(_without_answer(f"《{titles[at % len(titles)]}》里，{text}"), group)


def _is_searched(question: Question) -> bool:
    """Whether the hits decide: nothing is missing, and no other route answers."""
    other = question.places or question.refusal or question.is_out_of_scope or question.scope.missing
    return not other and not question.aspects & OTHER_ROUTES


def _without_answer(text: str) -> Case:
    return Case(id=text, kind="unanswerable", question=text, author="corpus")
