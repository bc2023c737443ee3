"""Say that a provision states no time, or nobody, where that is all that was asked."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.compose.naming import label
from assistant.compose.who_when import NO_BODY, NO_DEADLINE, says_when, silent_claim
from assistant.draft import DraftClaim, Hit
from assistant.question import Aspect, Question
from index.numerals import NUMERAL

SOME_TIME = re.compile(rf"[{NUMERAL}\d每半]个?(?:年|月|日|天|周|季|小时|工作日|学期)|[年月][底内初前]")
"""Any time at all: wider than what sets a term."""
NAMES_SOMEBODY = re.compile(
    r"责任人|由[^，。；]{2,30}(?:负责|承担|作为|牵头|发布|组织)|谁.{1,6}谁"
    r"|(?:部门|机关|单位|政府|委员会|办公室|机构|企业|组织)(?:应|要|可以|必须|负责|牵头|会同|不得)"
)
TASK_KINDS = ("部分", "项", "是", "题", "点")
"""Kinds of provision that may give a task to a body; an article names its subject itself."""


def not_stated(hit: Hit, question: Question, said: Sequence[DraftClaim]) -> list[DraftClaim]:
    """Return what the first hit is silent on: nothing where anything `said` has it, or something else was asked too."""
    if question.aspects - {Aspect.WHO, Aspect.WHEN}:
        return []
    provision, text = hit.provision, "".join(claim.text for claim in said)
    found = []
    if Aspect.WHEN in question.aspects and not says_when(text) and not SOME_TIME.search(text):
        found.append(silent_claim(provision, hit.document, NO_DEADLINE))
    names_nobody = not provision.duties and not NAMES_SOMEBODY.search(text)
    if Aspect.WHO in question.aspects and names_nobody and provision.kind in TASK_KINDS:
        found.append(silent_claim(provision, hit.document, NO_BODY))
    return [replace(claim, label=label(hit.document, provision)) for claim in found]
