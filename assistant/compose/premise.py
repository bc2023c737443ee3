"""Point out where a question supposes something else than the provisions say."""

import re

from assistant.draft import DraftClaim
from assistant.folding import bare, fold, simplify
from assistant.question import Aspect, Question
from index.numerals import NUMERAL, to_number

FAMILIES = {
    "个工作日": "日",
    "工作日": "日",
    "天": "日",
    "日": "日",
    "个月": "月",
    "小时": "小时",
    "次": "次",
    "课时": "课时",
    "元": "元",
}
"""Units that answer one question, by the name of the family."""
OFFICE = re.compile(r"(局|委|厅|办|署|部|院)$")
SUPPOSED = re.compile(rf"(?P<number>\d+|[{NUMERAL}]{{1,4}})(?P<unit>{'|'.join(FAMILIES)})(?!内?起)")


def wrong_premises(question: Question, claims: list[DraftClaim]) -> tuple[str, ...]:
    """Return a notice for each figure or body that a yes-or-no question supposes and the claims do not bear out."""
    if Aspect.WHETHER not in question.aspects or not claims:
        return ()
    said = "".join(claim.text for claim in claims)
    return (*_figures(question.text, said), *_bodies(question, said))


def _figures(asked: str, said: str) -> list[str]:
    stated = _read(said)
    families = {family for family, _, _ in stated}
    values = {(family, number) for family, number, _ in stated}
    return [
        f"所问“{written}”与所引条款不一致，以条款所载为准。"
        for family, number, written in _read(fold(simplify(asked)))
        if family in families and (family, number) not in values
    ]


def _read(text: str) -> list[tuple[str, int, str]]:
    """The family of the unit, the number and the words of each figure."""
    found = []
    for match in SUPPOSED.finditer(text):
        number = to_number(match["number"])
        if number is not None:
            found.append((FAMILIES[match["unit"]], number, match[0]))
    return found


def _bodies(question: Question, said: str) -> list[str]:
    """Only where the claims name bodies at all, and none of those that were asked about."""
    asked = [body for body in question.scope.bodies if OFFICE.search(body)]
    named = any(word in said for word in ("牵头", "负责", "落实"))
    if not asked or not named or any(bare(body) in bare(said) for body in asked):
        return []
    return [f"所问“{'、'.join(asked)}”不是所引条款所载的单位。"]
