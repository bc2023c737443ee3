"""What the buttons and keys of the tab do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import gradio as gr

from assistant.quiz.draw import Sheet
from assistant.quiz.play import MOST_TEAMS, Game, entered, team_names
from assistant.quiz.question import Kind
from assistant.quiz.walk import Walk
from assistant.ui.context import texts_for
from assistant.ui.downloads import Downloads
from assistant.ui.events import uncounted
from assistant.ui.markup import Html, join, tag
from assistant.ui.ports import Sources
from assistant.ui.settings import PageSettings
from assistant.ui.texts import Texts
from assistant.ui.training.drawing import Refused, draw_sheet
from assistant.ui.training.ending import end_page, print_links
from assistant.ui.training.exercise import begin, walk_page
from assistant.ui.training.named import full_name
from assistant.ui.training.stage import question_page

NOTHING = Html()
Going = Game | Walk | None
"""What is going on: a quiz, a drill, or neither."""


class Shown(NamedTuple):
    """What an event changes: the state, the stage, whether settings show, and what is said below them."""

    going: Going
    stage: Html
    settings: Any
    told: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class Handlers:
    """The events of the tab."""

    sources: Sources
    downloads: Downloads
    settings: PageSettings

    def open(self, request: gr.Request) -> tuple[Any, Any, Any]:
        """Offer the documents of the library and the kinds of question, in the language of the page."""
        texts = texts_for(request, self.settings)
        documents = [(full_name(self.sources, one.id), one.id) for one in self.sources.documents()]
        kinds = [(texts[f"training.kind.{kind}"], kind.value) for kind in Kind]
        return (
            gr.update(choices=documents),
            gr.update(choices=kinds, value=[kind.value for kind in Kind]),
            gr.update(placeholder=texts["training_teams_hint"]),
        )

    def about(self, texts: Texts) -> Html:
        """Say what a quiz is."""
        return join([tag("h2", texts["training.quiz"]), tag("p", texts["training.quiz_about"], class_="about")])

    def start(
        self,
        documents: Sequence[str] | None,
        kinds: Sequence[str] | None,
        count: float | None,
        seed: float | None,
        teams: str | None,
        request: gr.Request,
    ) -> Shown:
        """Draw a sheet and show its first question."""
        texts = texts_for(request, self.settings)
        sheet = draw_sheet(self.sources, documents or (), kinds or (), count, seed, texts)
        if isinstance(sheet, Refused) or not sheet.questions:
            return Shown(None, NOTHING, gr.update(visible=True), _told(sheet))
        game = Game(sheet=sheet, teams=team_names(teams or "", texts["training.everyone"]))
        told = [_told(sheet)]
        if len(entered(teams or "")) > len(game.teams):
            dropped = texts["training.teams_dropped"].format(most=MOST_TEAMS)
            told.append(tag("p", dropped, class_="shortage", role="status"))
        shown = self._show(game, texts)
        # Beside the first question: the settings, below which things are told, are hidden by now.
        return shown._replace(stage=join([*told, shown.stage]), told=join(told))

    def print(
        self,
        documents: Sequence[str] | None,
        kinds: Sequence[str] | None,
        count: float | None,
        seed: float | None,
        request: gr.Request,
    ) -> Html:
        """Draw a sheet and offer it with its key."""
        texts = texts_for(request, self.settings)
        sheet = draw_sheet(self.sources, documents or (), kinds or (), count, seed, texts)
        if isinstance(sheet, Refused) or not sheet.questions:
            return _told(sheet)
        ready = texts["training.ready"].format(count=len(sheet.questions), seed=sheet.wishes.seed)
        links = print_links(Game(sheet=sheet, teams=("",)), self.sources, self.downloads, texts)
        return tag("div", tag("p", ready, class_="links"), tag("p", links, class_="links"), _told(sheet))

    def act(self, counted: str | None, going: Going, request: gr.Request) -> Shown:
        """Do what a button of our HTML stands for; the value comes from the browser and may be anything."""
        texts = texts_for(request, self.settings)
        verb, _, value = uncounted(counted).partition(" ")
        if verb == "drill":
            return self._drill(value, texts)
        if verb == "close" or going is None:
            return Shown(None, NOTHING, gr.update(visible=True), NOTHING)
        moved = moved_game(going, verb, value) if isinstance(going, Game) else moved_walk(going, verb, value)
        return self._show(moved, texts)

    def wait(self, request: gr.Request) -> Html:
        """Say that questions are being drawn: over a large library it takes some seconds."""
        return tag("p", texts_for(request, self.settings)["training.wait"], class_="about", role="status")

    def fail(self, request: gr.Request) -> Html:
        """Say that drawing failed; Gradio has written the traceback to the terminal."""
        return tag("p", texts_for(request, self.settings)["training.fault"], class_="shortage", role="alert")

    def _drill(self, drill_id: str, texts: Texts) -> Shown:
        found = begin(drill_id, self.sources)
        if isinstance(found, Walk):
            return self._show(found, texts)
        missing = (
            texts["training.drill_missing"].format(title=full_name(self.sources, found.document_id)) if found else ""
        )
        return Shown(None, NOTHING, gr.update(visible=True), tag("p", missing, class_="shortage", role="alert"))

    def _show(self, going: Game | Walk, texts: Texts) -> Shown:
        if isinstance(going, Walk):
            stage = walk_page(going, self.sources, texts)
        elif going.question is None:
            stage = end_page(going, self.sources, self.downloads, texts)
        else:
            stage = question_page(going, going.question, self.sources, texts)
        return Shown(going, stage, gr.update(visible=False), NOTHING)


def moved_game(game: Game, verb: str, value: str) -> Game:
    """Make a move in a game; one that does not exist changes nothing."""
    moves = {
        "pick": lambda: game.chosen(_place(value)),
        "team": lambda: game.given_to(_place(value)),
        "submit": game.submitted,
        "next": game.advanced,
        "end": game.ended,
    }
    return moves[verb]() if verb in moves else game


def moved_walk(walk: Walk, verb: str, value: str) -> Walk:
    """Take a step in a drill; one that does not exist changes nothing."""
    moves = {
        "pick": lambda: walk.picked(_place(value)),
        "cite": lambda: walk.citing(_place(value)),
        "submit": walk.submitted,
        "next": walk.advanced,
    }
    return moves[verb]() if verb in moves else walk


def _place(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else -1


def _told(sheet: Sheet | Refused) -> Html:
    lines = (sheet.reason,) if isinstance(sheet, Refused) else sheet.shortages
    return join(tag("p", line, class_="shortage", role="status") for line in lines)
