"""List what a body leads, does or joins, over the documents in scope."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Outcome, Table
from assistant.catalogue import Catalogue, Entry
from assistant.compose.excerpt import excerpt_claims
from assistant.compose.naming import document_name
from assistant.compose.who_when import duty_line, duty_supports
from assistant.compose.words import pattern, words
from assistant.draft import Draft, DraftClaim
from assistant.folding import bare
from assistant.question import Aspect, Question
from assistant.short_bodies import is_shortened
from assistant.source import Source
from index.corpus import Duty, Provision, Role

FEW = 4
"""Tasks, up to which number each is told with what it consists of."""
MOST_SENTENCES = 6
MOST_LISTED = 40
LONGEST_BESIDE = 10
"""Characters; a question with more asks what a body does in one matter."""


Found = tuple[Entry, Provision, list[Duty]]
"""A provision with the duties in it of the bodies asked about."""
Behind = tuple[tuple[tuple[DraftClaim, ...], ...], ...]


def duties_of(question: Question, catalogue: Catalogue, source: Source) -> Draft | None:
    """Answer what the bodies named in a question have to do; None where no provision names them as actors.

    What they do in one matter is none of these questions.
    """
    found = _found(question, catalogue) if len(_beside(question)) <= LONGEST_BESIDE else []
    if "牵头" in question.text:
        found = [item for item in found if any(duty.role is Role.LEAD for duty in item[2])]
    if not found:
        return None
    listed = found[:MOST_LISTED]
    told = [
        (
            _claim(entry, provision, duties, source),
            *(_substance(entry, provision, duties) if len(listed) <= FEW else ()),
        )
        for entry, provision, duties in listed
    ]
    table, behind = _table(listed, told)
    named = list(dict.fromkeys(duty.actor for _, _, duties in found for duty in duties if duty.actor))
    message = f"{'、'.join(named)}：查到{len(found)}项。"
    if called := _called_otherwise(named, question.text):
        message += f"条款中写的是“{'、'.join(called)}”，是否即所问机关，请按机构改革情况核对。"
    return Draft(
        question=question,
        hits=(),
        outcome=Outcome.ANSWERED,
        claims=tuple(claim for own in told for claim in own),
        message=message,
        table=table,
        behind_cells=behind,
    )


def _table(listed: Sequence[Found], told: Sequence[tuple[DraftClaim, ...]]) -> tuple[Table, Behind]:
    """A row for each task, with the claims behind what it says; one document is named by the answer alone."""
    several = len({entry.document.id for entry, *_ in listed}) > 1
    columns = ("条款", "任务", "职责")
    rows = [(provision.address, provision.heading, _line(provision, duties)) for _, provision, duties in listed]
    behind: Behind = tuple(((), (), own) for own in told)
    if not several:
        return Table(columns=columns, rows=tuple(rows)), behind
    names = [document_name(entry.document) for entry, *_ in listed]
    rows_named = tuple((name, *row) for name, row in zip(names, rows, strict=True))
    return Table(columns=("文件", *columns), rows=rows_named), tuple(((), *row) for row in behind)


def asks_only_of_bodies(question: Question) -> bool:
    """Whether a question asks what bodies have to do or to disclose and says nothing of any matter."""
    is_open = Aspect.WHAT in question.aspects and question.aspects <= {Aspect.WHAT, Aspect.WHO, Aspect.WHEN}
    return bool(question.scope.bodies) and is_open and not bare(pattern("bodies", "open").sub("", _beside(question)))


def _beside(question: Question) -> str:
    """What a question is about, beside bodies and tasks."""
    rest, called = bare(question.topic), words("bodies")["called"]
    for body in sorted(question.scope.bodies, key=len, reverse=True):
        name = bare(body).lstrip("各本市省区县")
        rest = rest.replace(bare(body), "").replace(name, "")
        stem = pattern("bodies", "office_end").sub("", name)
        rest = re.sub(rf"{re.escape(stem)}(?:{called})", "", rest) if len(stem) > 1 else rest
    return pattern("bodies", "tasks").sub("", rest)


def _called_otherwise(bodies: Sequence[str], question: str) -> list[str]:
    """The bodies whose names a question does not use."""
    said = bare(question)
    return [
        body for body in bodies if bare(body).lstrip("各本市省区县") not in said and not is_shortened(question, body)
    ]


def no_duties(question: Question) -> Draft | None:
    """Say that nobody gives a task to the body asked about; None where the question names none."""
    asked = pattern("bodies", "asked")
    match = next((found for part in question.topic.split() if (found := asked.fullmatch(bare(part)))), None)
    if match is None:
        return None
    message = f"资料库的条款中没有写明由“{match['body']}”牵头或负责的事项。"
    return Draft(question=question, hits=(), outcome=Outcome.NOT_IN_LIBRARY, message=message)


def _found(question: Question, catalogue: Catalogue) -> list[Found]:
    once: dict[str, Found] = {}
    for body in question.scope.bodies:
        for entry, provision in catalogue.provisions_of(body):
            if question.documents is None or entry.document.id in question.documents:
                duties = [duty for duty in provision.duties if duty.actor in question.scope.bodies]
                once.setdefault(provision.id, (entry, provision, duties))
    return list(once.values())


def _line(provision: Provision, duties: list[Duty]) -> str:
    return duty_line(provision) or "；".join(duty.act for duty in duties)


def _substance(entry: Entry, provision: Provision, duties: list[Duty]) -> list[DraftClaim]:
    """What a task consists of, in sentences or in the cell for it; of a text on many bodies what names this one."""
    label = document_name(entry.document)
    said = excerpt_claims(provision, entry.document, "", most=MOST_SENTENCES)
    if not duty_line(provision):
        said = [claim for claim in said if any(duty.actor and duty.actor in claim.text for duty in duties)]
    return [replace(claim, label=label) for claim in said]


def _claim(entry: Entry, provision: Provision, duties: list[Duty], source: Source) -> DraftClaim:
    supports = duty_supports(provision, entry.document, source)
    line = _line(provision, duties)
    subject = f"{provision.heading}：" if provision.heading and line not in provision.heading else ""
    label = f"{document_name(entry.document)}"
    return DraftClaim(text=f"{subject}{line}。", supports=supports, label=label)
