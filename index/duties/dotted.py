"""Read duties from a text in which one sign stands for all punctuation, so that no sentence ends."""

from collections.abc import Iterable

from index.corpus import Duty, Provision
from index.duties.acts import Said, duties_of
from index.duties.bodies import Body, is_body
from index.duties.clauses import Clause, dotted_clauses
from index.duties.subjects import Kind, Reading, read_clause
from index.duties.words import words

SHORT_ACT = 10
"""Characters: a shorter act is likely the first part of a list …"""
SHORT_PART = 5
"""… and a shorter clause after it not yet the last."""


def read_dotted(provision: Provision) -> list[Duty]:
    """Return the duties whose actor and verb stand together; nothing is carried from one clause to another.

    The one exception: “公开主体是….要认真落实…”, where the clause before says who the actor is.
    """
    clauses = dotted_clauses(provision.own_text)
    readings = [read_clause(clause.text) for clause in clauses]
    duties: list[Duty] = []
    for index, (clause, reading) in enumerate(zip(clauses, readings, strict=True)):
        said = None
        if reading.kind is Kind.SUBJECT:
            said = _with_actors_before(Said.of(clause, reading, None), clauses[:index])
        elif reading.kind is Kind.BARE and index and readings[index - 1].kind is Kind.IDENTITY:
            who = Said.of(clauses[index - 1], readings[index - 1], None)
            said = _with_actors_before(who, clauses[: index - 1]).with_act(clause, reading.act)
        if said is None or any("等" in actor.text for actor in said.actors):
            continue
        said.clauses += _rest_of_list(said, zip(clauses[index + 1 :], readings[index + 1 :], strict=True))
        duties += duties_of(said, provision.own_text, provision.start)
    return duties


def _rest_of_list(said: Said, following: Iterable[tuple[Clause, Reading]]) -> list[Clause]:
    """Return the clauses without which an act would stop in the middle of a list."""
    rest: list[Clause] = []
    last = said.clauses[-1].end - said.act
    for clause, reading in following:
        names_actor = clause.text in words()["bodies"]["levels"] or is_body(clause.text)
        if last >= (SHORT_PART if rest else SHORT_ACT) or reading.kind is not Kind.PLAIN or names_actor:
            break
        rest.append(clause)
        last = len(clause.text)
    return rest


def _with_actors_before(said: Said, clauses: list[Clause]) -> Said:
    """Add the bodies that fill the clauses before, and what belongs to the first: 市.区政府各部门."""
    table = words()["bodies"]
    actors, start = list(said.actors), said.start
    for clause in reversed(clauses):
        first = actors[0]
        shares_office = first.text.endswith(table["shared_ending"]) and clause.text.endswith(table["sharing_ending"])
        if clause.text in table["levels"] or (shares_office and is_body(clause.text)):
            actors[0] = Body(clause.start, first.end, f"{clause.text}{clause.mark}{first.text}")
        elif is_body(clause.text):
            actors.insert(0, Body(*clause[:3]))
        else:
            break
        start = clause.start
    return Said(tuple(actors), start, said.act, said.clauses, said.timing)
