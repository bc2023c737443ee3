"""Read duties that labels state: lines such as “牵头单位：市财政局”, and “市财政局：负责……”."""

import re

from index.corpus import Duty, Provision, Role
from index.duties.bodies import Body, is_body, split_bodies
from index.duties.clauses import cut_act, named_act, number_length, opening_sentence
from index.duties.deadlines import deadline_words
from index.duties.holders import held_duties
from index.duties.words import alternatives, words

LABELLED_LINE = re.compile(r"^[ \t　]*(?P<label>[^：:、，。\s]{2,8})[：:](?P<value>[^\n]*)$", re.MULTILINE)
BODIES_FIRST = re.compile(r"(?P<bodies>[^：:，。；\n]{2,60})[：:][ \t　]*(?P<said>[^\n]+)")


def read_labelled(provision: Provision) -> list[Duty]:
    """Return the duties of lines that name bodies by role, and of a text that opens with bodies and a colon."""
    return [*_read_lines(provision), *_read_opening(provision)]


def _read_lines(provision: Provision) -> list[Duty]:
    lines = [*LABELLED_LINE.finditer(provision.own_text)]
    named = {label for labels in words()["roles"]["labels"].values() for label in labels}
    deadlines = [line["value"].strip() for line in lines if line["label"] in words()["sentences"]["deadline_labels"]]
    deadline = deadlines[0] if len(deadlines) == 1 else None
    return [
        duty
        for line in lines
        if line["label"] in named
        for duty in held_duties(
            line.group().rstrip("。； "), provision.start + line.start(), act=named_act(provision), deadline=deadline
        )
    ]


def _read_opening(provision: Provision) -> list[Duty]:
    """Read “区教育局：负责……”; after the colon a verb of responsibility must stand, or it may be any list."""
    opening = BODIES_FIRST.match(provision.own_text, number_length(provision.own_text))
    verbs = alternatives(words()["sentences"]["phrase_verbs"])
    verb = re.match(verbs, opening["said"]) if opening else None
    if opening is None or verb is None:
        return []
    bodies = split_bodies(opening["bodies"], opening.start("bodies"))
    if not bodies or not all(is_body(body.text) for body in bodies):
        return []
    act = opening_sentence(opening["said"])
    return [_opened(provision, body, verb.group(), act, opening.start("said")) for body in bodies]


def _opened(provision: Provision, body: Body, verb: str, act: str, said: int) -> Duty:
    deadlines = deadline_words(act)
    return Duty(
        actor=body.text,
        role=next((role for role in Role if role.value == verb), None),
        act=cut_act(act),
        deadline=deadlines[0].text if len(deadlines) == 1 else None,
        start=provision.start + body.start,
        end=provision.start + said + len(act),
    )
