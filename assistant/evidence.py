"""How surely a provision speaks to a question, and whether it answers; the fitted figures stand in evidence.toml."""

import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple

NEARLY_ALL = 0.9
"""Share of the importance of a question's words."""


class Weights(NamedTuple):
    """What the log odds are the weighted sum of."""

    constant: float
    coverage: float
    rare: float
    similarity: float


class Answering(NamedTuple):
    """The weights by which a provision is found to answer, and the log odds from which on it does."""

    constant: float
    coverage: float
    rare: float
    similarity: float
    lacking: float
    """Below zero."""
    lacking_itself: float
    """Below zero."""
    least: float
    least_rare: float
    """Besides, either the words that the question turns on stand there to this degree, …"""
    least_similar: float
    """… or it is this near in meaning, …"""
    least_alone: float
    """… or this near, where it lacks nearly all words of the question."""


class Least(NamedTuple):
    """Log odds from which on a provision is used besides."""

    cover: float
    compared: float
    behind: float
    """A difference: to the best of several documents that are named."""
    beside: float
    """The same for a provision that answers beside the best one."""


class Most(NamedTuple):
    """What may be lacking, in importance of words."""

    word: float
    """In a provision whose time, figure or body is taken: its weightiest word."""


@cache
def _table() -> dict[str, dict[str, float]]:
    return tomllib.loads(resources.files("assistant").joinpath("evidence.toml").read_text("utf-8"))


@cache
def weights() -> Weights:
    """Return the weights by which provisions are compared."""
    return Weights(**_table()["weights"])


@cache
def least() -> Least:
    """Return the thresholds."""
    return Least(**_table()["least"])


@cache
def most() -> Most:
    """Return what may be lacking."""
    return Most(**_table()["most"])


@cache
def answering(*, named: bool) -> Answering:
    """Return what makes an answer where the question names the document, or names none."""
    return Answering(**_table()["answers_named" if named else "answers"])


def log_odds(*, coverage: float, rare: float, similarity: float) -> float:
    """Return how surely a provision speaks to a question; 0 is as likely as not."""
    fitted = weights()
    return fitted.constant + fitted.coverage * coverage + fitted.rare * rare + fitted.similarity * similarity


class Signs(NamedTuple):
    """What tells whether a provision answers, as in `Hit`."""

    coverage: float
    rare: float
    similarity: float
    lacking: float
    lacking_itself: float


def answers(signs: Signs, *, named: bool) -> bool:
    """Whether a provision answers a question, which may name its document."""
    fitted = answering(named=named)
    said = sum(getattr(fitted, name) * value for name, value in signs._asdict().items())
    nearness = fitted.least_alone if signs.lacking_itself >= NEARLY_ALL else fitted.least_similar
    speaks = signs.rare >= fitted.least_rare or signs.similarity >= nearness
    return bool(speaks and fitted.constant + said >= fitted.least)
