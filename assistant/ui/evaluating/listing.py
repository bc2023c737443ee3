"""The list of runs, with how they went on."""

import base64
from collections.abc import Sequence

from assistant.opening import EXTRACTIVE
from assistant.ui.evaluating.runs import Listed
from assistant.ui.marks import does
from assistant.ui.markup import Html, join, tag
from assistant.ui.texts import Texts
from evals.report.charts import trend_chart
from evals.report.figures import trend

MOST = 30
"""Runs in the list and in the chart."""
RUN_BOX = "evaluating-run-name"


def run_list(runs: Sequence[Listed], texts: Texts) -> Html:
    """Show the newest runs, with a chart of those over the same cases as the newest that was finished."""
    if not runs:
        return tag("p", texts["evaluating.no_runs"], class_="hint")
    shown = runs[:MOST]
    heads = ("run", "program", "texts_of", "composer", "cases", "passed", "unscored")
    head = tag("tr", *(tag("th", texts[f"evaluating.{name}"], scope="col") for name in heads))
    table = tag("table", tag("thead", head), tag("tbody", *(_row(one, texts) for one in shown)), class_="runs")
    rest = len(runs) - len(shown)
    more = tag("p", texts["evaluating.more_runs"].format(count=rest), class_="hint") if rest else Html()
    hint = tag("p", texts["evaluating.pick_run"], class_="hint")
    return tag("div", tag("div", table, more, hint, class_="wide"), _trend(shown, texts), class_="evaluating history")


def percent(value: float | None) -> str:
    """Write a share; a dash where there is none."""
    return "—" if value is None else f"{value:.1%}"


def _row(one: Listed, texts: Texts) -> Html:
    settings = one.settings
    name = does(RUN_BOX, one.folder.name, one.folder.name, kind="run-name")
    cells = [
        settings.commit or settings.version or "?",
        texts[f"evaluating.{settings.texts or 'unknown'}"],
        texts["evaluating_extractive"] if settings.composer == EXTRACTIVE else settings.composer,
    ]
    return tag("tr", tag("td", name), *(tag("td", cell) for cell in cells), *_figures(one, texts))


def _figures(one: Listed, texts: Texts) -> tuple[Html, ...]:
    if one.summary is None:
        said = texts["evaluating.unfinished"].format(answered=one.answered, expected=one.expected)
        return (tag("td", said, colspan="3"),)
    interval = one.summary.interval
    around = f"（{interval.low:.1%}–{interval.high:.1%}）" if interval else ""
    cells = (str(one.summary.cases), f"{percent(one.summary.passed)}{around}", str(one.summary.unscored or ""))
    return tuple(tag("td", cell) for cell in cells)


def _trend(shown: Sequence[Listed], texts: Texts) -> Html:
    finished = [one for one in shown if one.summary is not None]
    if not finished:
        return Html()
    points = trend((one.folder for one in reversed(finished)), finished[0].settings.cases)
    if len(points) < 2:
        return Html()
    return tag("figure", picture(trend_chart(points), texts["evaluating.trend"]))


def picture(svg: str, said: str) -> Html:
    """Show an SVG as an image, which can run nothing."""
    content = base64.b64encode(svg.encode()).decode()
    return join([tag("img", src=f"data:image/svg+xml;base64,{content}", alt=said, class_="chart")])
