"""Statements to be judged right or wrong."""

import random
from collections.abc import Iterator, Sequence

from assistant.quiz.blanks import Gap
from assistant.quiz.choosing import interleaved
from assistant.quiz.due import Due
from assistant.quiz.holders import Holders
from assistant.quiz.material import Material
from assistant.quiz.modals import Modal, modals_in
from assistant.quiz.question import Claim, Fact, Form, Kind, Question
from assistant.quiz.when import depth, when_single
from assistant.quiz.who import who_single
from assistant.quiz.words import quoted, words

RIGHT, WRONG = 0, 1


def truth(material: Material, chosen: Sequence[str], rng: random.Random) -> Iterator[Question]:
    """Yield statements; as many right as wrong ones over a long sheet.

    The facts, and the wrong values put into them, are those of the questions with one answer.
    """
    makers = [maker(material, chosen, rng) for maker in (who_single, when_single, depth)]
    wanted = _turns(rng)
    turned = interleaved({id: list(modals_in(material, id)) for id in chosen}, rng)
    while makers or turned:
        for maker in list(makers):
            question = next(maker, None)
            if question is None:
                makers.remove(maker)
            else:
                yield _judged(question, is_right=next(wanted), rng=rng)
        modal = next(turned, None)
        if modal is not None:
            yield _turned(modal, is_right=next(wanted))
        elif not makers:
            return


def _turns(rng: random.Random) -> Iterator[bool]:
    """Yield whether a statement is to be right: as often as not within every four."""
    while True:
        yield from rng.sample((True, True, False, False), 4)


def _judged(question: Question, *, is_right: bool, rng: random.Random) -> Question:
    """Turn a question with one answer into a statement with its answer or with a distractor."""
    claim = rng.choice([claim for claim in question.claims if claim.is_right is is_right])
    return _statement(_said(claim.fact, claim.value), claim, question)


def _turned(modal: Modal, *, is_right: bool) -> Question:
    value = modal.sentence if is_right else modal.swapped
    claim = Claim(fact=modal, value=value, is_right=is_right)
    return _statement(quoted(value), claim, modal)


def _statement(statement: str, claim: Claim, of: Question | Modal) -> Question:
    said = words()
    return Question(
        kind=Kind.TRUTH,
        form=Form.TRUTH,
        document_id=of.document_id if isinstance(of, Question) else of.provision.document_id,
        stem=said["stems"]["truth"].format(statement=statement),
        options=(said["truth"]["right"], said["truth"]["wrong"]),
        answer=(RIGHT if claim.is_right else WRONG,),
        keys=of.keys if isinstance(of, Question) else of.key(),
        claims=(claim,),
    )


def _said(fact: Fact, value: str) -> str:
    statements = words()["statements"]
    if isinstance(fact, Gap):
        return quoted(fact.filled(value))
    if isinstance(fact, Due):
        return str(statements["due"].format(task=fact.task, value=quoted(value)))
    if isinstance(fact, Holders):
        return str(statements["holder"].format(task=fact.task, body=value, role=words()["roles"][fact.role.value]))
    raise TypeError(type(fact))
