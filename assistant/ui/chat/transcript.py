"""The conversation as HTML: questions, and answers with their outcome, marks, notices and sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.answer import Answer, Citation, Outcome, Table
from assistant.ui.chat.above import above_table
from assistant.ui.chat.beginning import beginning
from assistant.ui.chat.copying import plain_text
from assistant.ui.chat.rating import rating
from assistant.ui.chat.scope import Titles, dates, scope
from assistant.ui.chat.session import Opinion, Turn, Turns
from assistant.ui.marks import mark_button, opener, origin_badge, place_name, with_marks
from assistant.ui.markup import Html, join, tag
from assistant.ui.settings import PageSettings
from assistant.ui.texts import Texts

CHIP_CHARS = 12
SOURCES_SHOWN = 4
"""More are folded away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """What a conversation is shown with."""

    titles: Titles
    texts: Texts
    settings: PageSettings = field(default_factory=PageSettings)
    opinions: Mapping[int, Opinion] = field(default_factory=dict)
    """By the number of the turn."""


def transcript(turns: Turns, showing: Showing) -> Html:
    """Render the whole conversation, or how to begin one."""
    if not turns:
        return beginning(showing.settings, showing.texts)
    return tag("div", *(_turn(turn, showing) for turn in turns), class_="turns")


def _turn(turn: Turn, showing: Showing) -> Html:
    state = "pending" if turn.answer is None else f"outcome-{turn.answer.status.value}"
    said = tag("h2", showing.texts["you"], class_="sr")
    question = tag("div", said, tag("p", turn.question), class_="asked")
    reply = _waiting(showing.texts) if turn.answer is None else _reply(turn, turn.answer, showing)
    return tag("div", question, reply, class_=f"turn {state}", id=f"turn-{turn.number}")


def _waiting(texts: Texts) -> Html:
    heading = tag("h2", texts["reply"], class_="sr")
    waiting = tag("p", tag("span", texts["asking"], class_="told"), class_="waiting", role="status")
    return tag("div", heading, waiting, class_="reply")


def _reply(turn: Turn, answer: Answer, showing: Showing) -> Html:
    texts = showing.texts
    cited = {citation.marker: citation for citation in answer.citations}
    badge = tag("span", texts[f"outcome.{answer.status.value}"], class_="badge outcome")
    is_read = answer.status is not Outcome.ERROR
    return tag(
        "div",
        tag("h2", texts["reply"], class_="sr"),
        tag("div", badge, scope(turn, answer, showing.titles, texts) if is_read else "", class_="verdict"),
        _words(answer, turn.number, cited, texts),
        _choices(answer, texts),
        _notices(answer, texts),
        _nearest(answer, turn.number, texts),
        _sources(answer, turn.number, texts),
        dates(answer, texts),
        _offers(turn, texts),
        _foot(turn, answer, texts),
        rating(turn.number, answer, showing.opinions.get(turn.number), texts) if showing.settings.library else "",
        class_="reply",
    )


def _offers(turn: Turn, texts: Texts) -> Html:
    buttons = [tag("button", offer, type="button", class_="asks") for offer in turn.offers]
    return _labelled(texts["chat.offers"], "offers", buttons)


def _words(answer: Answer, turn: int, cited: Mapping[int, Citation], texts: Texts) -> Html:
    return tag(
        "div",
        *(tag("p", with_marks(line, turn, cited, texts)) for line in above_table(answer)),
        _table(answer.table, turn, cited, texts) if answer.table else "",
        class_="words",
        lang="zh-CN",
    )


def _table(table: Table, turn: int, cited: Mapping[int, Citation], texts: Texts) -> Html:
    head = tag("tr", *(tag("th", column, scope="col") for column in table.columns))
    rows = (tag("tr", *(tag("td", with_marks(cell, turn, cited, texts)) for cell in row)) for row in table.rows)
    return tag("div", tag("table", tag("thead", head), tag("tbody", *rows)), class_="listing", tabindex="0")


def _choices(answer: Answer, texts: Texts) -> Html:
    buttons = (tag("button", choice, type="button", class_="asks") for choice in answer.choices)
    return _labelled(texts["answer.choices"], "choices", list(buttons))


def _notices(answer: Answer, texts: Texts) -> Html:
    notices = tag("ul", *(tag("li", notice) for notice in answer.notices))
    return _labelled(texts["answer.notices"], "notices", [notices] if answer.notices else [])


def _nearest(answer: Answer, turn: int, texts: Texts) -> Html:
    chips = [
        opener(f"{turn}-n{count}", _chip_text(near), kind="chip", title=near.document_title)
        for count, near in enumerate(answer.nearest, 1)
    ]
    return (
        tag("div", *chips, class_="nearest")
        if answer.leads_to_nearest and chips
        else _labelled(texts["answer.nearest"], "nearest", chips)
    )


def _chip_text(near: Citation) -> str:
    """Where it stands, and the heading nearest to it where the address does not have it, cut short."""
    heading = near.heading.rpartition(" › ")[2].removeprefix(near.address).strip()
    heading = "" if heading in near.address else heading
    words = heading if len(heading) <= CHIP_CHARS else f"{heading[:CHIP_CHARS]}…"
    return f"{place_name(near)} {words}".strip()


def _labelled(label: str, kind: str, parts: Sequence[str]) -> Html:
    if not parts:
        return Html()
    return tag("div", tag("p", label, class_="label"), *parts, class_=kind)


def _sources(answer: Answer, turn: int, texts: Texts) -> Html:
    if not answer.citations:
        return Html()
    listed = tag("ul", *(tag("li", _source_line(citation, turn, texts)) for citation in answer.citations))
    if len(answer.citations) <= SOURCES_SHOWN:
        return tag("div", tag("p", texts["answer.citations"], class_="label"), listed, class_="sources")
    summary = texts["answer.more_citations"].format(count=len(answer.citations))
    return tag("details", tag("summary", summary, class_="label"), listed, class_="sources")


def _source_line(citation: Citation, turn: int, texts: Texts) -> Html:
    number = f"（{citation.document_number}）" if citation.document_number else ""
    return join(
        [
            mark_button(citation, turn, texts),
            tag(
                "span",
                f"《{citation.document_title}》{number} {citation.address} ",
                class_="place",
                lang="zh-CN",
            ),
            origin_badge(citation.origin, texts),
        ]
    )


def _foot(turn: Turn, answer: Answer, texts: Texts) -> Html:
    worded = texts["answer.wording"].format(composer=answer.composer) if answer.composer != "extractive" else ""
    copied = tag("span", texts["copied"], class_="copied", hidden=True)
    return tag(
        "div",
        tag("button", tag("span", texts["copy"]), copied, type="button", class_="copies"),
        tag("span", worded, class_="worded"),
        tag("span", texts["advice"], class_="advice"),
        tag("pre", plain_text(turn.question, answer, texts), class_="copy-text", hidden=True),
        class_="foot",
    )
