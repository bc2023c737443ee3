"""What an answer was looked for in, and of when what it rests on is."""

from collections.abc import Mapping

from assistant.answer import Answer, Scope
from assistant.ui.chat.filtering import label, restrictions
from assistant.ui.chat.session import Turn
from assistant.ui.marks import does
from assistant.ui.markup import Html, join, tag
from assistant.ui.texts import Texts

BOX = "chat_without"
Titles = Mapping[str, str]
"""Titles of documents by their ids."""


def scope(turn: Turn, answer: Answer, titles: Titles, texts: Texts) -> Html:
    """Name what was searched as chips, each of which can be taken away; and what is not held."""
    held = _held(answer.scope)
    chips = [_chip(turn, choice, titles, texts) for choice in restrictions(held, turn.within)]
    bodies = [body for body in held.bodies if body not in turn.within.bodies]
    chips += [tag("span", texts["chat.filter.body"].format(name=body), class_="fixed") for body in bodies]
    searched = (
        tag("div", tag("span", texts["answer.scope"], class_="label"), *chips, class_="scope")
        if chips
        else tag("p", texts["chat.unlimited"], class_="scope")
    )
    if not answer.scope.missing:
        return searched
    missing = texts["answer.scope_missing"].format(missing="、".join(answer.scope.missing))
    return join([searched, tag("p", missing, class_="scope missing")])


def _held(found: Scope) -> Scope:
    regions = tuple(
        region for region in found.regions if not any(region.startswith(missing) for missing in found.missing)
    )
    return Scope(documents=found.documents, regions=regions, years=found.years, bodies=found.bodies)


def _chip(turn: Turn, choice: str, titles: Titles, texts: Texts) -> Html:
    name = label(choice, titles, texts)
    cross = tag("span", "✕", class_="cross")
    said = tag("span", texts["chat.drop"].format(name=name), class_="sr")
    return does(BOX, f"{turn.number} {choice}", name, cross, said, kind="drop")


def dates(answer: Answer, texts: Texts) -> Html:
    """Say when each document that is relied on was issued, and whether it is in force."""
    if not answer.citations:
        return Html()
    once = {citation.document_id: citation for citation in answer.citations}.values()
    named = (
        f"《{citation.document_title}》{citation.issued or texts['chat.undated']}，"
        + texts.get(f"status.{citation.status_in_force}", citation.status_in_force)
        for citation in once
    )
    return tag("p", texts["chat.dated"].format(dates="；".join(named)), class_="dates")
