"""Turn what a sentence says of an actor into duties, each with its own act and deadline."""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, Self

from index.corpus import Duty, Role
from index.duties.bodies import Body
from index.duties.clauses import Clause, cut_act
from index.duties.deadlines import Deadline, deadline_words
from index.duties.leading import leading_bodies
from index.duties.subjects import Reading
from index.duties.words import alternatives, one_of, pattern, role_words, words


@dataclass(slots=True)
class Said:
    """An actor and the clauses that say what it must do; positions are within the provision."""

    actors: tuple[Body, ...]
    start: int
    """Where the words begin that name the actor, or the deadline before it."""
    act: int
    clauses: list[Clause]
    timing: Deadline | None = None
    """A deadline that stands before the actor."""
    requested: bool = False

    @classmethod
    def of(cls, clause: Clause, reading: Reading, timing: Clause | None) -> Self:
        """Begin with the clause that names the actor, and the clause before it that is but a deadline."""
        actors = tuple(Body(a.start + clause.start, a.end + clause.start, a.text) for a in reading.actors)
        before = [d for d in _deadlines(clause) if d.end <= actors[0].start]
        if timing:
            before = [Deadline(timing.start, timing.end, timing.text)]
        act = clause.start + reading.act
        start = min(act, before[0].start if before else actors[0].start)
        requested = clause.text.startswith(words()["sentences"]["request"])
        return cls(actors, start, act, [clause], before[0] if before else None, requested)

    def with_act(self, clause: Clause, act: int) -> Self:
        """Return the same actor with a duty said in a later clause; if that is but a deadline, what it times."""
        deadlines = deadline_words(clause.text)
        says_when = bool(deadlines) and deadlines[-1].end == len(clause.text)
        start = self.act if says_when else clause.start + act
        return type(self)(self.actors, self.start, start, [clause])


class _Task(NamedTuple):
    start: int
    clauses: list[Clause]
    deadline: Deadline | None


def duties_of(said: Said, text: str, offset: int) -> list[Duty]:
    """Return one duty for each actor and act; `offset` is where `text` begins in the document."""
    duties = []
    for task in _tasks(said):
        start, end = _act_span(task, text)
        act = text[start:end]
        for actor, role in [*((body.text, _role(act)) for body in said.actors), *_partners(act)]:
            duties.append(
                Duty(
                    actor=actor,
                    role=role,
                    act=act,
                    deadline=task.deadline.text if task.deadline else None,
                    start=offset + said.start,
                    end=offset + end,
                )
            )
    return duties


def _tasks(said: Said) -> list[_Task]:
    """Part the clauses where another deadline begins: “于7月底前报…备案，并于11月底前将…报…”."""
    tasks: list[_Task] = []
    for clause in said.clauses:
        inside = [d for d in _deadlines(clause) if d.start >= said.actors[-1].end]
        deadline = inside[0] if inside else None
        if not tasks:
            tasks.append(_Task(said.act, [clause], said.timing or deadline))
            continue
        last = tasks[-1]
        further = one_of("sentences", "further").match(clause.text)
        if deadline and (further or last.deadline):
            tasks.append(_Task(clause.start + (further.end() if further else 0), [clause], deadline))
        else:
            tasks[-1] = last._replace(clauses=[*last.clauses, clause], deadline=last.deadline or deadline)
    return tasks


def _deadlines(clause: Clause) -> list[Deadline]:
    found = deadline_words(clause.text)
    return [Deadline(d.start + clause.start, d.end + clause.start, d.text) for d in found]


def _act_span(task: _Task, text: str) -> tuple[int, int]:
    """Return where the act stands; its deadline is never cut off."""
    act = cut_act(text[task.start : task.clauses[-1].end])
    end = task.start + len(act)
    if task.deadline is None or task.deadline.end <= end:
        return task.start, end
    clause = next(clause for clause in task.clauses if clause.end >= task.deadline.end)
    return clause.start, clause.end


@cache
def _role_at_start() -> re.Pattern[str]:
    sentence = words()["sentences"]
    return re.compile(
        f"(?:{sentence['modal_pattern']})??(?:{sentence['adverb_pattern']})*(?P<role>{alternatives(role_words())})"
    )


def _role(act: str) -> Role | None:
    """Return the role an act begins with (负责推进…, 要牵头…)."""
    match = _role_at_start().match(act)
    return role_words()[match["role"]] if match else None


def _partners(act: str) -> list[tuple[str, Role]]:
    """Return the bodies that join: 会同国务院财政部门制定."""
    match = pattern("roles", "join_verb_pattern").match(act)
    return [(body.text, Role.JOIN) for body in leading_bodies(act[match.end() :])] if match else []
