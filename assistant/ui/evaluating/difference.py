"""What changed between two runs, case by case."""

from collections.abc import Mapping, Sequence

from assistant.answer import Answer
from assistant.ui.evaluating.cases import answer_words
from assistant.ui.markup import Html, tag
from assistant.ui.texts import Texts
from evals.compare import Comparison

MOST = 40
"""Cases of one kind of change that are shown with their answers; the rest by name."""
Answers = Mapping[str, tuple[str, Answer]]
"""Question and first answer, by case."""


def difference_page(found: Comparison, before: Answers, after: Answers, texts: Texts) -> Html:
    """Show what changed; `before` is empty where a baseline is compared with, which has no answers."""
    sections = [
        tag(
            "section",
            tag("h3", tag("span", texts[f"evaluating.{change}"], class_=f"tag {change}"), f" {len(ids)}"),
            *(_case(id, before, after, texts) for id in ids[:MOST]),
            tag("p", "、".join(ids[MOST:])) if ids[MOST:] else "",
        )
        for change, ids in found.changes.items()
        if ids
    ]
    alone = [
        tag("p", texts[f"evaluating.{name}"].format(count=len(ids)), class_="hint")
        for name, ids in (("only_before", found.only_before), ("only_after", found.only_after))
        if ids
    ]
    unchanged = Html() if sections else tag("p", texts["evaluating.no_changes"])
    return tag("div", tag("p", _verdict(found, texts)), *sections, unchanged, *alone, class_="evaluating difference")


def _verdict(found: Comparison, texts: Texts) -> str:
    one = found.difference
    if one is None:
        return texts["evaluating.nothing_compared"]
    verdict = "no_difference" if not one.value else "real" if one.is_real else "chance"
    return texts["evaluating.compared"].format(
        count=found.compared,
        value=f"{one.value:+.1%}",
        low=f"{one.interval.low:+.1%}",
        high=f"{one.interval.high:+.1%}",
        p=f"{one.p:.3f}",
        verdict=texts[f"evaluating.{verdict}"],
    )


def _case(id: str, before: Answers, after: Answers, texts: Texts) -> Html:
    question = next((run[id][0] for run in (after, before) if id in run), "")
    sides: Sequence[tuple[str, Answers]] = (("evaluating_before", before), ("evaluating_after", after))
    shown = [
        tag(
            "section",
            tag("h4", texts[name]),
            tag("p", texts[f"outcome.{run[id][1].status.value}"]),
            answer_words(run[id][1]),
        )
        for name, run in sides
        if id in run
    ]
    head = tag("summary", tag("b", id), " ", question)
    return tag("details", head, tag("div", *shown, class_="two"), class_="case", lang="zh-CN")
