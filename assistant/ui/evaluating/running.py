"""运行: what is stale, a run in the background, how far it has come."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.opening import EXTRACTIVE, MODEL
from assistant.ui.evaluating.runner import State, Status
from assistant.ui.evaluating.runs import known_cases, listed
from assistant.ui.evaluating.staleness import ACCEPT_BOX, accept_case, find_stale, stale_page
from assistant.ui.evaluating.work import Work, done, hint, problem
from assistant.ui.events import QUIET, html, uncounted
from assistant.ui.marks import does
from assistant.ui.markup import Html, join, tag
from assistant.ui.texts import Texts
from assistant.wording.settings import endpoint
from evals.binding import shipped_bindings
from evals.perform import Wanted, choose
from evals.promote import is_writable
from evals.report.words import named
from index.errors import UserError

RESUME_BOX = "evaluating-resume"
MOST_REPEATS = 10
TICK_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Running:
    """What the tab shows and starts."""

    work: Work

    def show(self, request: gr.Request) -> tuple[Any, ...]:
        """Show what is stale, and how the run is getting on."""
        texts = self.work.context.texts(request)
        choices = [(texts["evaluating_extractive"], EXTRACTIVE), (texts["evaluating_model"], MODEL)]
        try:
            has_model = endpoint() is not None
            stale, by = self._stale(texts)
        except UserError as fault:
            has_model, stale, by = False, problem(fault), gr.skip()
        kinds = [(name, kind) for kind, name in named("kinds", texts["evaluating.language"]).items()]
        model = gr.Radio(choices=choices, visible=has_model)
        return self._status(texts), self._timer(), model, stale, by, gr.Dropdown(choices=kinds)

    def start(
        self, composer: str | None, kinds: list[str] | None, repeat: float | None, kept: bool, request: gr.Request
    ) -> tuple[Html, Any]:
        """Start a run of what was chosen."""
        texts = self.work.context.texts(request)
        try:
            cases = choose(known_cases(kept=bool(kept)), None, kinds or None)
        except UserError as fault:
            return problem(fault), self._timer()
        wanted = Wanted(
            cases=cases,
            repeat=min(MOST_REPEATS, max(1, int(repeat or 1))),
            composer=MODEL if composer == MODEL else EXTRACTIVE,
            options={"kind": kinds or None, "kept": bool(kept)},
        )
        return self._begin(wanted, texts)

    def resume(self, counted: str | None, request: gr.Request) -> tuple[Html, Any]:
        """Go on with a run that was not finished."""
        return self._begin(Wanted(resume=uncounted(counted)), self.work.context.texts(request))

    def cancel(self, request: gr.Request) -> tuple[Html, Any]:
        """Stop the run after the answer that is being given."""
        self.work.runner.cancel()
        return self.tick(request)

    def tick(self, request: gr.Request) -> tuple[Html, Any]:
        """Show how far the run has come; stop looking when it is over."""
        return self._status(self.work.context.texts(request)), self._timer()

    def accept(self, counted: str | None, by: str | None, request: gr.Request) -> tuple[Html, Html, Any]:
        """Bind a case to the present words in somebody's name."""
        texts = self.work.context.texts(request)
        name, case = (by or "").strip(), uncounted(counted)
        try:
            if not name:
                return problem(texts["evaluating.need_accept_by"]), gr.skip(), gr.skip()
            library = self.work.settings().library
            accept_case(case, by=name, library=library, holding=self.work.context.sources)
            return done(texts["evaluating.accepted"].format(case=case, by=name)), *self._stale(texts)
        except UserError as fault:
            return problem(fault), gr.skip(), gr.skip()

    def _begin(self, wanted: Wanted, texts: Texts) -> tuple[Html, Any]:
        try:
            self.work.settings()
        except UserError as fault:
            return problem(fault), self._timer()
        busy = self.work.runner.start(wanted)
        if busy is None:
            return self._status(texts), gr.Timer(active=True)
        said = texts["evaluating.already"].format(began=f"{busy.began:%H:%M}", done=busy.done, total=busy.total)
        return join([problem(said), self._status(texts)]), gr.Timer(active=True)

    def _stale(self, texts: Texts) -> tuple[Html, Any]:
        """Return what is stale, and the box for a name where there is something to confirm."""
        found = find_stale(self.work.settings().library, self.work.context.sources)
        can_accept = is_writable(shipped_bindings())
        page = stale_page(found, texts, can_accept=can_accept)
        return page, gr.Textbox(visible=can_accept and bool(found.stale))

    def _timer(self) -> Any:  # noqa: ANN401 -- Gradio's updates are components
        status = self.work.runner.status
        return gr.Timer(active=status is not None and status.is_ongoing)

    def _status(self, texts: Texts) -> Html:
        status = self.work.runner.status
        said = hint(texts["evaluating.idle"]) if status is None else status_line(status, texts)
        return said if status is not None and status.is_ongoing else join([said, self._unfinished(texts)])

    def _unfinished(self, texts: Texts) -> Html:
        try:
            rest = [one for one in listed(self.work.runs) if one.summary is None]
        except UserError as fault:
            return problem(fault)
        lines = [
            tag(
                "li",
                f"{one.folder.name}：",
                texts["evaluating.unfinished"].format(answered=one.answered, expected=one.expected),
                " ",
                does(RESUME_BOX, one.folder.name, texts["evaluating.resume"], kind="plain"),
            )
            for one in rest[:5]
        ]
        return tag("ul", *lines, class_="evaluating") if lines else Html()


