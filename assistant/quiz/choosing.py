"""Put right values and distractors together into the options of a question."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from assistant.folding import bare
from assistant.quiz.question import Claim, Fact, Form, Key, Kind, Question

T = TypeVar("T")
OPTIONS = 4


class Offered(NamedTuple):
    """Options in the order in which they are offered."""

    options: tuple[str, ...]
    answer: tuple[int, ...]


def interleaved(by_document: Mapping[str, Sequence[T]], rng: random.Random) -> Iterator[T]:
    """Yield everything in random order, one of each document in turn, so that no document fills a sheet."""
    piles = [rng.sample(list(one), len(one)) for one in by_document.values() if one]
    rng.shuffle(piles)
    while piles:
        for pile in piles:
            yield pile.pop()
        piles = [pile for pile in piles if pile]


def wrong_values(fact: Fact, candidates: Iterable[str], wanted: int) -> list[str]:
    """Return the first so many values that are surely wrong and differ from one another; fewer if there are not."""
    found: list[str] = []
    seen = {bare(value) for value in fact.rights}
    for value in candidates:
        if len(found) == wanted:
            break
        if bare(value) not in seen and fact.also_right(value) is None:
            seen.add(bare(value))
            found.append(value)
    return found


def offered(right: Sequence[str], wrong: Sequence[str], rng: random.Random) -> Offered:
    """Mix right and wrong options."""
    options = [*right, *wrong]
    rng.shuffle(options)
    return Offered(tuple(options), tuple(sorted(options.index(value) for value in right)))


def choice(
    kind: Kind,
    fact: Fact,
    right: Sequence[str],
    wrong: Sequence[str],
    *,
    stem: str,
    document_id: str,
    keys: tuple[Key, ...],
    rng: random.Random,
) -> Question:
    """Build a single or multiple choice."""
    options, answer = offered(right, wrong, rng)
    claims = [Claim(fact=fact, value=value, is_right=value in right) for value in options]
    return Question(
        kind=kind,
        form=Form.MULTIPLE if kind.value.endswith("multiple") else Form.SINGLE,
        document_id=document_id,
        stem=stem,
        options=options,
        answer=answer,
        keys=keys,
        claims=tuple(claims),
    )
