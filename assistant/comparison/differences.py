"""Name what several passages on one thing say differently, in their own words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.comparison.facts import READ, Kind, degree
from assistant.comparison.likeness import Rarity, covered, mutual
from assistant.comparison.phrases import joined, own_parts
from assistant.comparison.pieces import clause_spans, clauses
from index.tokens import pairs

LEAST_COVERED = 0.5
"""Share of a phrase, by weight, that another passage has to have for it to say the same."""
LEAST_RARE = 0.35
"""Weight of the rarest of its terms from which on a phrase says something of its own."""
SAME_CLAUSE = 0.5
"""Share of either of two clauses, by weight, that the other must have for them to correspond."""
MOST_PHRASES = 3
FEW = 2
"""Beside so many others one that lacks a phrase is enough for it to be told; beside more, most have to lack it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What one document says of the thing."""

    said: str
    """The words that are compared, verbatim."""
    whole: str
    """All that is looked through before anything is called absent: the provision they stand in."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What each passage says otherwise than the others."""

    kind: Kind
    sides: tuple[tuple[str, ...] | None, ...]
    """For each passage its own clauses, verbatim; () where it says nothing of this kind, None where nothing else."""


def differences(passages: Sequence[Passage], rarity: Rarity) -> list[Difference]:
    """Return the differences between two or more passages, by kind; each phrase is told once."""
    told: set[str] = set()
    found = []
    for kind in READ:
        sides = [_own_facts(kind, at, passages) for at in range(len(passages))]
        found += _unless_told(kind, sides, told)
    found += _unless_told(Kind.DEGREE, _degrees(passages, rarity), told)
    found += _unless_told(Kind.CONTENT, [_own_words(at, passages, rarity, told) for at in range(len(passages))], told)
    return found


def _unless_told(kind: Kind, sides: Sequence[Sequence[str] | None], told: set[str]) -> list[Difference]:
    fresh = [None if side is None else tuple(one for one in side if one not in told) for side in sides]
    if not any(fresh):
        return []
    told.update(one for side in fresh if side for one in side)
    emptied = (None if side and not left else left for side, left in zip(sides, fresh, strict=True))
    return [Difference(kind, tuple(emptied))]


def _own_facts(kind: Kind, at: int, passages: Sequence[Passage]) -> list[str] | None:
    """The clauses with a fact that at least half of the other passages lack; None where others have them all."""
    read = READ[kind]
    others = [read(passage.whole) for place, passage in enumerate(passages) if place != at]
    own = [clause for clause in clauses(passages[at].said) if _is_own(read(clause), others)]
    if own or not read(passages[at].whole):
        return own[:MOST_PHRASES]
    return None


def _is_own(facts: Iterable[str], others: Sequence[frozenset[str]]) -> bool:
    return any(2 * sum(fact not in other for other in others) >= len(others) for fact in facts)


def _degrees(passages: Sequence[Passage], rarity: Rarity) -> list[list[str] | None]:
    """Clauses that correspond to one of the first passage but say how far in other words."""
    first, *rest = (clauses(passage.said) for passage in passages)
    sides: list[list[str]] = [[] for _ in passages]
    for clause in first:
        for at, others in enumerate(rest, 1):
            best = max(others, key=lambda other: mutual(clause, other, rarity), default="")
            if mutual(clause, best, rarity) >= SAME_CLAUSE and degree(clause) != degree(best):
                sides[0] += [clause] if clause not in sides[0] else []
                sides[at].append(best)
    return [side[:MOST_PHRASES] or None for side in sides]


def _own_words(at: int, passages: Sequence[Passage], rarity: Rarity, told: set[str]) -> list[str] | None:
    """The clauses, or members of clauses, that one of few other passages, or most of many, do not have."""
    others = [pairs(passage.whole) for place, passage in enumerate(passages) if place != at]

    def is_own(phrase: str) -> bool:
        lacking = sum(covered(phrase, other, rarity) < LEAST_COVERED for other in others)
        is_lacked = lacking > 0 if len(others) <= FEW else 2 * lacking > len(others)
        return is_lacked and max(map(rarity, pairs(phrase)), default=0.0) >= LEAST_RARE

    said = passages[at].said
    spans = [
        span
        for clause in clause_spans(said)
        if not any(said[slice(*clause)] in one or one in said[slice(*clause)] for one in told)
        for span in own_parts(said, clause, is_own)
    ]
    found = [said[start:end].strip() for start, end in joined(said, spans)]
    weighed = sorted(found, key=lambda phrase: -sum(map(rarity, pairs(phrase))))[:MOST_PHRASES]
    return [phrase for phrase in found if phrase in weighed] or None