def status_line(status: Status, texts: Texts) -> Html:
    """Say how a run is getting on, or how it ended."""
    began = f"{status.began:%H:%M}"
    if status.state is State.OPENING:
        return tag("p", texts["evaluating.opening"], role="status")
    if status.state is State.ANSWERING:
        said = texts["evaluating.answering"].format(run=status.run, done=status.done, total=status.total, began=began)
        bar = tag("progress", value=str(status.done), max=str(max(1, status.total)))
        return tag("div", tag("p", said, role="status"), bar, class_="evaluating under-way")
    if status.state is State.FINISHED:
        return done(texts["evaluating.finished"].format(run=status.run))
    if status.state is State.CANCELLED:
        early = texts["evaluating.cancelled_early"]
        return hint(texts["evaluating.cancelled"].format(run=status.run) if status.run else early)
    fault = texts["evaluating.failed"].format(fault=status.fault) if status.fault else texts["evaluating.fault"]
    return problem(fault)


def build(work: Work, tab: gr.Tab) -> None:
    """Lay out the choices and the progress, and connect them."""
    running, label = Running(work), work.context.words
    with gr.Row(elem_id="evaluating-choices"):
        kinds = gr.Dropdown(
            [(name, kind) for kind, name in named("kinds").items()],
            label=label("evaluating_kinds"),
            elem_id="evaluating-kinds",
            multiselect=True,
        )
        repeat = gr.Number(1, label=label("evaluating_repeat"), minimum=1, maximum=MOST_REPEATS, precision=0)
        composer = gr.Radio([EXTRACTIVE, MODEL], value=EXTRACTIVE, label=label("evaluating_composer"), visible=False)
        kept = gr.Checkbox(label=label("evaluating_kept"), elem_id="evaluating-kept")
    with gr.Row(elem_id="evaluating-buttons"):
        start = gr.Button(label("evaluating_start"), elem_id="evaluating-start", variant="primary", scale=0)
        cancel = gr.Button(label("evaluating_cancel"), elem_id="evaluating-cancel", scale=0)
    status = html("evaluating-status")
    by = gr.Textbox(
        label=label("evaluating_accept_by"), elem_id="evaluating-accept-by", max_length=40, max_lines=1, visible=False
    )
    accepted, stale = html("evaluating-accepted"), html("evaluating-stale")
    timer = gr.Timer(TICK_SECONDS, active=False)
    now = [status, timer]
    tab.select(running.show, None, [*now, composer, stale, by, kinds], **QUIET)
    start.click(running.start, [composer, kinds, repeat, kept], now, trigger_mode="once", **QUIET)
    cancel.click(running.cancel, None, now, **QUIET)
    timer.tick(running.tick, None, now, **QUIET)
    work.boxes[RESUME_BOX].change(running.resume, work.boxes[RESUME_BOX], now, **QUIET)
    work.boxes[ACCEPT_BOX].change(running.accept, [work.boxes[ACCEPT_BOX], by], [accepted, stale, by], **QUIET)
