"""Where a sentence stands, and where else the same may be said."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.quiz.choosing import OPTIONS, interleaved, offered, wrong_values
from assistant.quiz.likeness import pairs, says_the_same, topic
from assistant.quiz.material import Material
from assistant.quiz.question import Claim, Form, Key, Kind, Question
from assistant.quiz.sentences import sentences_of
from assistant.quiz.words import quoted, words
from index.corpus import Provision

LEAST_WORDS = 24
"""Characters without which a sentence might stand anywhere."""
PURPOSE = re.compile(r"制定本|本(?:条例|办法|规定|法)自")
"""Purpose and coming into force: everybody knows that they stand first and last."""
NEIGHBOURS = 10
"""Provisions to each side from which distractors are taken first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The provision in which a sentence stands, an article as a whole; values are addresses of its document."""

    provision: Provision
    sentence: str
    material: Material = field(repr=False)

    @property
    def rights(self) -> tuple[str, ...]:
        """The address."""
        return (self.provision.address,)

    @property
    def is_told(self) -> bool:
        """Whether the heading, which is offered with the address, has words of the sentence."""
        return bool(self.provision.heading) and bool(topic(self.provision.heading) & pairs(self.sentence))

    def also_right(self, value: str) -> str | None:
        """Say why another address may be right too: it is part of the right one, or says the same."""
        other = self.material.provision(self.provision.document_id, value)
        if other is None:
            return "is no address of the document"
        for one in [*self.material.ancestors(self.provision), *self.material.descendants(self.provision)]:
            if one.address == value or value in one.aliases:
                return "is part of the right one, or the other way round"
        return "says the same" if says_the_same(self.sentence, other.text) else None


def find(material: Material, chosen: Sequence[str], rng: random.Random) -> Iterator[Question]:
    """Yield questions for the provision in which something stands; those whose headings tell come last."""
    places = {id: list(places_in(material, id)) for id in chosen}
    for is_told in (False, True):
        facts = {id: [one for one in of if one.is_told is is_told] for id, of in places.items()}
        for fact in interleaved(facts, rng):
            wrong = wrong_values(fact, _others(fact, material, rng), OPTIONS - 1)
            if len(wrong) == OPTIONS - 1:
                yield _question(fact, wrong, rng)


def places_in(material: Material, document_id: str) -> Iterator[Place]:
    """Yield every sentence of a document that reads by itself, with the provision officers would cite for it."""
    for one in material.provisions(document_id):
        unit = next((above for above in [one, *material.ancestors(one)] if above.kind == "条"), one)
        for sentence in sentences_of(one):
            is_askable = len(sentence) >= LEAST_WORDS and not PURPOSE.search(sentence)
            if is_askable and (unit.heading_path or unit.kind == "条"):
                yield Place(provision=unit, sentence=sentence, material=material)


def _others(fact: Place, material: Material, rng: random.Random) -> list[str]:
    """Return addresses of the same kind, neighbours first."""
    same = [one for one in material.provisions(fact.provision.document_id) if one.kind == fact.provision.kind]
    place = same.index(fact.provision)
    near = [one.address for at, one in enumerate(same) if 0 < abs(at - place) <= NEIGHBOURS]
    far = [one.address for at, one in enumerate(same) if abs(at - place) > NEIGHBOURS]
    return [*rng.sample(near, len(near)), *rng.sample(far, len(far))]


def _question(fact: Place, wrong: list[str], rng: random.Random) -> Question:
    right = fact.provision
    addresses, answer = offered([right.address], wrong, rng)
    named = [fact.material.provision(right.document_id, address) for address in addresses]
    return Question(
        kind=Kind.FIND,
        form=Form.SINGLE,
        document_id=right.document_id,
        stem=words()["stems"]["find"].format(sentence=quoted(fact.sentence)),
        options=tuple(_name(one) for one in named if one),
        answer=answer,
        keys=(Key(document_id=right.document_id, address=right.address, quote=fact.sentence),),
        claims=tuple(Claim(fact=fact, value=one, is_right=one == right.address) for one in addresses),
    )


def _name(provision: Provision) -> str:
    """Name an address with its heading, unless the address is made of it."""
    heading = "" if provision.heading in provision.address else provision.heading
    return f"{provision.address}　{heading}".strip(" 　")
