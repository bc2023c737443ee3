"""Evidence: what tells a provision that answers from one that only comes near, fitted anew, with its curve."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from assistant.catalogue import Catalogue
from assistant.draft import Hit
from assistant.retrieve.retriever import ProvisionRetriever
from assistant.retrieve.stage import retrieve
from assistant.short_names import short_names
from assistant.understand.stage import Asked, understand
from evals.benchmarks.report import report
from evals.cases import Case
from evals.score import satisfies
from index.library import Library

DEEPEST = 20
NEAREST = 5
"""Hits of a question without an answer that count as near misses."""
THRESHOLDS = (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5)
STRENGTH = 1.0
"""Of the data against a penalty on large weights: the signs say much the same, and a few hundred cases are few."""
SIGNS = ("coverage", "rare", "similarity", "lacking")


class Asking(NamedTuple):
    """The hits of one question."""

    signs: NDArray[np.float64]
    """Shape (hits, signs), best hit first."""
    is_right: NDArray[np.bool_]
    """Which hits are of a required provision."""
    has_answer: bool
    named: bool = False
    """Whether the question names the document."""


def evidence(libraries: Sequence[Library], cases: Sequence[Case], unrelated: Sequence[str]) -> str:
    """Fit on the cases, asked of each library, and on questions of other trades; report weights and curves.

    A question of another trade is also asked with a document of the library named in front.
    """
    asked = [one for library in libraries for one in _asked(library, cases, unrelated)]
    parts = {"no document named": [one for one in asked if not one.named]}
    parts |= {"named": [one for one in asked if one.named]}
    fits = {name: fit(part) for name, part in parts.items() if any(one.is_right.any() for one in part)}
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
    weights = {"constant": fitted.intercept_[0]} | dict(zip(SIGNS, fitted.coef_[0], strict=True))
    return ", ".join(f"{name} {weight:.2f}" for name, weight in weights.items())


def fit(asked: Sequence[Asking]) -> LogisticRegression:
    """Weigh right hits and near misses alike, however many there are of each."""
    right = [one.signs[one.is_right] for one in asked]
    near = [one.signs[:NEAREST] for one in asked if not one.has_answer]
    signs = np.concatenate([*right, *near])
    labels = np.arange(len(signs)) < sum(map(len, right))
    return LogisticRegression(class_weight="balanced", C=STRENGTH, max_iter=1_000).fit(signs, labels)


def _passing(asked: Sequence[Asking], fitted: LogisticRegression, least: float) -> list[str]:
    def passes(signs: NDArray[np.float64]) -> bool:
        return bool(len(signs)) and bool((fitted.decision_function(signs) >= least).any())

    kept = [passes(one.signs[one.is_right]) for one in asked if one.is_right.any()]
    passing = [passes(one.signs[:NEAREST]) for one in asked if not one.has_answer]
    return [f"{np.mean(each):.3f}" if each else "–" for each in (kept, passing)]


def _asked(library: Library, cases: Sequence[Case], unrelated: Sequence[str]) -> list[Asking]:
    catalogue, retriever = Catalogue(library, short_names()), ProvisionRetriever(library=library)
    found = []
    titles = [document.title for document in library.documents()]
    beside = [f"《{titles[at % len(titles)]}》里，{text}" for at, text in enumerate(unrelated)]
    for case in [*cases, *(_without_answer(text) for text in [*unrelated, *beside])]:
        question = understand(Asked(case.question, case.history), catalogue)
        hits = retrieve(question, retriever, limit=DEEPEST).hits
        if hits and not question.places and not question.refusal and not question.is_out_of_scope:
            wanted = [place for places in case.must_cite for place in places]
            right = [any(satisfies(hit.provision.id, place) for place in wanted) for hit in hits]
            signs = np.array([_signs(hit) for hit in hits], dtype=np.float64)
            found.append(Asking(signs, np.array(right), case.kind != "unanswerable", question.named))
    return found


def _signs(hit: Hit) -> tuple[float, ...]:
    return (hit.coverage, hit.rare, hit.similarity, hit.lacking)


def _without_answer(text: str) -> Case:
    return Case(id=text, kind="unanswerable", question=text, author="corpus")
