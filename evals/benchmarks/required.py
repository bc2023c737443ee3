"""Rankings measured against what a question requires: all of several things, any one of some alternatives for each."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from ir_measures import Measure, Success

from evals.benchmarks.measure import Values, measured

UNRANKED = "unranked"
"""Is wanted of a ranking without any hit, so that it counts as nought."""

Found = TypeVar("Found")
Wanted = TypeVar("Wanted")


class Searched(NamedTuple, Generic[Found, Wanted]):
    """One question after a search."""

    ranking: Sequence[Found]
    """Best first."""
    required: Sequence[Sequence[Wanted]]
    """All outer ones are required; of the inner ones any will do."""


def first_hits(
    questions: Sequence[Searched[Found, Wanted]],
    satisfies: Callable[[Found, Wanted], bool],
    measures: Sequence[Measure],
) -> Values:
    """Measure where the first find stands that satisfies any of what is required."""
    hits = [_hits(question.ranking, list(chain(*question.required)), satisfies) for question in questions]
    return measured([_places(question.ranking) for question in questions], hits, measures)


def required_shares(
    questions: Sequence[Searched[Found, Wanted]],
    satisfies: Callable[[Found, Wanted], bool],
    cutoffs: Sequence[int] = (5, 10),
) -> Values:
    """Measure the share of what is required that stands among the first: each requirement is a search of its own."""
    searches = [(owner, either) for owner, question in enumerate(questions) for either in question.required]
    rankings = [questions[owner].ranking for owner, _ in searches]
    hits = [_hits(ranking, either, satisfies) for ranking, (_, either) in zip(rankings, searches, strict=True)]
    measures = {cutoff: Success @ cutoff for cutoff in cutoffs}
    found = measured([_places(ranking) for ranking in rankings], hits, list(measures.values()))
    owners = np.array([owner for owner, _ in searches])
    return {
        f"required@{cutoff}": np.array([found[str(measure)][owners == owner].mean() for owner in range(len(questions))])
        for cutoff, measure in measures.items()
    }


def _places(ranking: Sequence[object]) -> list[str]:
    return [str(place) for place in range(len(ranking))]


def _hits(ranking: Sequence[Found], either: Sequence[Wanted], satisfies: Callable[[Found, Wanted], bool]) -> list[str]:
    """Return the places of a ranking that satisfy any of the alternatives."""
    found = [str(place) for place, one in enumerate(ranking) if any(satisfies(one, wanted) for wanted in either)]
    return found or [UNRANKED]
