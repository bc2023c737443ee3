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
BESIDE = re.compile(
    r"(?:完成|落实|办理?|公开|公布|发布|做)(?:时间|时限|期限|日期|好|完|到位)?|时间|时限|期限|(?:公开|工作)?(?:任务|事项|工作|活儿?|事情?|东西|内容|信息)"
    r"|[中里内件样项个事以之][前内里]?|列为|标[明注]|必?须|到期|[全都该]"
)
"""What a question about tasks that are due may say beside the deadline and the bodies."""
LONGEST_BESIDE = 3
"""Characters; a question with more is about a topic of which the deadline is a part, unless it asks for tasks."""
ASKS_FOR_TASKS = re.compile(
    r"(?:哪些|哪[几一]?[项件个]|几[项件个]|多少[项件个]?|所有|全部|各项)的?(?:任务|事项|工作)|的(?:任务|事项)"
)
BEFORE = re.compile("[以之]前")
STANDING = ("实时", "年内")
"""Deadlines that are no dates; they count only where tasks are asked for."""


def due_by(question: Question, catalogue: Catalogue, source: Source) -> Draft | None:
    """Answer which tasks of the named documents have a deadline; None where none is named or nothing has it."""
    if not question.named or not question.documents or len(question.documents) > MOST_DOCUMENTS:
        return None
    asks = question.aspects & {Aspect.WHAT, Aspect.STRUCTURE, Aspect.WHEN, Aspect.DUTIES_OF_BODY}
    if (not asks and not TASKS.search(question.text)) or Aspect.COMPARISON in question.aspects:
        return None
    wanted = {_plain(words.text) for words in deadline_words(question.text)}
    wanted |= {words for words in STANDING if words in question.text}
    is_plain = ASKS_FOR_TASKS.search(question.text) or len(_beside(question, wanted)) <= LONGEST_BESIDE
    if not wanted or not is_plain:
        return None
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


def _beside(question: Question, wanted: Collection[str]) -> str:
    """What a question is about, beside tasks, deadlines and the bodies that it names."""
    rest = _plain(question.topic)
    bodies = [form for body in question.scope.bodies for form in (bare(body), bare(body).lstrip("各本市省区县"))]
    for words in sorted([*wanted, *bodies], key=len, reverse=True):
        rest = rest.replace(words, " ")
    return bare(BESIDE.sub(" ", rest))


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
