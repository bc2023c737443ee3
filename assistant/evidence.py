"""How surely a provision speaks to a question, and whether it answers; the fitted figures stand in evidence.toml."""

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


class Signs(NamedTuple):
    """What tells whether a provision answers a question, or what each of that counts."""

    coverage: float
    """0 to 1: share of the topic's terms, weighted by rarity, that the provision and its context contain."""
    rare: float
    """The same with rare terms weighing far more."""
    similarity: float
    """Cosine to the question above that of any passage: 0 to 1, whatever the model."""
    lacking: float
    """Importance of the topic's words that the whole document lacks: 0 and above."""
    unlike: float
    """Importance of the topic's words that the provision, its headings and the title lack, each as far as nothing there
    is near it in meaning: 0 and above."""
    length: float
    """Logarithm of the topic's characters: the longer a question, the less of it any provision repeats."""


class Answering(NamedTuple):
    """The weights by which a provision is found to answer, and the log odds from which on it does."""

    constant: float
    weights: Signs
    least: float


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
    """At a place that a question names: its weightiest word, from which on the answer is one in part."""


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
    table = _table()["answers_named" if named else "answers"]
    weights = Signs(**{name: table[name] for name in Signs._fields})
    return Answering(weights=weights, **{name: table[name] for name in Answering._fields if name != "weights"})


def log_odds(*, coverage: float, rare: float, similarity: float) -> float:
    """Return how surely a provision speaks to a question; 0 is as likely as not."""
    fitted = weights()
    return fitted.constant + fitted.coverage * coverage + fitted.rare * rare + fitted.similarity * similarity


def answers(signs: Signs, *, named: bool, short_by: float = 0.0) -> bool:
    """Whether a provision answers a question, which may name its document; log odds `short_by` may be lacking."""
    fitted = answering(named=named)
    said = sum(weight * value for weight, value in zip(fitted.weights, signs, strict=True))
    return fitted.constant + said >= fitted.least - short_by
