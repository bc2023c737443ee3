"""评测: runs and what came of them, scores of experts, comparisons, a run from the page, opinions that become cases."""

import gradio as gr

from assistant.ui.context import TabContext
from assistant.ui.evaluating import comparing, opinions, results, running, scoring
from assistant.ui.evaluating.cases import SHEET_BOX
from assistant.ui.evaluating.listing import RUN_BOX
from assistant.ui.evaluating.one_run import REPORT_BOX
from assistant.ui.evaluating.runner import Runner
from assistant.ui.evaluating.runs import settings_of
from assistant.ui.evaluating.sheet import CLAIM_BOX
from assistant.ui.evaluating.staleness import ACCEPT_BOX
from assistant.ui.evaluating.work import Work
from assistant.ui.events import hidden
from evals.perform import begin

BOXES = (RUN_BOX, REPORT_BOX, SHEET_BOX, CLAIM_BOX, running.RESUME_BOX, ACCEPT_BOX, opinions.OPINION_BOX)
PARTS = (
    ("results", results.build),
    ("scoring", scoring.build),
    ("comparing", comparing.build),
    ("running", running.build),
    ("opinions", opinions.build),
)


def build(context: TabContext) -> None:
    """Lay out the parts of the tab and connect them."""
    runner = Runner(lambda wanted, opening: begin(settings_of(context.settings.library), wanted, opening))
    boxes = {name: hidden(name) for name in BOXES}
    with gr.Tabs(elem_id="evaluating") as tabs:
        work = Work(context=context, runner=runner, tabs=tabs, boxes=boxes)
        for name, build_part in PARTS:
            label = context.words(f"evaluating_{name}")
            with gr.Tab(label, id=f"evaluating-{name}", elem_id=f"evaluating-{name}") as tab:
                build_part(work, tab)
