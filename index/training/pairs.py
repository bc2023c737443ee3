"""Makes training pairs: texts that belong together, each pair a query side and a passage side."""

import random
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from index.training.corpus import Article

MIN_HALF_CHARACTERS = 8
"""A shorter half says too little to be told from its neighbours."""


class Pair(NamedTuple):
    """Two texts whose vectors should be close."""

    query: str
    passage: str


def build_pairs(articles: Sequence[Article], *, seed: int, more: Sequence[Pair] = ()) -> list[Pair]:
    """Return all pairs of an epoch, shuffled; the same seed gives the same list.

    Args:
        articles: Sources of halves and headings.
        seed: Fixes cuts and order.
        more: Further pairs, as often as they are to be seen.
    """
    rng = random.Random(seed)
    pairs = [*half_pairs(articles, rng), *heading_pairs(articles), *more]
    rng.shuffle(pairs)
    return pairs


def half_pairs(articles: Iterable[Article], rng: random.Random) -> Iterator[Pair]:
    """Cut each article once in its middle third; articles too short for two halves give none.

    The passage side carries the headings, as it does in the library.
    """
    for article in articles:
        length = len(article.text)
        cut = rng.randint(length // 3, length - length // 3)
        if min(cut, length - cut) >= MIN_HALF_CHARACTERS:
            yield Pair(article.text[:cut], f"{article.heading_text}\n{article.text[cut:]}")


def heading_pairs(articles: Iterable[Article]) -> Iterator[Pair]:
    """Pair an article's headings with its text."""
    for article in articles:
        yield Pair(article.heading_text, article.text)
