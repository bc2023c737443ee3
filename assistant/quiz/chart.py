"""Results as a chart: static SVG that needs no script and asks for nothing from outside."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

import pygal
from pygal.style import Style

from assistant.quiz.scores import Score

FONT = "'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif"
STYLE = Style(
    background="#ffffff", plot_background="#ffffff", font_family=FONT, value_font_family=FONT,
    colors=("#1f4e79",), label_font_size=14, major_label_font_size=14, title_font_size=17, opacity=".9",
)  # fmt: skip
QUARTERS = (0, 0.25, 0.5, 0.75, 1)
BAR, AROUND, WIDTH = 36, 120, 860
"""Pixels: of a bar with its room, of what stands around the bars, of the whole."""
MARGIN, WIDER = 20, 5
LONGEST_LABEL = 24


def scores_chart(scores: Sequence[Score], title: str) -> str:
    """Draw the share of right answers, the first score on top."""
    labels = [_label(score) for score in reversed(scores)]
    chart = pygal.HorizontalBar(
        title=title, height=AROUND + BAR * len(scores), width=WIDTH, style=STYLE, js=(), explicit_size=True,
        disable_xml_declaration=True, range=(0, 1), show_legend=False, print_values=False,
        value_formatter=lambda value: f"{value:.0%}", margin_left=MARGIN + WIDER * max(map(len, labels), default=0),
    )  # fmt: skip
    chart.x_labels, chart.y_labels = labels, QUARTERS
    chart.add(title, [score.right / score.answered if score.answered else 0 for score in reversed(scores)])
    chart.add_xml_filter(_without_scripts)
    return str(chart.render(is_unicode=True))


def _label(score: Score) -> str:
    name = score.name if len(score.name) <= LONGEST_LABEL else f"{score.name[: LONGEST_LABEL - 1]}…"
    return f"{name}（{score.right}/{score.answered}）"


def _without_scripts(root: Element) -> Element:
    for parent in list(root.iter()):
        for child in [one for one in parent if str(one.tag).endswith("script")]:
            parent.remove(child)
    return root
