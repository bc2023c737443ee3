"""How surely a provision speaks to a question; the fitted figures stand in evidence.toml."""

import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple


class Weights(NamedTuple):
    """What the log odds are the weighted sum of."""

    constant: float
    coverage: float
    rare: float
    similarity: float
    named: float
    """Added where the question names the document."""


class Least(NamedTuple):
    """Log odds from which on a provision is used."""

    answer: float
    cover: float
    compared: float
    behind: float
    """A difference: to the best of several documents that are named."""
    beside: float
    """The same for a provision that answers beside the best one."""


@cache
def _table() -> dict[str, dict[str, float]]:
    return tomllib.loads(resources.files("assistant").joinpath("evidence.toml").read_text("utf-8"))


@cache
def weights() -> Weights:
    """Return the fitted weights."""
    return Weights(**_table()["weights"])


@cache
def least() -> Least:
    """Return the thresholds."""
    return Least(**_table()["least"])


def log_odds(*, coverage: float, rare: float, similarity: float) -> float:
    """Return how surely a provision speaks to a question that names no document; 0 is as likely as not."""
    fitted = weights()
    return fitted.constant + fitted.coverage * coverage + fitted.rare * rare + fitted.similarity * similarity
