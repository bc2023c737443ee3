"""Find which provisions of two documents correspond, by the vectors and the words of their sentences."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from assistant.comparison.likeness import Rarity
from index.embed import Vectors
from index.tokens import pairs

LEAST = 0.33
"""Score from which on two provisions correspond; the figures behind it stand in test_alignment.py."""
CLEAR, MARGIN = 0.22, 1.25
"""From this score on each other's best provision perhaps corresponds, if the next best is this much less like."""
PART_CLEAR, PART_MARGIN = 0.26, 1.5
"""The same for a provision that may be a part of its best one, which has another best."""
NEAR_BEST = 0.8
"""Share of the best score of either provision, that a link beside the best one needs."""
BY_VECTORS = 0.6
"""Share of the vectors in the likeness of two sentences; the rest is by words."""
BY_BETTER = 0.75
"""Share of the better covered provision: a short one may stand whole in a long one."""

Matrix = NDArray[np.float64]
Embed = Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision as it is compared."""

    address: str
    sentences: tuple[str, ...]
    """Its heading and its sentences; at least one."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two provisions that correspond."""

    one: int
    """Place of the unit in the first document."""
    other: int
    score: float
    """0 to 1."""
    is_main: bool
    """Whether it belongs to the best assignment of one to one; else one of the two has a better partner."""
    is_sure: bool
    """Whether the score suffices by itself; else they only are by far each other's best."""


def align(one: Sequence[Unit], other: Sequence[Unit], embed: Embed, rarity: Rarity) -> list[Link]:
    """Return the links between the units of two documents, in the order of the first, then of the second."""
    if not one or not other:
        return []
    scores = unit_scores(one, other, embed, rarity)
    assigned = set(zip(*(places.tolist() for places in linear_sum_assignment(-scores)), strict=True))
    near = (scores >= NEAR_BEST * scores.max(axis=1, keepdims=True)) | (scores >= NEAR_BEST * scores.max(axis=0))
    linked = (near & (scores >= LEAST)) | _clear(scores)
    found = {(int(a), int(b)) for a, b in np.argwhere(linked)} | {pair for pair in assigned if scores[pair] >= LEAST}
    return [
        Link(a, b, round(float(scores[a, b]), 4), (a, b) in assigned, bool(scores[a, b] >= LEAST))
        for a, b in sorted(found)
    ]


def _clear(scores: Matrix) -> NDArray[np.bool_]:
    """Where a unit has one that is by far its best: each other's best, or more surely where it is not mutual."""
    own, others = _margins(scores), _margins(scores.T).T
    mutual = (own >= 1) & (others >= 1) & (own >= MARGIN) & (scores >= CLEAR)
    part = ((own >= PART_MARGIN) | (others >= PART_MARGIN)) & (scores >= PART_CLEAR)
    clear: NDArray[np.bool_] = mutual | part
    return clear


def _margins(scores: Matrix) -> Matrix:
    """Each score over the best of the others in its row; 1 where there are no others."""
    if scores.shape[1] < 2:
        return np.ones_like(scores)
    ranked = np.sort(scores, axis=1)
    rival = np.where(scores == ranked[:, -1:], ranked[:, -2:-1], ranked[:, -1:])
    margins: Matrix = scores / np.maximum(rival, 1e-9)
    return margins


def unit_scores(one: Sequence[Unit], other: Sequence[Unit], embed: Embed, rarity: Rarity) -> Matrix:
    """Return how surely each two units correspond; shape (units of one, units of the other), 0 to 1."""
    left = [sentence for unit in one for sentence in unit.sentences]
    right = [sentence for unit in other for sentence in unit.sentences]
    likeness, left_mass, right_mass = sentence_likeness(left, right, embed, rarity)
    forth = _covered(likeness, left_mass, _starts(one), _starts(other))
    back = _covered(likeness.T, right_mass, _starts(other), _starts(one)).T
    return BY_BETTER * np.maximum(forth, back) + (1 - BY_BETTER) * np.minimum(forth, back)


def sentence_likeness(
    left: Sequence[str], right: Sequence[str], embed: Embed, rarity: Rarity
) -> tuple[Matrix, Matrix, Matrix]:
    """Return how like each two sentences are, shape (left, right), and the weight of the words of each."""
    vectors = embed([*left, *right]).astype(np.float64)
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors = vectors / np.where(norms == 0, 1, norms)
    cosines = np.maximum(0.0, vectors[: len(left)] @ vectors[len(left) :].T)
    has, weights = _terms([*left, *right], rarity)
    mass = has @ weights
    shared = (has[: len(left)] * weights) @ has[len(left) :].T
    both = mass[: len(left), None] + mass[None, len(left) :]
    words = 2 * shared / np.where(both == 0, 1, both)
    return BY_VECTORS * cosines + (1 - BY_VECTORS) * words, mass[: len(left)], mass[len(left) :]


def _terms(sentences: Sequence[str], rarity: Rarity) -> tuple[Matrix, Matrix]:
    """Shape (sentences, terms): 1 where a term stands in a sentence; and the weight of each term."""
    found = [pairs(sentence) for sentence in sentences]
    place = {term: at for at, term in enumerate(sorted(set().union(*found)))}
    has = np.zeros((len(sentences), max(1, len(place))))
    for row, terms in enumerate(found):
        has[row, [place[term] for term in terms]] = 1
    return has, np.array([rarity(term) for term in place] or [0.0])


def _starts(units: Sequence[Unit]) -> NDArray[np.int64]:
    """Where the sentences of each unit begin among all."""
    return np.cumsum([0, *(len(unit.sentences) for unit in units)])[:-1].astype(np.int64)


def _covered(likeness: Matrix, mass: Matrix, own: NDArray[np.int64], others: NDArray[np.int64]) -> Matrix:
    """How far each unit is said by each of the others: its sentences' best likeness there, by their weight."""
    best = np.maximum.reduceat(likeness, others, axis=1)
    weighed = np.add.reduceat(best * mass[:, None], own, axis=0)
    whole = np.add.reduceat(mass, own)[:, None]
    covered: Matrix = weighed / np.where(whole == 0, 1, whole)
    return covered
