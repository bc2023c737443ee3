"""Questions about times, figures and depths."""

import random
from collections.abc import Iterable, Iterator, Sequence

from assistant.quiz.blanks import Blank, Gap, gaps_in
from assistant.quiz.choosing import OPTIONS, choice, interleaved, wrong_values
from assistant.quiz.deadlines import same_time
from assistant.quiz.due import Due, due_tasks_in, dues_in
from assistant.quiz.material import Material
from assistant.quiz.near_values import near_values
from assistant.quiz.question import Kind, Question
from assistant.quiz.words import quoted, words

TIMES = frozenset({Blank.PERIOD, Blank.DATE})
DEPTHS = frozenset({Blank.DEPTH, Blank.FIGURE})


def when_single(material: Material, chosen: Sequence[str], rng: random.Random) -> Iterator[Question]:
    """Yield questions for one deadline or period."""
    pool = _pool(material, TIMES)
    dues = {id: list(dues_in(material, id)) for id in material.documents}
    facts: dict[str, list[Due | Gap]] = {id: [*dues[id], *pool[id]] for id in chosen}
    for fact in interleaved(facts, rng):
        if isinstance(fact, Due):
            found = [due.cell.text for id in _own_first(material, fact) for due in dues[id]]
            yield from _question(Kind.WHEN_SINGLE, fact, rng.sample(found, len(found)), rng)
        else:
            yield from _question(Kind.WHEN_SINGLE, fact, _near(fact, pool, material, rng), rng)


def depth(material: Material, chosen: Sequence[str], rng: random.Random) -> Iterator[Question]:
    """Yield questions for how finely or how much."""
    pool = _pool(material, DEPTHS)
    for fact in interleaved({id: pool[id] for id in chosen}, rng):
        yield from _question(Kind.DEPTH, fact, _near(fact, pool, material, rng), rng)


def when_multiple(material: Material, chosen: Sequence[str], rng: random.Random) -> Iterator[Question]:
    """Yield questions for the tasks of a table that have one deadline."""
    facts = {id: [one for one in due_tasks_in(material, id) if len(one.dues) > 1] for id in chosen}
    for fact in interleaved(facts, rng):
        dues = rng.sample(fact.dues, rng.randint(2, min(3, len(fact.dues))))
        others = [due.provision.heading for due in rng.sample(fact.others, len(fact.others))]
        wrong = wrong_values(fact, others, OPTIONS - len(dues) + (len(dues) == 3))
        if len(wrong) >= OPTIONS - len(dues):
            yield choice(
                Kind.WHEN_MULTIPLE, fact, [due.provision.heading for due in dues], wrong,
                stem=words()["stems"]["due_tasks"].format(deadline=quoted(fact.deadline)),
                document_id=dues[0].provision.document_id, keys=tuple(key for due in dues for key in due.key()),
                rng=rng,
            )  # fmt: skip


def _pool(material: Material, blanks: frozenset[Blank]) -> dict[str, list[Gap]]:
    return {id: list(gaps_in(material, id, blanks)) for id in material.documents}


def _near(fact: Gap, pool: dict[str, list[Gap]], material: Material, rng: random.Random) -> Iterator[str]:
    """Yield values that might be taken for the right one."""
    others = [gap.value for id in _own_first(material, fact) for gap in pool[id] if gap.blank is fact.blank]
    yield from near_values(fact, others, rng)


def _own_first(material: Material, fact: Due | Gap) -> list[str]:
    own = fact.provision.document_id
    return [own, *(id for id in material.documents if id != own)]


def _question(kind: Kind, fact: Due | Gap, candidates: Iterable[str], rng: random.Random) -> Iterator[Question]:
    wrong = wrong_values(fact, _each_time_once(candidates), OPTIONS - 1)
    if len(wrong) < OPTIONS - 1:
        return
    stems = words()["stems"]
    stem = stems["due"].format(task=fact.task) if isinstance(fact, Due) else stems["blank"].format(sentence=fact.asked)
    yield choice(
        kind, fact, list(fact.rights), wrong, stem=stem,
        document_id=fact.provision.document_id, keys=fact.key(), rng=rng,
    )  # fmt: skip


def _each_time_once(values: Iterable[str]) -> Iterator[str]:
    """Leave out a time that was offered before in other words."""
    seen: list[str] = []
    for value in values:
        if not any(same_time(value, other) for other in seen):
            seen.append(value)
            yield value
