"""比较: two runs, or a run and the baseline."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.ui.evaluating.difference import Answers, difference_page
from assistant.ui.evaluating.runs import chosen_run, listed
from assistant.ui.evaluating.work import Work, hint, problem
from assistant.ui.events import QUIET, html
from assistant.ui.markup import Html, join
from evals.baseline import read_baseline, shipped_baseline
from evals.between import compare_runs
from evals.compare import compare, results
from evals.run_folder import RunFolder
from index.errors import UserError

BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Comparing:
    """What the comparison shows."""

    work: Work

    def choices(self, before: str | None, after: str | None, request: gr.Request) -> tuple[Any, Any, Any]:
        """Offer the runs that are finished; the newest against the baseline where nothing is chosen."""
        texts = self.work.context.texts(request)
        try:
            names = [one.folder.name for one in listed(self.work.runs) if one.summary is not None]
        except UserError as fault:
            return gr.skip(), gr.skip(), problem(fault)
        first = [(texts["evaluating.baseline"], BASELINE), *((name, name) for name in names)]
        chosen = after if after in names else next(iter(names), None)
        return (
            gr.Dropdown(choices=first, value=before if before in names else BASELINE),
            gr.Dropdown(choices=names, value=chosen),
            hint(texts["evaluating.pick_two"]) if not after else gr.skip(),
        )

    def compare(self, before: str | None, after: str | None, request: gr.Request) -> Html:
        """Compare what was chosen."""
        texts = self.work.context.texts(request)
        if not before or not after or before == after:
            return hint(texts["evaluating.same_run" if after and before == after else "evaluating.pick_two"])
        try:
            later = chosen_run(self.work.runs, after)
            if before == BASELINE:
                origin = later.settings().texts
                found = compare(read_baseline(shipped_baseline(origin)), results(later.scores()))
                said = hint(texts[f"evaluating.against_{origin or 'unknown'}"])
                return join([said, difference_page(found, {}, _answers(later), texts)])
            earlier = chosen_run(self.work.runs, before)
            found = compare_runs(earlier, later)
            return difference_page(found, _answers(earlier), _answers(later), texts)
        except UserError as fault:
            return problem(fault)


def _answers(run: RunFolder) -> Answers:
    return {given.case: (given.question, given.answer) for given in run.answers() if given.repeat == 1}


def build(work: Work, tab: gr.Tab) -> None:
    """Lay out the comparison and connect it."""
    comparing, words = Comparing(work), work.context.words
    with gr.Row(elem_id="evaluating-pair"):
        before = gr.Dropdown([], label=words("evaluating_before"), elem_id="evaluating-before")
        after = gr.Dropdown([], label=words("evaluating_after"), elem_id="evaluating-after")
        compare_them = gr.Button(words("evaluating_compare"), elem_id="evaluating-compare", variant="primary", scale=0)
    page = html("evaluating-difference")
    tab.select(comparing.choices, [before, after], [before, after, page], **QUIET)
    compare_them.click(comparing.compare, [before, after], page, **QUIET)
