"""Draw a sheet of questions: the same seed draws the same sheet."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assistant.folding import bare
from assistant.quiz.check import faults
from assistant.quiz.match import match
from assistant.quiz.material import Material
from assistant.quiz.places import find
from assistant.quiz.question import Form, Kind, Question
from assistant.quiz.sentences import SHORTEST
from assistant.quiz.truth import truth
from assistant.quiz.what import what_multiple, what_single
from assistant.quiz.when import depth, when_multiple, when_single
from assistant.quiz.who import who_multiple, who_single
from assistant.quiz.words import words

Maker = Callable[[Material, Sequence[str], random.Random], Iterator[Question]]
MAKERS: dict[Kind, Maker] = {
    Kind.WHO_SINGLE: who_single,
    Kind.WHO_MULTIPLE: who_multiple,
    Kind.WHEN_SINGLE: when_single,
    Kind.WHEN_MULTIPLE: when_multiple,
    Kind.WHAT_SINGLE: what_single,
    Kind.WHAT_MULTIPLE: what_multiple,
    Kind.DEPTH: depth,
    Kind.TRUTH: truth,
    Kind.MATCH: match,
    Kind.FIND: find,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a trainer wants on a sheet."""

    documents: tuple[str, ...]
    kinds: tuple[Kind, ...]
    count: int
    seed: int


class Sheet(NamedTuple):
    """The questions drawn, and what could not be."""

    wishes: Wishes
    questions: tuple[Question, ...]
    shortages: tuple[str, ...]
    """One line each: of which kind the documents give too few."""


def draw(wishes: Wishes, material: Material) -> Sheet:
    """Draw as many questions of each kind as of the others; what one kind lacks the others make up for."""
    kinds = [kind for kind in MAKERS if kind in wishes.kinds]
    chosen = [id for id in material.documents if id in wishes.documents]
    streams = {kind: _Stream(kind, material, chosen, wishes.seed) for kind in kinds}
    drawn: dict[Kind, list[Question]] = {kind: [] for kind in kinds}
    used: set[str] = set()
    left = list(kinds)
    while left and sum(map(len, drawn.values())) < wishes.count:
        for kind in list(left):
            if sum(map(len, drawn.values())) == wishes.count:
                break
            question = streams[kind].next(used)
            if question is None:
                left.remove(kind)
            else:
                drawn[kind].append(question)
                used.update(subjects(question))
    questions = sorted((one for kind in kinds for one in drawn[kind]), key=lambda one: list(Form).index(one.form))
    return Sheet(wishes, tuple(questions), tuple(_shortages(wishes, kinds, drawn)))


def subjects(question: Question) -> set[str]:
    """Return what a question is about, so that a sheet does not ask the same thing twice."""
    found = {f"{key.document_id}#{key.address}#{key.quote}" for key in question.keys}
    # A sentence is the same one whether its article, its paragraph or only a part of it is named.
    said = {f"{key.document_id}#{bare(part)}" for key in question.keys for part in key.quote.split("；") if tells(part)}
    return found | said


def tells(part: str) -> bool:
    """Whether a quoted part is long enough to be the only one with these words."""
    return len(part) >= SHORTEST


class _Stream:
    """The questions of one kind, faulty ones and those about what was asked already left out."""

    def __init__(self, kind: Kind, material: Material, chosen: Sequence[str], seed: int) -> None:
        self._questions = MAKERS[kind](material, chosen, random.Random(f"{seed} {kind}"))
        self._material = material

    def next(self, used: set[str]) -> Question | None:
        for question in self._questions:
            if not subjects(question) & used and not faults(question, self._material):
                return question
        return None


def _shortages(wishes: Wishes, kinds: list[Kind], drawn: dict[Kind, list[Question]]) -> Iterator[str]:
    said = words()
    total = sum(map(len, drawn.values()))
    if not total:
        yield said["shortage"]["none"]
        return
    for place, kind in enumerate(kinds):
        wanted = wishes.count // len(kinds) + (place < wishes.count % len(kinds))
        if len(drawn[kind]) < wanted:
            told = said["shortage"]["kind" if drawn[kind] else "no_kind"]
            yield told.format(kind=said["kinds"][kind], found=len(drawn[kind]), wanted=wanted)
    if total < wishes.count:
        yield said["shortage"]["total"].format(found=total, wanted=wishes.count)
