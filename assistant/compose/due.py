"""List the tasks that are due by a deadline that the question names."""

import re
from collections.abc import Collection

from assistant.answer import Outcome
from assistant.catalogue import Catalogue
from assistant.compose.naming import document_name
from assistant.compose.who_when import duty_line, duty_supports
from assistant.draft import Draft, DraftClaim
from assistant.folding import bare
from assistant.question import Aspect, Question
from assistant.source import Source
from index.corpus import Provision
from index.duties import deadline_words

MOST_DOCUMENTS = 4
TASKS = re.compile(r"任务|工作|事项|完成")
BEFORE = re.compile("[以之]前")
STANDING = ("实时", "年内")
"""Deadlines that are no dates; they count only where tasks are asked for."""


def due_by(question: Question, catalogue: Catalogue, source: Source) -> Draft | None:
    """Answer which tasks of the named documents have a deadline; None where none is named or nothing has it."""
    if not question.named or not question.documents or len(question.documents) > MOST_DOCUMENTS:
        return None
    asks = question.aspects & {Aspect.WHAT, Aspect.STRUCTURE, Aspect.WHEN, Aspect.DUTIES_OF_BODY}
    if not asks and not TASKS.search(question.text):
        return None
    wanted = {_plain(words.text) for words in deadline_words(question.text)}
    wanted |= {words for words in STANDING if words in question.text}
    claims = [
        DraftClaim(
            text=f"{provision.heading}：{duty_line(provision)}。",
            supports=duty_supports(provision, entry.document, source),
            label=document_name(entry.document),
        )
        for document_id in question.documents
        if (entry := catalogue.entry(document_id)) is not None
        for provision in catalogue.provisions(document_id)
        if provision.cells and _is_due(provision, wanted, question.scope.bodies)
    ]
    if not claims:
        return None
    return Draft(
        question=question,
        hits=(),
        outcome=Outcome.ANSWERED,
        claims=tuple(claims),
        message=f"时限为“{'、'.join(sorted(wanted))}”的任务，查到{len(claims)}项：",
    )


def _plain(deadline: str) -> str:
    """Fold a deadline; 以前 and 之前 say no more than 前."""
    return BEFORE.sub("前", bare(deadline))


def _is_due(provision: Provision, wanted: Collection[str], bodies: Collection[str]) -> bool:
    """Whether a task has one of the deadlines and, where bodies are named, is one of theirs."""
    return any(
        duty.deadline
        and any(words in _plain(duty.deadline) or _plain(duty.deadline) in words for words in wanted)
        and (not bodies or duty.actor in bodies)
        for duty in provision.duties
    )
