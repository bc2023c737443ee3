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
THRESHOLDS = (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0)
STRENGTH = 0.2
"""Of the data against a penalty on large weights: the signs say much the same, and a few hundred cases are few."""
SIGNS = ("coverage", "rare", "similarity", "named")


class Asking(NamedTuple):
    """The hits of one question."""

    signs: NDArray[np.float64]
    """Shape (hits, signs), best hit first."""
    is_right: NDArray[np.bool_]
    """Which hits are of a required provision."""
    has_answer: bool


def evidence(libraries: Sequence[Library], cases: Sequence[Case], unrelated: Sequence[str]) -> str:
    """Fit on the cases, asked of each library, and on questions of other trades; report weights and curve."""
    asked = [one for library in libraries for one in _asked(library, cases, unrelated)]
    fitted = fit(asked)
    weights = {"constant": fitted.intercept_[0]} | dict(zip(SIGNS, fitted.coef_[0], strict=True))
    notes = [
        ", ".join(f"{name} {weight:.2f}" for name, weight in weights.items()),
        f"kept: cases with a required provision among the first {DEEPEST} of which one passes; passing: questions "
        f"without an answer of which one of the first {NEAREST} hits passes, before any other check",
    ]
    rows = [[threshold, *_passing(asked, fitted, threshold)] for threshold in THRESHOLDS]
    return report("Evidence", notes, ["least", "right kept", "unanswerable passing"], rows)


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
    for case in [*cases, *(_without_answer(text) for text in unrelated)]:
        question = understand(Asked(case.question, case.history), catalogue)
        hits = retrieve(question, retriever, limit=DEEPEST).hits
        if hits and not question.places and not question.refusal and not question.is_out_of_scope:
            wanted = [place for places in case.must_cite for place in places]
            right = [any(satisfies(hit.provision.id, place) for place in wanted) for hit in hits]
            signs = np.array([_signs(hit, named=question.named) for hit in hits], dtype=np.float64)
            found.append(Asking(signs, np.array(right), case.kind != "unanswerable"))
    return found


def _signs(hit: Hit, *, named: bool) -> tuple[float, ...]:
    return (hit.coverage, hit.rare, hit.similarity, float(named))


def _without_answer(text: str) -> Case:
    return Case(id=text, kind="unanswerable", question=text, author="corpus")
