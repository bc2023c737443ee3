"""历次结果: the list of runs, one of them opened, its report."""

from dataclasses import dataclass

import gradio as gr

from assistant.ui.downloads import MINUTES
from assistant.ui.evaluating.listing import RUN_BOX, run_list
from assistant.ui.evaluating.one_run import REPORT_BOX, open_run, run_page
from assistant.ui.evaluating.runs import chosen_run, damages, listed
from assistant.ui.evaluating.work import Work, hint, problem
from assistant.ui.events import QUIET, html, uncounted
from assistant.ui.markup import Html, join, tag
from evals.baseline import shipped_baseline
from evals.report.contents import gather
from evals.report.render import CSV, HTML, XLSX, as_html
from evals.report.table import as_csv, as_xlsx
from index.errors import UserError

SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Results:
    """What the list and the run show."""

    work: Work

    def show(self, request: gr.Request) -> Html:
        """List the runs."""
        texts = self.work.context.texts(request)
        try:
            runs = self.work.runs
            return join([*map(problem, damages(runs)), run_list(listed(runs), texts)])
        except UserError as fault:
            return problem(fault)

    def open(self, counted: str | None, request: gr.Request) -> tuple[Html, Html]:
        """Show the run that was chosen, and no report of another."""
        texts = self.work.context.texts(request)
        try:
            run = chosen_run(self.work.runs, uncounted(counted))
            if damage := run.damage():
                return problem(damage), Html()
            if run.summary() is None:
                return hint(texts["evaluating.rescore_needed"]), Html()
            return run_page(open_run(run, self.work.settings().library), texts), Html()
        except UserError as fault:
            return problem(fault), Html()

    def report(self, counted: str | None, request: gr.Request) -> Html:
        """Make the report of a run and offer it in three forms."""
        texts = self.work.context.texts(request)
        try:
            settings = self.work.settings()
            run = chosen_run(settings.runs_folder, uncounted(counted))
            found = gather(run, library=settings.library, against=shipped_baseline(run.settings().texts))
        except UserError as fault:
            return problem(fault)
        forms = (
            (HTML, as_html(found).encode(), "text/html; charset=utf-8"),
            (XLSX, as_xlsx(found), SHEETS),
            (CSV, as_csv(found), "text/csv; charset=utf-8"),
        )
        links = []
        for name, content, media in forms:
            file = f"{run.name}-{name}"
            links.append(tag("a", file, href=self.work.context.downloads.offer(file, content, media), download=file))
        ready = texts["evaluating.report_ready"].format(minutes=MINUTES)
        return tag("p", ready, *(part for link in links for part in (" ", link)), class_="done", role="status")


def build(work: Work, tab: gr.Tab) -> None:
    """Lay out the list and the run, and connect them."""
    results = Results(work)
    runs, report, run = html("evaluating-runs"), html("evaluating-report"), html("evaluating-run")
    gr.on([work.context.tab.select, tab.select], results.show, None, runs, **QUIET)
    work.boxes[RUN_BOX].change(results.open, work.boxes[RUN_BOX], [run, report], **QUIET)
    work.boxes[REPORT_BOX].change(results.report, work.boxes[REPORT_BOX], report, **QUIET)
