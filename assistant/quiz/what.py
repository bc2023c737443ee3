"""Questions about what is demanded: single and multiple choice."""

import random
from collections.abc import Iterator, Sequence

from assistant.quiz.choosing import OPTIONS, choice, interleaved, wrong_values
from assistant.quiz.contents import Content, Listing, contents_in, likeness, listings_in
from assistant.quiz.material import Material
from assistant.quiz.question import Claim, Form, Kind, Question
from assistant.quiz.words import quoted, words

NEAREST = 8
"""Of so many items that look most like those of a list some are offered beside them."""
TURNS = 4
"""How often one list is asked about; sentences are asked about once each."""


def what_single(material: Material, chosen: Sequence[str], rng: random.Random) -> Iterator[Question]:
    """Yield questions whose answer is one item or sentence."""
    for fact, place in _facts(material, chosen, rng):
        right = list(fact.rights)
        if isinstance(fact, Listing) and place % 2 and len(right) >= OPTIONS - 1:
            yield from _not_listed(fact, material, rng)
        elif place < len(right):
            yield from _question(Kind.WHAT_SINGLE, fact, [rng.choice(right)], material, rng)


def what_multiple(material: Material, chosen: Sequence[str], rng: random.Random) -> Iterator[Question]:
    """Yield questions whose answer is two or three items or sentences."""
    for fact, _ in _facts(material, chosen, rng):
        if len(fact.rights) > 1:
            right = rng.sample(fact.rights, min(len(fact.rights), rng.randint(2, 3)))
            yield from _question(Kind.WHAT_MULTIPLE, fact, right, material, rng)


def _facts(material: Material, chosen: Sequence[str], rng: random.Random) -> Iterator[tuple[Listing | Content, int]]:
    """Yield each list and each provision once, then lists again: a sheet asks about all before it repeats one."""
    lists: dict[str, list[Listing]] = {id: list(listings_in(material, id)) for id in chosen}
    first: dict[str, list[Listing | Content]] = {id: [*lists[id], *contents_in(material, id)] for id in chosen}
    for one in interleaved(first, rng):
        yield one, 0
    for turn in range(1, TURNS):
        yield from ((one, turn) for one in interleaved(lists, rng))


def _question(
    kind: Kind, fact: Listing | Content, right: list[str], material: Material, rng: random.Random
) -> Iterator[Question]:
    wrong = wrong_values(fact, _others(fact, material, rng), OPTIONS - len(right))
    if len(wrong) == OPTIONS - len(right):
        yield choice(
            kind, fact, right, wrong, stem=_stem(fact, many=len(right) > 1),
            document_id=fact.provision.document_id, keys=fact.keys_of(right), rng=rng,
        )  # fmt: skip


def _not_listed(fact: Listing, material: Material, rng: random.Random) -> Iterator[Question]:
    """Ask for what is not in the list."""
    listed = rng.sample(fact.rights, OPTIONS - 1)
    wrong = wrong_values(fact, _others(fact, material, rng), 1)
    if not wrong:
        return
    options = [*listed, *wrong]
    rng.shuffle(options)
    yield Question(
        kind=Kind.WHAT_SINGLE,
        form=Form.SINGLE,
        document_id=fact.provision.document_id,
        stem=words()["stems"]["not_listed"].format(lead_in=fact.lead_in),
        options=tuple(options),
        answer=(options.index(wrong[0]),),
        keys=fact.keys_of(listed),
        claims=tuple(Claim(fact=fact, value=value, is_right=value in listed) for value in options),
    )


def _others(fact: Listing | Content, material: Material, rng: random.Random) -> Iterator[str]:
    """Yield what other provisions list or demand: of the same document first, what is most like the answer before."""
    own = fact.provision.document_id
    for id in [own, *(other for other in material.documents if other != own)]:
        others = listings_in(material, id) if isinstance(fact, Listing) else contents_in(material, id)
        found = [(one, value) for one in others if one.provision.id != fact.provision.id for value in one.rights]
        rng.shuffle(found)
        if isinstance(fact, Listing):
            found.sort(key=lambda pair: -likeness(fact, *pair))
            near = found[:NEAREST]
            found[:NEAREST] = rng.sample(near, len(near))
        yield from (value for _, value in found)


def _stem(fact: Listing | Content, *, many: bool) -> str:
    stems = words()["stems"]
    if isinstance(fact, Listing):
        return str(stems["listed_many" if many else "listed"].format(lead_in=fact.lead_in))
    return str(stems["content_many" if many else "content"].format(task=quoted(fact.provision.heading.strip(" 　。"))))
