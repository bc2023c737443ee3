"""Questions about who does what: single and multiple choice."""

import random
from collections.abc import Iterator, Sequence

from assistant.quiz.blanks import Blank, Gap, gaps_in
from assistant.quiz.bodies import is_generic, is_people, level
from assistant.quiz.choosing import OPTIONS, choice, interleaved, wrong_values
from assistant.quiz.holders import Holders, holders_in
from assistant.quiz.material import Material, actors_of
from assistant.quiz.question import Kind, Question
from assistant.quiz.words import words
from index.corpus import Role

MOST_RIGHT = 3


def who_single(material: Material, chosen: Sequence[str], rng: random.Random) -> Iterator[Question]:
    """Yield questions whose answer is one body."""
    facts: dict[str, list[Holders | Gap]] = {
        id: [
            *(one for one in holders_in(material, id) if is_askable(one) and len(one.actors) == 1),
            *gaps_in(material, id, frozenset({Blank.BODY})),
        ]
        for id in chosen
    }
    for fact in interleaved(facts, rng):
        wrong = wrong_values(fact, other_bodies(fact, material, rng), OPTIONS - 1)
        if len(wrong) == OPTIONS - 1:
            yield choice(
                Kind.WHO_SINGLE, fact, list(fact.rights), wrong, stem=stem_of(fact, "who_single"),
                document_id=fact.provision.document_id, keys=fact.key(), rng=rng,
            )  # fmt: skip


def who_multiple(material: Material, chosen: Sequence[str], rng: random.Random) -> Iterator[Question]:
    """Yield questions whose answer is two or three bodies of four or five."""
    facts = {id: [one for one in holders_in(material, id) if is_askable(one) and len(one.actors) > 1] for id in chosen}
    for fact in interleaved(facts, rng):
        right = rng.sample(fact.actors, min(len(fact.actors), rng.randint(2, MOST_RIGHT)))
        wrong = wrong_values(fact, other_bodies(fact, material, rng), OPTIONS + (len(right) == MOST_RIGHT) - len(right))
        if len(wrong) >= OPTIONS - len(right):
            yield choice(
                Kind.WHO_MULTIPLE, fact, right, wrong, stem=stem_of(fact, "who_multiple"),
                document_id=fact.provision.document_id, keys=fact.key(), rng=rng,
            )  # fmt: skip


def is_askable(fact: Holders) -> bool:
    """Whether the holders can be asked for: classes of bodies contain others, unless it is the lead that is asked."""
    if any(is_generic(actor) for actor in fact.actors) or fact.is_open:
        return False
    others = actors_of(fact.material.family(fact.provision))
    return fact.role is Role.LEAD or not any(is_generic(actor) for actor in others)


def other_bodies(fact: Holders | Gap, material: Material, rng: random.Random) -> Iterator[str]:
    """Yield bodies of the same level that might be taken for the right one, those of the same document first.

    Authorities come before people where the right one is an authority, and the other way round.
    """
    is_class, is_people_asked = (test(next(iter(fact.rights))) for test in (is_generic, is_people))
    pool = material.actors if isinstance(fact, Holders) else material.doers
    own = fact.provision.document_id
    ordered = [own, *(id for id in pool if id != own)]
    wanted = level(next(iter(fact.rights)))
    for are_people in (is_people_asked, not is_people_asked):
        for id in ordered:
            bodies = [name for name in pool[id] if level(name) == wanted and is_generic(name) == is_class]
            rng.shuffle(bodies)
            yield from (name for name in bodies if is_people(name) == are_people)


def stem_of(fact: Holders | Gap, stem: str) -> str:
    """Put the question for a holder, or the sentence with a gap."""
    stems = words()["stems"]
    if isinstance(fact, Gap):
        return str(stems["blank"].format(sentence=fact.asked))
    return str(stems[stem].format(task=fact.task, role=words()["roles"][fact.role.value]))
