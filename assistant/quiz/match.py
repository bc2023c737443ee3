"""Bodies to be matched with tasks."""

import random
from collections.abc import Iterator, Sequence

from assistant.quiz.choosing import OPTIONS, interleaved
from assistant.quiz.holders import Holders, holders_in
from assistant.quiz.material import Material
from assistant.quiz.question import Claim, Form, Kind, Question
from assistant.quiz.who import is_askable
from assistant.quiz.words import words

TURNS = 6
"""How many are tried for each document and role."""
LONGEST_TASK = 40


def match(material: Material, chosen: Sequence[str], rng: random.Random) -> Iterator[Question]:
    """Yield four tasks of one document with four bodies, each of which is right for one of them only."""
    groups: dict[str, list[list[Holders]]] = {}
    for id in chosen:
        by_role: dict[str, list[Holders]] = {}
        for one in holders_in(material, id):
            if is_askable(one) and len(one.actors) == 1 and len(one.provision.heading or "") in range(1, LONGEST_TASK):
                by_role.setdefault(one.role.value, []).append(one)
        groups[id] = [facts for facts in by_role.values() for _ in range(TURNS) if len(facts) >= OPTIONS]
    for facts in interleaved(groups, rng):
        found = _four(rng.sample(facts, len(facts)))
        if len(found) == OPTIONS:
            yield _question(found, rng)


def _four(facts: list[Holders]) -> list[Holders]:
    found: list[Holders] = []
    for fact in facts:
        if len(found) < OPTIONS and all(_are_apart(fact, other) for other in found):
            found.append(fact)
    return found


def _are_apart(one: Holders, other: Holders) -> bool:
    return one.also_right(other.actors[0]) is None and other.also_right(one.actors[0]) is None


def _question(facts: list[Holders], rng: random.Random) -> Question:
    bodies = [fact.actors[0] for fact in facts]
    rng.shuffle(bodies)
    first = facts[0]
    return Question(
        kind=Kind.MATCH,
        form=Form.MATCH,
        document_id=first.provision.document_id,
        stem=words()["stems"]["match"].format(role=words()["roles"][first.role.value]),
        options=tuple(bodies),
        answer=tuple(bodies.index(fact.actors[0]) for fact in facts),
        keys=tuple(key for fact in facts for key in fact.key()),
        claims=tuple(
            Claim(fact=fact, value=body, is_right=body == fact.actors[0]) for fact in facts for body in bodies
        ),
        items=tuple(fact.provision.heading for fact in facts),
    )
