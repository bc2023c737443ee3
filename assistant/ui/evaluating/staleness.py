"""Stale cases: what their provisions said when they were confirmed, and what they say now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.ui.evaluating.work import hint
from assistant.ui.marks import does
from assistant.ui.markup import Html, tag
from assistant.ui.texts import Texts
from evals.accept import accept, check_held
from evals.binding import read_bindings, shipped_bindings
from evals.cases import Case, read_cases, shipped_cases
from evals.memory import recall
from evals.provisions import Holding, Words, held_words, places_of
from evals.stale import Stale, stale
from index.errors import UsageError

ACCEPT_BOX = "evaluating-accept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is stale, and what could not be looked at."""

    stale: tuple[Stale, ...]
    missing: tuple[str, ...]
    """Documents that cases cite and the library lacks."""


def find_stale(library: Path, holding: Holding) -> Found:
    """Compare the words that a library holds with those that the cases were bound to.

    Raises:
        UsageError: cases, bindings or remembered words cannot be read.
    """
    cases = read_cases(shipped_cases(kept=True))
    held = held_words(cases, holding)
    found = stale(cases, read_bindings(shipped_bindings()), held, recall(library))
    named, there = ({place.partition("#")[0] for place in places} for places in (_places(cases), held))
    return Found(stale=tuple(found), missing=tuple(sorted(named - there)))


def accept_case(id: str, *, by: str, library: Path, holding: Holding) -> None:
    """Bind a case to the words that are held now.

    Raises:
        UsageError: there is no such case, or its provisions are gone.
        WriteError: it cannot be written.
    """
    chosen = [case for case in read_cases(shipped_cases(kept=True)) if case.id == id]
    if not chosen:
        raise UsageError(f"没有用例 {id}")
    held: Mapping[str, Words] = held_words(chosen, holding)
    check_held(chosen, held)
    accept(chosen, held, by=by, library=library, bindings=shipped_bindings())


def stale_page(found: Found, texts: Texts, *, can_accept: bool) -> Html:
    """Show old and new words side by side."""
    parts = []
    if found.missing:
        parts.append(hint(texts["evaluating.stale_missing"].format(documents="、".join(found.missing))))
    if not found.stale:
        return tag("div", hint(texts["evaluating.stale_none"]), *parts, class_="evaluating")
    title = tag("h3", texts["evaluating.stale_title"].format(count=len(found.stale)))
    note = Html() if can_accept else hint(texts["evaluating.read_only_bindings"])
    shown = (_one(one, texts, can_accept=can_accept) for one in found.stale)
    return tag("div", title, note, *parts, *shown, class_="evaluating")


def _one(one: Stale, texts: Texts, *, can_accept: bool) -> Html:
    moved = f" → {one.moved_to}" if one.moved_to else ""
    label = tag("span", texts[f"evaluating.{one.change}"], class_="tag stale")
    head = tag("summary", label, " ", tag("b", one.case), f" {one.place}{moved}")
    sides = (("old", one.old, "no_old"), ("new", one.new, "no_new"))
    words = [
        tag(
            "section",
            tag("h4", texts[f"evaluating.{name}"]),
            tag("p", text or texts[f"evaluating.{none}"], class_="said"),
        )
        for name, text, none in sides
    ]
    button = tag("p", does(ACCEPT_BOX, one.case, texts["evaluating.accept"], kind="plain")) if can_accept else ""
    return tag("details", head, tag("div", *words, class_="two", lang="zh-CN"), button, class_="case", open=True)


def _places(cases: Sequence[Case]) -> list[str]:
    return [place for case in cases for place in places_of(case)]
