"""The conversation as HTML: questions, and answers with their outcome, marks, notices and sources."""

from collections.abc import Mapping, Sequence

from assistant.answer import Answer, Citation, Scope, Table
from assistant.ui.chat.copying import plain_text
from assistant.ui.chat.session import Turn, Turns
from assistant.ui.marks import mark_button, opener, origin_badge, place_name, with_marks
from assistant.ui.markup import Html, join, tag
from assistant.ui.texts import EXAMPLES, Texts

Titles = Mapping[str, str]
"""Titles of documents by their ids."""

CHIP_CHARS = 12
SOURCES_SHOWN = 4
"""More are folded away."""


def transcript(turns: Turns, titles: Titles, texts: Texts) -> Html:
    """Render the whole conversation, or how to begin one."""
    if not turns:
        return _beginning(texts)
    return tag("div", *(_turn(turn, titles, texts) for turn in turns), class_="turns")


def _beginning(texts: Texts) -> Html:
    examples = (tag("li", tag("button", example, type="button", class_="asks")) for example in EXAMPLES)
    return tag(
        "div",
        tag("h2", texts["empty.title"]),
        tag("p", texts["empty.body"]),
        tag("p", texts["empty.examples"], class_="label"),
        tag("ul", *examples, class_="examples"),
        tag("p", texts["privacy"], class_="privacy"),
        class_="beginning",
    )


def _turn(turn: Turn, titles: Titles, texts: Texts) -> Html:
    state = "pending" if turn.answer is None else f"outcome-{turn.answer.status.value}"
    question = tag("div", tag("h2", texts["you"], class_="sr"), tag("p", turn.question), class_="asked")
    return tag("div", question, _reply(turn, titles, texts), class_=f"turn {state}", id=f"turn-{turn.number}")


def _reply(turn: Turn, titles: Titles, texts: Texts) -> Html:
    heading = tag("h2", texts["reply"], class_="sr")
    answer = turn.answer
    if answer is None:
        return tag("div", heading, tag("p", texts["asking"], class_="waiting", role="status"), class_="reply")
    cited = {citation.marker: citation for citation in answer.citations}
    return tag(
        "div",
        heading,
        tag(
            "p",
            tag("span", texts[f"outcome.{answer.status.value}"], class_="badge outcome"),
            class_="verdict",
        ),
        _words(answer, turn.number, cited, texts),
        _choices(answer, texts),
        _notices(answer, texts),
        _nearest(answer, turn.number, texts),
        _sources(answer, turn.number, texts),
        _scope(answer.scope, titles, texts),
        _foot(turn, answer, texts),
        class_="reply",
    )


def _words(answer: Answer, turn: int, cited: Mapping[int, Citation], texts: Texts) -> Html:
    paragraphs = (line for line in answer.text.splitlines() if line.strip())
    return tag(
        "div",
        *(tag("p", with_marks(line, turn, cited, texts)) for line in paragraphs),
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
    return _labelled(texts["answer.nearest"], "nearest", chips)


def _chip_text(near: Citation) -> str:
    """Where it stands, and the heading nearest to it, cut short."""
    heading = near.heading.rpartition(" › ")[2].removeprefix(near.address).strip()
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


def _scope(scope: Scope, titles: Titles, texts: Texts) -> Html:
    documents = [f"《{titles.get(id, id)}》" for id in scope.documents]
    held = [region for region in scope.regions if not any(region.startswith(missing) for missing in scope.missing)]
    searched = [*documents, *held, *(f"{year}年" for year in scope.years), *scope.bodies]
    lines = []
    if searched:
        lines.append(tag("p", f"{texts['answer.scope']}：{'、'.join(searched)}", class_="scope"))
    if scope.missing:
        missing = texts["answer.scope_missing"].format(missing="、".join(scope.missing))
        lines.append(tag("p", missing, class_="scope missing"))
    return join(lines)


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
