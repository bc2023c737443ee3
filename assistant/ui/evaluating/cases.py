"""A case with what was expected and what was given side by side."""

from collections.abc import Iterable, Sequence

from assistant.answer import Answer, Table
from assistant.ui.evaluating.listing import percent
from assistant.ui.marks import does, opens_provision
from assistant.ui.markup import Html, join, tag
from assistant.ui.texts import Texts
from evals.cases import Case
from evals.report.rows import Marked, Required, Row

SHEET_BOX = "evaluating-sheet-of"
MARKS = {None: "？", True: "✓", False: "✗"}


def case_details(row: Row, run: str, texts: Texts) -> Html:
    """Show a case folded, with what is wrong in its heading."""
    head = tag(
        "summary",
        tag("span", MARKS[row.passed], class_="verdict"),
        tag("b", name_of(row)),
        " ",
        row.case.question,
        tag("span", row.why, class_="why", lang="zh-CN") if row.why else "",
    )
    kind = "unscored" if row.passed is None else "good" if row.passed else "bad"
    return tag("details", head, side_by_side(row, texts), score_button(row, run, texts), class_=f"case {kind}")


def name_of(row: Row) -> str:
    """Name an answer: the case, and which repeat it is."""
    return row.case.id if row.repeat == 1 else f"{row.case.id} #{row.repeat}"


def score_button(row: Row, run: str, texts: Texts) -> Html:
    """Offer to score an answer by sentence, where it has sentences."""
    if not row.answer.claims:
        return Html()
    place = f"{run}/{row.case.id}/{row.repeat}"
    return tag("p", does(SHEET_BOX, place, texts["evaluating.score_it"], kind="plain leads"))


def side_by_side(row: Row, texts: Texts) -> Html:
    """Show what was expected at the left, what was given at the right."""
    left = tag("section", tag("h4", texts["evaluating.expected"]), tag("dl", *_expected(row, texts)))
    right = tag("section", tag("h4", texts["evaluating.given"]), tag("dl", *_given(row, texts)))
    return tag("div", left, right, class_="two", lang="zh-CN")


def _expected(row: Row, texts: Texts) -> list[Html]:
    case = row.case
    return [
        *_entry(texts["evaluating.history"], "；".join(case.history)),
        *_entry(texts["evaluating.outcome"], outcomes(case, texts)),
        *_entry(texts["evaluating.places"], _required(row.places, texts, are_places=True)),
        *_entry(texts["evaluating.facts"], _required(row.facts, texts)),
        *_entry(texts["evaluating.forbidden"], "、".join(case.must_not_say)),
        *_entry(texts["evaluating.note"], case.note or ""),
    ]


def _given(row: Row, texts: Texts) -> list[Html]:
    return [
        *_entry(texts["evaluating.outcome"], texts[f"outcome.{row.answer.status.value}"]),
        *_entry(texts["evaluating.answer"], answer_words(row.answer)),
        *_entry(texts["evaluating.citations"], _citations(row.citations)),
        *_entry(texts["evaluating.experts_short"], "" if row.experts is None else percent(row.experts)),
        *_entry(texts["evaluating.judged_short"], _judged(row, texts)),
    ]


def _judged(row: Row, texts: Texts) -> str:
    if row.opinion is None:
        return ""
    verdict = texts[f"evaluating.judged_{row.opinion.answer or 'none'}"]
    return f"{verdict}：{row.opinion.reason}"


def outcomes(case: Case, texts: Texts) -> str:
    """Name the outcomes that are accepted."""
    return " / ".join(texts[f"outcome.{one}"] for one in case.outcome)


def answer_words(answer: Answer) -> Html:
    """Show the text of an answer and its table."""
    return tag("div", tag("p", answer.text, class_="said"), _table(answer.table) if answer.table else "")


def _table(table: Table) -> Html:
    head = tag("tr", *(tag("th", name, scope="col") for name in table.columns))
    rows = [tag("tr", *(tag("td", cell) for cell in row)) for row in table.rows]
    return tag("div", tag("table", tag("thead", head), tag("tbody", *rows)), class_="wide")


def _entry(name: str, value: str) -> tuple[Html, ...]:
    return (tag("dt", name), tag("dd", value)) if value else ()


def _required(required: Sequence[Required], texts: Texts, *, are_places: bool = False) -> str:
    return tag("ul", *(_one_required(one, are_places=are_places) for one in required)) if required else ""


def _one_required(one: Required, *, are_places: bool) -> Html:
    shown: Iterable[str] = map(_place, one.alternatives) if are_places else one.alternatives
    parts = [part for each in shown for part in (" / ", each)][1:]
    return tag("li", f"{MARKS[one.is_there]} ", *parts, class_="good" if one.is_there else "bad")


def _place(place: str) -> Html:
    document, _, address = place.partition("#")
    return opens_provision(document, address, place, kind="place")


def _citations(citations: Sequence[Marked]) -> str:
    return tag("ul", *map(_citation, citations)) if citations else ""


def _citation(one: Marked) -> Html:
    found = one.citation
    label = f"[{found.marker}] 《{found.document_title}》{found.address}"
    mark = "" if one.is_expected is None else "✓ " if one.is_expected else "○ "
    button = opens_provision(found.document_id, found.address, label, kind="place")
    quote = tag("q", join([found.quote])) if found.quote else Html()
    return tag("li", mark, button, quote)
