"""How sure a share or a difference is: 95 % intervals and tests, by scipy."""

from collections.abc import Sequence
from typing import NamedTuple

CONFIDENCE = 0.95
RESAMPLES = 2_000
SEED = 20261121


class Interval(NamedTuple):
    """From low to high."""

    low: float
    high: float


class Difference(NamedTuple):
    """By how much the second of two paired samples is above the first."""

    value: float
    interval: Interval
    """Of a bootstrap over the pairs."""
    p: float
    """Chance of so uneven a split of the pairs that differ, were neither better: McNemar's exact test."""

    @property
    def is_real(self) -> bool:
        """Whether chance alone would rarely (5 %) bring it about."""
        return self.p < 1 - CONFIDENCE


def wilson(right: int, total: int) -> Interval:
    """Return Wilson's interval of a share; `total` is 1 or more."""
    from scipy.stats import binomtest

    found = binomtest(right, total).proportion_ci(CONFIDENCE, method="wilson")
    return Interval(float(found.low), float(found.high))


def difference(before: Sequence[float], after: Sequence[float]) -> Difference:
    """Compare two runs case by case; both hold the share of repeats that passed, 0 to 1, of the same cases.

    Raises:
        ValueError: there is no pair.
    """
    import numpy as np
    from scipy.stats import binomtest, bootstrap

    if not before:
        raise ValueError("no pair to compare")
    change = np.asarray(after, dtype=float) - np.asarray(before, dtype=float)
    better, worse = int((change > 0).sum()), int((change < 0).sum())
    p = float(binomtest(better, better + worse).pvalue) if better + worse else 1.0
    value = float(change.mean())
    if not change.any() or len(change) < 2:
        return Difference(value, Interval(value, value), p)
    found = bootstrap(
        (change,), np.mean, n_resamples=RESAMPLES, batch=200, method="percentile", rng=np.random.default_rng(SEED)
    )
    return Difference(value, Interval(*(float(end) for end in found.confidence_interval)), p)
