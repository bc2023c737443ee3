"""培训: which components there are, and which handler each event calls."""

from typing import Any, NamedTuple

import gradio as gr

from assistant.quiz.question import Kind
from assistant.ui.context import TabContext
from assistant.ui.events import QUIET, hidden, html
from assistant.ui.training.exercise import drill_list
from assistant.ui.training.handlers import Handlers
from assistant.ui.training.stage import ACT

USUAL_COUNT = 10


class Parts(NamedTuple):
    """The components that events read and change."""

    going: gr.State
    settings: gr.Column
    about: gr.Markdown
    documents: gr.Dropdown
    kinds: gr.CheckboxGroup
    number: gr.Number
    seed: gr.Number
    teams: gr.Textbox
    start: gr.Button
    print: gr.Button
    told: gr.Markdown
    drills: gr.Markdown
    stage: gr.Markdown
    act: gr.Textbox


def build(context: TabContext) -> None:
    """Lay out settings, drills and stage, and connect them."""
    handlers = Handlers(sources=context.sources, downloads=context.downloads, settings=context.settings)
    _connect(_lay_out(context), context, handlers)


def _lay_out(context: TabContext) -> Parts:
    words = context.words
    going = gr.State(None)
    with gr.Column(elem_id="training-settings") as settings, gr.Row(elem_id="training-choices"):
        with gr.Column(elem_id="training-quiz", scale=3):
            about = html("training-about")
            documents = gr.Dropdown(
                [],
                multiselect=True,
                label=words("training_documents"),
                info=words("training_documents_info"),
                elem_id="training-documents",
            )
            kinds = gr.CheckboxGroup(
                [kind.value for kind in Kind],
                value=[kind.value for kind in Kind],
                label=words("training_kinds"),
                elem_id="training-kinds",
            )
            with gr.Row():
                number, seed = _number(context, "count", USUAL_COUNT), _number(context, "seed", 1)
            teams = gr.Textbox(
                label=words("training_teams"), max_length=200, lines=1, max_lines=1, elem_id="training-teams"
            )
            with gr.Row():
                start = gr.Button(words("training_start"), variant="primary", elem_id="training-start")
                printing = gr.Button(words("training_print"), elem_id="training-print")
            told = html("training-told")
        with gr.Column(elem_id="training-drills", scale=2):
            drills = html("training-list")
    stage = html("training-stage")
    return Parts(
        going, settings, about, documents, kinds, number, seed, teams, start, printing, told, drills, stage, hidden(ACT)
    )


def _number(context: TabContext, name: str, value: int) -> gr.Number:
    words = context.words
    return gr.Number(
        value,
        precision=0,
        label=words(f"training_{name}"),
        info=words(f"training_{name}_info"),
        elem_id=f"training-{name}",
    )


def _connect(parts: Parts, context: TabContext, handlers: Handlers) -> None:
    def begin(request: gr.Request) -> tuple[Any, ...]:
        texts = context.texts(request)
        return handlers.about(texts), drill_list(texts), *handlers.open(request)

    offered = [parts.about, parts.drills, parts.documents, parts.kinds, parts.teams]
    context.beginnings.add(begin, [], offered)
    shown = [parts.going, parts.stage, parts.settings, parts.told]
    wishes = [parts.documents, parts.kinds, parts.number, parts.seed]
    drawing: dict[str, Any] = {**QUIET, "trigger_mode": "once"}
    for button, draw, given, changed in (
        (parts.start, handlers.start, [*wishes, parts.teams], shown),
        (parts.print, handlers.print, wishes, parts.told),
    ):
        waiting = button.click(handlers.wait, None, parts.told, queue=False, **QUIET)
        drawn = waiting.then(draw, given, changed, **drawing)
        drawn.failure(handlers.fail, None, parts.told, queue=False, **QUIET)
    moving: dict[str, Any] = {**QUIET, "trigger_mode": "multiple", "queue": False}
    parts.act.change(handlers.act, [parts.act, parts.going], shown, **moving)
