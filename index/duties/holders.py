"""Read who holds a task in which role: “市财政局牵头，各区县政府和市政府部门分别负责落实”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from index.corpus import Duty, Role
from index.duties.bodies import Body, is_body, split_bodies
from index.duties.words import pattern, role_phrase, role_words, words

CLAUSE = re.compile(r"[^，,；;。\n]+")
LABEL = re.compile(r"\s*(?P<label>[^：:、]{2,8})[：:]")


@dataclass(frozen=True, slots=True)
class Holder:
    """A body with its role, and the words that say so."""

    body: Body
    role: Role | None
    says_role: bool
    """Whether a role word stands with it; the role may be None all the same (指导)."""
    start: int
    end: int


class _Clause(NamedTuple):
    text: str
    start: int
    role: Role | None
    """The role its label gives (负责部门：…)."""
    says_role: bool


def holders(text: str, offset: int = 0) -> list[Holder]:
    """Return the bodies of a bracket or cell; a body without role word takes the role of the next clause.

    Positions are those in `text` plus `offset`.
    """
    found: list[Holder] = []
    for clause in _clauses(text, offset):
        found += _clause_holders(clause)
    for index in range(len(found) - 2, -1, -1):
        if not found[index].says_role and found[index + 1].says_role:
            later = found[index + 1]
            found[index] = replace(found[index], role=later.role, says_role=True, end=later.end)
    if found and pattern("roles", "first_leads_pattern").search(text):
        found[0] = replace(found[0], role=Role.LEAD, end=offset + len(text))
    return found


def held_duties(text: str, offset: int, *, act: str, deadline: str | None) -> list[Duty]:
    """Return one duty for each body whose role a bracket or a labelled line says, all with one act and deadline."""
    return [
        Duty(
            actor=holder.body.text,
            role=holder.role,
            act=act,
            deadline=deadline,
            start=holder.start,
            end=holder.end,
        )
        for holder in holders(text, offset)
        if holder.says_role and is_body(holder.body.text)
    ]


def _clauses(text: str, offset: int) -> Iterator[_Clause]:
    """Cut at commas; a label goes on for the clauses after it, and what another label says is left out."""
    role, says_role, known = None, False, True
    for match in CLAUSE.finditer(text):
        words_of, start = match.group(), offset + match.start()
        if label := LABEL.match(words_of):
            role = _labels().get(label["label"])
            says_role = known = role is not None
            words_of, start = words_of[label.end() :], start + label.end()
        if known and words_of:
            yield _Clause(words_of, start, role, says_role)


@cache
def _labels() -> dict[str, Role]:
    return {label: Role(role) for role, labels in words()["roles"]["labels"].items() for label in labels}


def _clause_holders(clause: _Clause) -> list[Holder]:
    """Take a clause apart at its role words: 市财政局牵头、市审计局配合."""
    found: list[Holder] = []
    position = 0
    for phrase in role_phrase().finditer(clause.text):
        before = clause.text[position : phrase.start()].lstrip("、")
        start = phrase.start() - len(before)
        bodies = _with_partners(before, clause.start + start)
        if not bodies or not is_body(bodies[-1][0].text):
            continue
        role = role_words()[phrase["role"]]
        span = (clause.start + start, clause.start + phrase.end())
        found += [Holder(body, Role.JOIN if joins else role, True, *span) for body, joins in bodies]
        position = phrase.end()
    if not found:
        whole = (clause.start, clause.start + len(clause.text))
        bodies = _with_partners(clause.text, clause.start)
        for body, joins in bodies:
            role = Role.JOIN if joins else clause.role
            found.append(Holder(body, role, joins or clause.says_role, *whole))
    return found


def _with_partners(text: str, offset: int) -> list[tuple[Body, bool]]:
    """Split “A会同B”: the bodies, and whether each joins another."""
    first, verb, partners = text, "", ""
    if match := pattern("roles", "join_verb_pattern").search(text):
        first, verb, partners = text[: match.start()], match.group(), text[match.end() :]
    passive = len(first) - len(first.removeprefix("由"))
    return [
        *((body, False) for body in split_bodies(first[passive:], offset + passive)),
        *((body, True) for body in split_bodies(partners, offset + len(first) + len(verb))),
    ]
