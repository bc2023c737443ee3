"""意见成例: what officers said of answers, and how a case is made of it."""

from dataclasses import dataclass
from typing import Any, NamedTuple, get_args

import gradio as gr

from assistant.feedback import read
from assistant.ui.evaluating.runs import known_cases
from assistant.ui.evaluating.work import Work, done, hint, problem
from assistant.ui.events import QUIET, html, uncounted
from assistant.ui.marks import does, opens_provision
from assistant.ui.markup import Html, tag
from assistant.ui.texts import Texts
from evals.candidates import Candidate, Vouched, candidates
from evals.cases import Expected
from evals.promote import is_writable, open_cases, promote
from evals.report.words import named
from index.errors import UserError

OPINION_BOX = "evaluating-opinion"
MOST = 50
"""Opinions in the list."""
FACT = "fact"
"""Kind of a case where no other is chosen."""


class Chosen(NamedTuple):
    """An opinion, with what is proposed for its case."""

    id: str | None
    said: Html
    outcome: Any
    places: Any
    status: Html


@dataclass(frozen=True, slots=True)
class Opinions:
    """What the list shows, and what becomes of an opinion."""

    work: Work

    def show(self, request: gr.Request) -> Html:
        """List the opinions that are no case yet."""
        texts = self.work.context.texts(request)
        try:
            return opinion_list(self._candidates(), texts, can_write=is_writable(open_cases()))
        except UserError as fault:
            return problem(fault)

    def choose(self, counted: str | None, request: gr.Request) -> Chosen:
        """Propose what the answer cited as what must be cited."""
        texts = self.work.context.texts(request)
        try:
            one = next((each for each in self._candidates() if each.id == uncounted(counted)), None)
        except UserError as fault:
            return Chosen(None, problem(fault), gr.skip(), gr.skip(), Html())
        if one is None:
            return Chosen(None, hint(texts["evaluating.pick_opinion"]), gr.skip(), gr.skip(), Html())
        outcomes = [(texts[f"outcome.{name}"], name) for name in get_args(Expected)]
        given = str(one.feedback.answer.get("status"))
        said = hint(texts["evaluating.chosen"].format(question=one.question))
        value = given if given in get_args(Expected) else None
        return Chosen(one.id, said, gr.Dropdown(choices=outcomes, value=value), "\n".join(one.places), Html())

    def save(
        self,
        id: str | None,
        chosen: list[Any],
        request: gr.Request,
    ) -> tuple[Html, Html]:
        """Write the case, and list what is left."""
        texts = self.work.context.texts(request)
        kind, outcome, places, facts, by = chosen
        name = str(by or "").strip()
        if not id or not name:
            return problem(texts["evaluating.need_promote_by" if id else "evaluating.pick_opinion"]), self.show(request)
        vouched = Vouched(kind=kind or FACT, by=name, places=_lines(places), facts=_lines(facts), outcome=outcome)
        target = open_cases()
        try:
            case = promote(self.work.settings().library, id, vouched, target)
        except UserError as fault:
            return problem(fault), self.show(request)
        said = texts["evaluating.promoted"].format(case=case.id, file=target.name, by=name)
        return done(said), self.show(request)

    def _candidates(self) -> list[Candidate]:
        return candidates(read(self.work.settings().library), known_cases(kept=True))


def opinion_list(found: list[Candidate], texts: Texts, *, can_write: bool) -> Html:
    """Show opinions, complaints first."""
    note = Html() if can_write else hint(texts["evaluating.read_only_cases"])
    if not found:
        return tag("div", hint(texts["evaluating.no_opinions"]), note, class_="evaluating")
    title = tag("h3", texts["evaluating.opinions_title"].format(count=len(found)))
    lines = (_one(one, texts) for one in found[:MOST])
    return tag("div", title, note, tag("ul", *lines, class_="opinions"), class_="evaluating")


def _one(one: Candidate, texts: Texts) -> Html:
    places: list[str] = [opens_provision(*_split(place), place, kind="place") for place in one.places]
    comment = one.feedback.comment
    return tag(
        "li",
        tag("span", texts[f"evaluating.{one.feedback.kind}"], class_="tag"),
        " ",
        tag("b", one.question),
        " ",
        does(OPINION_BOX, one.id, texts["evaluating.choose"], kind="plain"),
        tag("p", f"{texts['evaluating.comment']}：{comment}") if comment else "",
        tag("p", f"{texts['evaluating.cited_then']}：", *(places or [texts["evaluating.nothing_cited"]])),
        lang="zh-CN",
    )


def _split(place: str) -> tuple[str, str]:
    document, _, address = place.partition("#")
    return document, address


def _lines(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def build(work: Work, tab: gr.Tab) -> None:
    """Lay out the list and the form, and connect them."""
    opinions, label = Opinions(work), work.context.words
    listed = html("evaluating-opinions")
    chosen, said = gr.State(None), html("evaluating-chosen")
    with gr.Row():
        kinds = [(name, kind) for kind, name in named("kinds").items()]
        kind = gr.Dropdown(kinds, value=FACT, label=label("evaluating_kind"), elem_id="evaluating-kind")
        outcome = gr.Dropdown([], label=label("evaluating_outcome"), elem_id="evaluating-outcome")
        by = gr.Textbox(label=label("evaluating_by"), elem_id="evaluating-promote-by", max_length=40, max_lines=1)
    with gr.Row():
        places = gr.Textbox(label=label("evaluating_places"), elem_id="evaluating-places", lines=3)
        facts = gr.Textbox(label=label("evaluating_facts"), elem_id="evaluating-facts", lines=3)
    save = gr.Button(label("evaluating_promote"), elem_id="evaluating-promote", variant="primary", scale=0)
    status = html("evaluating-promoted")

    def save_form(request: gr.Request, id: str | None, *form: Any) -> tuple[Html, Html]:  # noqa: ANN401
        return opinions.save(id, list(form), request)

    tab.select(opinions.show, None, listed, **QUIET)
    box = work.boxes[OPINION_BOX]
    box.change(opinions.choose, box, [chosen, said, outcome, places, status], **QUIET)
    save.click(save_form, [chosen, kind, outcome, places, facts, by], [status, listed], trigger_mode="once", **QUIET)
