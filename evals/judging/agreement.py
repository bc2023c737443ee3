"""How far a judging model and people agree on the same answers."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from evals.answers import Given
from evals.experts import Cited, Judgement, Said
from evals.judging.opinions import Key, Opinion


class Agreement(NamedTuple):
    """Of two raters of the same things."""

    n: int
    raw: float | None
    """Share they agree on, 0 to 1; None without anything in common."""
    kappa: float | None
    """Cohen's: 1 is full agreement, 0 what chance would bring; None where both know one word only."""


@dataclass(frozen=True, slots=True)
class WithPeople:
    """How a model agrees with experts who judged every sentence of an answer."""

    said: Agreement
    cited: Agreement
    people: int


def agreement(pairs: Sequence[tuple[Hashable, Hashable]]) -> Agreement:
    """Compare pairs of ratings.

    Source: Cohen (1960), A coefficient of agreement for nominal scales.
    """
    n = len(pairs)
    if not n:
        return Agreement(0, None, None)
    raw = sum(one == other for one, other in pairs) / n
    first, second = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    chance = sum(first[word] * second[word] for word in first) / n**2
    return Agreement(n, raw, None if chance == 1 else (raw - chance) / (1 - chance))


def with_people(
    opinions: Mapping[Key, Opinion], judgements: Iterable[Judgement], answers: Iterable[Given]
) -> WithPeople:
    """Compare a model with experts, each of whom counts for each answer that both judged.

    To an expert an answer is right where every sentence is, wrong where every one is, else partly; its citations
    support it where every one is right.
    """
    claims = {(given.case, given.repeat): len(given.answer.claims) for given in answers}
    by_person: dict[tuple[Key, str], list[Judgement]] = {}
    for one in judgements:
        by_person.setdefault(((one.case, one.repeat), one.by), []).append(one)
    whole = {key: given for key, given in by_person.items() if len(given) == claims.get(key[0])}
    said, cited, people = [], [], set()
    for (key, person), given in whole.items():
        opinion = opinions.get(key)
        if opinion is None or opinion.answer is None:
            continue
        people.add(person)
        said.append((opinion.answer, _said(given)))
        supports = _cited(given)
        if supports is not None and opinion.supports is not None:
            cited.append((opinion.supports, supports))
    return WithPeople(agreement(said), agreement(cited), len(people))


def _said(given: Sequence[Judgement]) -> Said:
    words = {one.said for one in given}
    return words.pop() if len(words) == 1 else Said.PARTLY


def _cited(given: Sequence[Judgement]) -> bool | None:
    known = [one.cited for one in given if one.cited is not None]
    return all(one is Cited.RIGHT for one in known) if known else None
