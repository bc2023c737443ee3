"""Say of one clause who its subject is and where the duty begins: “各区县政府|应于2014年年底前开展…”."""

import re
from enum import Enum, auto
from typing import NamedTuple

from index.duties.bodies import Body, is_body, split_bodies
from index.duties.circumstances import after_connective, filled, timed_at, without_circumstances
from index.duties.leading import leading_bodies
from index.duties.words import one_of, pattern, words


class Kind(Enum):
    """What a clause contributes to a duty."""

    SUBJECT = auto()
    """Names the actor and says the duty."""
    TOPIC = auto()
    """Names an actor whose duty the next clauses may say: 行政机关不能当场答复的，…"""
    IDENTITY = auto()
    """The same, saying what the actor is: 国务院办公厅是全国的主管部门，…"""
    BARE = auto()
    """Says a duty without actor: …，应当当场予以答复."""
    FOREIGN = auto()
    """Speaks of something else."""
    PLAIN = auto()
    """Goes on with what stands before."""


class Reading(NamedTuple):
    """What one clause says; positions are within the clause."""

    kind: Kind
    actors: tuple[Body, ...] = ()
    act: int = 0
    """Where the act begins, at the verb of duty where there is one."""


def read_clause(text: str) -> Reading:
    """Classify a clause; an actor must stand right before the verb of duty or begin the clause."""
    start = after_connective(text)
    modals = [m for m in pattern("sentences", "modal_pattern").finditer(text, start) if _outside(text, m)]
    for modal in modals:
        if actors := _subject(text, start, modal) or _agent(text, modal):
            return Reading(Kind.SUBJECT, actors, modal.start())
    bare = bool(modals) and not filled(text, start, modals[0].start())
    if bare and modals[0].group() not in words()["sentences"]["phrase_verbs"]:
        return Reading(Kind.BARE, (), modals[0].start())
    if reading := _requested(text, start) or _opened_by_body(text, start):
        return reading
    if bare:
        return Reading(Kind.BARE, (), modals[0].start())
    goes_on = not modals or one_of("sentences", "further").match(text)
    return Reading(Kind.PLAIN if goes_on else Kind.FOREIGN)


def _outside(text: str, modal: re.Match[str]) -> bool:
    """Leave out verbs in brackets."""
    before = text[: modal.start()]
    return sum(map(before.count, "(（")) == sum(map(before.count, ")）"))


def _subject(text: str, start: int, modal: re.Match[str]) -> tuple[Body, ...]:
    """Return the bodies that fill a clause up to its verb of duty; none where anything else stands there."""
    start, end = without_circumstances(text, start, modal.start())
    passive = [*pattern("sentences", "agent_pattern").finditer(text[start:end])]
    if passive and modal.group() in words()["sentences"]["phrase_verbs"]:
        if pattern("sentences", "permission_pattern").search(text[start:end]):
            return ()
        start += passive[-1].end()
    bodies = split_bodies(text[start:end], start)
    if pattern("sentences", "object_act_pattern").fullmatch(text, modal.start()):
        return ()
    return tuple(bodies) if bodies and all(is_body(body.text) for body in bodies) else ()


def _agent(text: str, modal: re.Match[str]) -> tuple[Body, ...]:
    """Return who acts in a passive clause: 应当由行政机关建立健全."""
    agent = pattern("sentences", "agent_pattern").search(text, modal.end())
    if agent is None:
        return ()
    start, end = without_circumstances(text, modal.end(), agent.start())
    if not re.fullmatch(words()["sentences"]["before_agent_pattern"], text[start:end]):
        return ()
    bodies = _shifted(leading_bodies(text[agent.end() :]), agent.end())
    describes_noun = bool(bodies) and "的" in text[bodies[-1].end :]
    return () if describes_noun else bodies


def _requested(text: str, start: int) -> Reading | None:
    """Read “请各部门于8月底前报送…”."""
    request = words()["sentences"]["request"]
    if not text.startswith(request, start):
        return None
    actors = _shifted(leading_bodies(text[start + len(request) :]), start + len(request))
    return Reading(Kind.SUBJECT, actors, actors[-1].end) if actors else None


def _shifted(bodies: list[Body], by: int) -> tuple[Body, ...]:
    return tuple(Body(body.start + by, body.end + by, body.text) for body in bodies)


def _opened_by_body(text: str, start: int) -> Reading | None:
    """Read a clause that begins with a body but has no verb of duty right after it."""
    start, _ = without_circumstances(text, start, len(text))
    actors = _shifted(leading_bodies(text[start:]), start)
    if not actors:
        return None
    end = actors[-1].end
    if timed_at(text, end):
        return Reading(Kind.SUBJECT, actors, end)
    if text.startswith("是", end):
        return Reading(Kind.IDENTITY, actors, end)
    return Reading(Kind.TOPIC if _is_topic(text, end) else Kind.FOREIGN, actors, end)


def _is_topic(text: str, end: int) -> bool:
    """Tell “行政机关公开信息的，” and “行政机关对…的信息，” from “行政机关提供的信息，”, which is a noun."""
    if pattern("bodies", "subject_follower_pattern").match(text, end):
        return True
    return text.endswith(tuple(words()["sentences"]["closings_of_condition"])) or "的" not in text[end:]
