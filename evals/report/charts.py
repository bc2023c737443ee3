"""Charts as SVG that needs no script and asks for nothing from outside."""

from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element

import pygal
from pygal.style import Style

from evals.intervals import wilson
from evals.report.figures import Group, Point
from evals.report.words import words
from evals.summary import Summary

FONT = "'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif"
STYLE = Style(
    background="transparent", plot_background="transparent", font_family=FONT, value_font_family=FONT,
    colors=("#1f5fa8", "#b3541e", "#3d7d4d"), label_font_size=13, major_label_font_size=13,
    legend_font_size=13, value_font_size=12, title_font_size=15, opacity=".9",
)  # fmt: skip
BAR, LEAST = 34, 160
"""Heights in pixels: of a bar with its room, and of the chart around them."""
MARGIN, WIDER = 20, 6
"""Pixels: what pygal leaves free, and by how much a Chinese character is wider than the letter it counts on."""


def shares_chart(groups: Sequence[Group], title: str) -> str:
    """Draw the share that passed in each group, with Wilson's interval."""
    labels = [f"{group.name}（{group.right}/{group.scored}）" for group in reversed(groups)]
    chart = pygal.HorizontalBar(
        **_options(title, height=LEAST + BAR * len(groups)),
        range=(0, 1),
        show_legend=False,
        margin_left=MARGIN + WIDER * max(map(len, labels)),
    )
    chart.x_labels = labels
    bars = [_with_interval(group) for group in reversed(groups)]
    chart.add(title, bars, formatter=lambda value: f"{value:.0%}")
    return _svg(chart)


def _with_interval(group: Group) -> dict[str, Any]:
    share = group.right / group.scored
    low, high = wilson(round(share * group.cases), group.cases)
    return {"value": share, "ci": {"low": low, "high": high}}


def trend_chart(runs: Sequence[tuple[str, Summary]]) -> str:
    """Draw how runs over the same cases went, oldest first."""
    said = words()["figures"]
    chart = pygal.Line(**_options(words()["charts"]["trend"]), range=(0, 1), x_label_rotation=25, legend_at_bottom=True)
    chart.x_labels = [name for name, _ in runs]
    for figure in ("passed", "cited", "precision"):
        chart.add(said[figure], [getattr(summary, figure) for _, summary in runs])
    return _svg(chart)


def risk_chart(points: Sequence[Point]) -> str:
    """Draw how the share of wrong answers grows with how many are given, surest first."""
    told = words()["charts"]
    chart = pygal.XY(
        **_options(told["risk"]), show_legend=False, x_title=told["coverage"], y_title=told["wrong"],
        xrange=(0, 1), range=(0, max([0.1, *(point.risk for point in points)])), show_dots=False,
    )  # fmt: skip
    chart.add(told["risk"], list(points))
    return _svg(chart)


def latency_chart(milliseconds: Sequence[float]) -> str:
    """Draw how many answers took how long."""
    told = words()["charts"]
    widest = max(milliseconds, default=1.0) or 1.0
    step = widest / 20
    counts = [0] * 20
    for value in milliseconds:
        counts[min(19, int(value / step))] += 1
    chart = pygal.Histogram(**_options(told["latency"]), show_legend=False, x_title=told["milliseconds"])
    chart.add(told["latency"], [(count, place * step, (place + 1) * step) for place, count in enumerate(counts)])
    return _svg(chart)


def _options(title: str, *, height: int = 360) -> dict[str, Any]:
    return {
        "title": title, "height": height, "width": 760, "style": STYLE, "js": (), "disable_xml_declaration": True,
        "explicit_size": False, "print_values": False, "value_formatter": lambda value: f"{value:.3g}",
    }  # fmt: skip


def _svg(chart: pygal.Graph) -> str:
    chart.add_xml_filter(_without_scripts)
    return str(chart.render(is_unicode=True))


def _without_scripts(root: Element) -> Element:
    for parent in root.iter():
        for child in [one for one in parent if str(one.tag).endswith("script")]:
            parent.remove(child)
    return root
