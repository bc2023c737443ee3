"""Rankings measured by ir-measures, a question at a time, so that means can be given with their intervals."""

from collections.abc import Collection, Mapping, Sequence
from math import isnan, nan
from typing import NamedTuple

import ir_measures
import numpy as np
from ir_measures import Measure, Qrel, ScoredDoc
from numpy.typing import ArrayLike, NDArray
from scipy.stats import bootstrap

RESAMPLES = 2_000
SEED = 20261121

Values = dict[str, NDArray[np.float64]]
"""One value a question for each measure, in the order of the questions."""


class Mean(NamedTuple):
    """A mean over questions with the 95 % interval of a percentile bootstrap over them."""

    value: float
    low: float
    high: float
    """Both nan where one question alone gives no interval."""

    def __str__(self) -> str:
        interval = "" if isnan(self.low) else f" ({self.low:.3f}–{self.high:.3f})"
        return f"{self.value:.3f}{interval}"


def measured(
    rankings: Sequence[Sequence[str]], wanted: Sequence[Collection[str]], measures: Sequence[Measure]
) -> Values:
    """Measure each ranking (ids, best first) against the ids that are wanted.

    Raises:
        ValueError: a question wants nothing, so that nothing can be said of it.
    """
    if not all(wanted):
        raise ValueError("a question wants no document")
    qrels = [Qrel(str(number), one, 1) for number, ids in enumerate(wanted) for one in set(ids)]
    run = [
        ScoredDoc(str(number), one, -float(rank))
        for number, ids in enumerate(rankings)
        for rank, one in enumerate(dict.fromkeys(ids))
    ]
    values = {str(measure): np.zeros(len(wanted)) for measure in measures}
    for metric in ir_measures.iter_calc(list(measures), qrels, run):
        values[str(metric.measure)][int(metric.query_id)] = metric.value
    return values


def mean(values: ArrayLike) -> Mean:
    """Average values of questions that are a sample of all that might be asked."""
    sample = np.asarray(values, dtype=float)
    if len(sample) < 2:
        return Mean(float(sample.mean()), nan, nan)
    found = bootstrap(
        (sample,), np.mean, n_resamples=RESAMPLES, batch=200, method="percentile", rng=np.random.default_rng(SEED)
    )
    return Mean(float(sample.mean()), *(float(end) for end in found.confidence_interval))


def picked(values: Mapping[str, NDArray[np.float64]], chosen: Sequence[bool]) -> Values:
    """Keep the values of some of the questions."""
    return {name: each[np.asarray(chosen, dtype=bool)] for name, each in values.items()}
