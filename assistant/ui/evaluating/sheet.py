"""One answer as an expert scores it, sentence by sentence."""

from collections.abc import Sequence
from typing import NamedTuple

from assistant.answer import Claim
from assistant.ui.evaluating.cases import name_of, side_by_side
from assistant.ui.evaluating.work import hint
from assistant.ui.marks import does, opens_provision
from assistant.ui.markup import Html, tag
from assistant.ui.texts import Texts
from evals.experts import Judgement
from evals.report.rows import Row

CLAIM_BOX = "evaluating-claim"


class Sheet(NamedTuple):
    """Which sentence is being scored."""

    run: str
    case: str
    repeat: int
    claim: int
    """From 0."""


def sheet_page(sheet: Sheet, row: Row, said: Sequence[Judgement], texts: Texts) -> Html:
    """Show an answer with its sentences; the one that is being scored stands out."""
    claims = row.answer.claims
    title = texts["evaluating.sheet_title"].format(run=sheet.run, case=name_of(row))
    lines = [_claim(number, claim, sheet, row, said, texts) for number, claim in enumerate(claims)]
    return tag(
        "div",
        tag("h2", title),
        tag("p", row.case.question, lang="zh-CN"),
        tag("ol", *lines, class_="claims", lang="zh-CN") if lines else hint(texts["evaluating.sheet_no_claims"]),
        class_="evaluating sheet",
    )


def beside(row: Row, texts: Texts) -> Html:
    """Show what the case expects and what was given, below the choices."""
    head = tag("summary", texts["evaluating.both"])
    return tag("div", tag("details", head, side_by_side(row, texts), open=True), class_="evaluating")


def _claim(number: int, claim: Claim, sheet: Sheet, row: Row, said: Sequence[Judgement], texts: Texts) -> Html:
    is_current = number == sheet.claim
    opinions = [_opinion(one, texts) for one in said if one.claim == number]
    button = does(CLAIM_BOX, str(number), texts["evaluating.this_one"], kind="plain")
    heading = texts["evaluating.sentence"].format(number=number + 1, count=len(row.answer.claims))
    return tag(
        "li",
        tag("p", heading, class_="label"),
        tag("p", claim.text, *(part for one in _citations(claim, row) for part in (" ", one)), class_="said"),
        *(tag("p", one, class_="label") for one in opinions),
        Html() if is_current else tag("p", button),
        class_="current" if is_current else None,
    )


def _opinion(one: Judgement, texts: Texts) -> str:
    cited = f" / {texts[f'evaluating_cited_{one.cited}']}" if one.cited else ""
    return f"{one.by}：{texts[f'evaluating_said_{one.said}']}{cited}"


def _citations(claim: Claim, row: Row) -> list[Html]:
    by_marker = {one.marker: one for one in row.answer.citations}
    found = [by_marker[marker] for marker in claim.citations if marker in by_marker]
    return [
        opens_provision(one.document_id, one.address, f"[{one.marker}] {one.address}", kind="place") for one in found
    ]
