"""Check that a question has one answer: no distractor is also right, and the key stands in the provisions."""

from collections.abc import Iterator

from assistant.folding import bare
from assistant.quiz.material import Material
from assistant.quiz.question import Form, Question


def faults(question: Question, material: Material) -> list[str]:
    """Return what is wrong with a question, one line each; none where it may be asked."""
    return [*_ambiguous(question), *_shape(question), *_key(question, material)]


def _ambiguous(question: Question) -> Iterator[str]:
    for claim in question.claims:
        is_right = bare(claim.value) in {bare(value) for value in claim.fact.rights}
        if claim.is_right and not is_right:
            yield f"{claim.value} is called right and is not"
        elif not claim.is_right and is_right:
            yield f"{claim.value} is called wrong and is right"
        elif not claim.is_right and (reason := claim.fact.also_right(claim.value)):
            yield f"{claim.value} is called wrong, but {reason}"


def _shape(question: Question) -> Iterator[str]:
    if len({bare(option) for option in question.options}) < len(question.options):
        yield "two options are the same"
    if not question.answer or any(place not in range(len(question.options)) for place in question.answer):
        yield "the answer is none of the options"
    if question.form in (Form.SINGLE, Form.TRUTH) and len(question.answer) != 1:
        yield "more than one answer"
    if question.form is Form.MULTIPLE and not 1 < len(question.answer) < len(question.options):
        yield "all options are right, or only one is"
    if question.form is Form.MATCH and len(question.items) != len(question.answer):
        yield "items without an answer"


def _key(question: Question, material: Material) -> Iterator[str]:
    if not question.keys:
        yield "no key"
    for key in question.keys:
        provision = material.provision(key.document_id, key.address)
        if provision is None:
            yield f"{key.document_id}#{key.address} does not exist"
            continue
        printed = material.provision(key.document_id, key.carried_from) if key.carried_from else provision
        cells = [cell.text for cell in provision.cells]
        if printed is None or not (key.quote in printed.text or key.quote in cells):
            yield f"“{key.quote}” does not stand in {provision.id}"
