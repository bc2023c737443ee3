"""评分: an expert says of each sentence of an answer, and of its citation, whether it is right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

import gradio as gr

from assistant.ui.evaluating.cases import SHEET_BOX
from assistant.ui.evaluating.one_run import open_run
from assistant.ui.evaluating.runs import chosen_run
from assistant.ui.evaluating.sheet import CLAIM_BOX, Sheet, beside, sheet_page
from assistant.ui.evaluating.work import Work, done, hint, problem
from assistant.ui.events import QUIET, html, uncounted
from assistant.ui.markup import Html
from assistant.ui.texts import Texts
from evals.experts import Cited, Judgement, Said, read_judgements, save_judgements
from evals.report.rows import Row
from index.errors import UserError

LONGEST_NAME = 40
"""Characters."""


class Shown(NamedTuple):
    """The sheet, and what is chosen on it."""

    sheet: Sheet | None
    page: Html
    said: Any
    cited: Any
    status: Html
    beside: Html = Html()


@dataclass(frozen=True, slots=True)
class Scoring:
    """What the sheet shows and saves."""

    work: Work

    def none(self, request: gr.Request) -> Shown:
        """Say where answers to score are found."""
        texts = self.work.context.texts(request)
        return Shown(None, hint(texts["evaluating.sheet_none"]), *_radios(texts, None), Html())

    def open(self, counted: str | None, request: gr.Request) -> tuple[Any, ...]:
        """Show the answer that was chosen, and turn to the tab."""
        run, _, rest = uncounted(counted).partition("/")
        case, _, repeat = rest.rpartition("/")
        sheet = Sheet(run, case, int(repeat) if repeat.isdigit() else 0, 0)
        return (*self._shown(sheet, self.work.context.texts(request), Html()), gr.Tabs(selected="evaluating-scoring"))

    def turn(self, counted: str | None, sheet: Sheet | None, request: gr.Request) -> Shown:
        """Show another sentence."""
        number = uncounted(counted)
        if sheet is None or not number.isdigit():
            return self.none(request)
        return self._shown(sheet._replace(claim=int(number)), self.work.context.texts(request), Html())

    def save(
        self, said: str | None, cited: str | None, by: str | None, sheet: Sheet | None, request: gr.Request
    ) -> Shown:
        """Keep what was chosen, then show the next sentence."""
        texts = self.work.context.texts(request)
        if sheet is None:
            return self.none(request)
        try:
            row = self._row(sheet)
            wrong = _unfit(row, sheet, said, cited, by, texts)
            if row is None or said is None or wrong:
                return self._shown(sheet, texts, problem(wrong), said=said, cited=cited)
            claim = row.answer.claims[sheet.claim]
            judgement = Judgement(
                run=sheet.run,
                case=sheet.case,
                repeat=sheet.repeat,
                claim=sheet.claim,
                text=claim.text,
                said=Said(said),
                cited=Cited(cited) if claim.citations and cited else None,
                by=(by or "").strip(),
                when=datetime.now().astimezone(),
            )
            save_judgements(self.work.settings().library, [judgement])
        except UserError as fault:
            return self._shown(sheet, texts, problem(fault), said=said, cited=cited)
        rest = self._rest(judgement, len(row.answer.claims))
        words = texts["evaluating.saved" if rest else "evaluating.saved_all"]
        following = sheet._replace(
            claim=next((one for one in rest if one > sheet.claim), min(rest, default=sheet.claim))
        )
        return self._shown(following, texts, done(words.format(number=sheet.claim + 1, by=judgement.by)))

    def _rest(self, last: Judgement, claims: int) -> list[int]:
        """Return the sentences of an answer that its expert has not scored yet."""
        own = (last.case, last.repeat, last.by)
        judged = read_judgements(self.work.settings().library, last.run)
        scored = {one.claim for one in judged if (one.case, one.repeat, one.by) == own}
        return [claim for claim in range(claims) if claim not in scored]

    def _row(self, sheet: Sheet) -> Row | None:
        run = open_run(chosen_run(self.work.runs, sheet.run), self.work.settings().library)
        return next((row for row in run.rows if (row.case.id, row.repeat) == (sheet.case, sheet.repeat)), None)

    def _shown(
        self, sheet: Sheet, texts: Texts, status: Html, *, said: str | None = None, cited: str | None = None
    ) -> Shown:
        try:
            row = self._row(sheet)
            if row is None:
                return Shown(None, hint(texts["evaluating.sheet_none"]), *_radios(texts, None), status)
            judged = read_judgements(self.work.settings().library, sheet.run)
        except UserError as fault:
            return Shown(None, problem(fault), *_radios(texts, None), status)
        own = [one for one in judged if (one.case, one.repeat) == (sheet.case, sheet.repeat)]
        claims = row.answer.claims
        cites = bool(claims[sheet.claim].citations) if sheet.claim < len(claims) else None
        page, radios = sheet_page(sheet, row, own, texts), _radios(texts, cites, said, cited)
        return Shown(sheet, page, *radios, status, beside(row, texts))


def _unfit(
    row: Row | None, sheet: Sheet, said: str | None, cited: str | None, by: str | None, texts: Texts
) -> str | None:
    """Say why nothing can be saved."""
    if row is None or sheet.claim >= len(row.answer.claims):
        return texts["evaluating.gone"]
    if said not in list(Said):
        return texts["evaluating.need_said"]
    if row.answer.claims[sheet.claim].citations and cited not in list(Cited):
        return texts["evaluating.need_cited"]
    return None if (by or "").strip() else texts["evaluating.need_by"]


def _radios(texts: Texts, cites: bool | None, said: str | None = None, cited: str | None = None) -> tuple[Any, Any]:
    """Return both choices; None for a sentence that is not there, False for one that cites nothing."""
    return (
        gr.Radio(choices=_choices("said", list(Said), texts), value=said, visible=cites is not None),
        gr.Radio(choices=_choices("cited", list(Cited), texts), value=cited, visible=bool(cites)),
    )


def _choices(name: str, words: Sequence[str], texts: Texts) -> list[tuple[str, str]]:
    return [(texts[f"evaluating_{name}_{word}"], str(word)) for word in words]


def build(work: Work, tab: gr.Tab) -> None:
    """Lay out the sheet and connect it."""
    scoring, words = Scoring(work), work.context.words
    sheet = gr.State(None)
    page = html("evaluating-sheet")
    with gr.Row(elem_id="evaluating-scores"):
        said = gr.Radio([], label=words("evaluating_said"), elem_id="evaluating-said", visible=False)
        cited = gr.Radio([], label=words("evaluating_cited"), elem_id="evaluating-cited", visible=False)
        by = gr.Textbox(
            label=words("evaluating_by"), elem_id="evaluating-by", max_length=LONGEST_NAME, lines=1, max_lines=1
        )
        save = gr.Button(words("evaluating_save"), elem_id="evaluating-save", variant="primary", scale=0)
    status, both = html("evaluating-saved"), html("evaluating-both")
    shown = [sheet, page, said, cited, status, both]
    work.context.beginnings.add(scoring.none, [], shown)
    opened, turned = work.boxes[SHEET_BOX], work.boxes[CLAIM_BOX]
    opened.change(scoring.open, opened, [*shown, work.tabs], **QUIET)
    turned.change(scoring.turn, [turned, sheet], shown, **QUIET)
    save.click(scoring.save, [said, cited, by, sheet], shown, trigger_mode="once", **QUIET)
