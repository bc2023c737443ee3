import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from evals.baseline import write_baseline
from evals.compare import CaseResult
from evals.experts import Cited, Judgement, Said, save_judgements
from evals.lines import WriteError
from evals.report.contents import gather
from evals.report.render import as_html, as_markdown, write_report


class Tags(HTMLParser):
    """Gathers the tags and attributes of a page."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_the_page_asks_for_nothing_from_outside_and_runs_nothing(contents):
    tags = Tags(as_html(contents)).found

    assert not {"script", "link", "img", "iframe", "object", "form"} & {tag for tag, _ in tags}
    links = [
        value for _, attributes in tags for name, value in attributes.items() if name in ("src", "href", "xlink:href")
    ]
    assert all(link.startswith("#") for link in links)
    assert not any(name.startswith("on") for _, attributes in tags for name in attributes)
    assert "url(" not in as_html(contents)


def test_words_of_questions_and_answers_are_never_markup(contents):
    assert "<script" not in as_html(contents)
    assert "&lt;script&gt;alert(1)" in as_html(contents)
    assert "<script" not in as_markdown(contents)


def test_the_page_shows_charts_and_every_case_with_what_was_expected_and_given(contents):
    page = as_html(contents)

    assert page.count("<svg") == 4
    assert re.findall(r'class="case (\w+)" id="(\w)-1"', page) == [("bad", "b"), ("unscored", "c"), ("good", "a")]
    assert "✗ 20日" in page
    assert "✓ doc#第一条" in page
    assert "50.0%" in page
    assert "资料库中没有应引的条款：elsewhere#第一条" in page


def test_a_second_run_over_the_same_cases_shows_how_they_went_on(run, contents):
    trended = replace(contents, trend=(*contents.trend, ("later", contents.summary)))

    assert [name for name, _ in contents.trend] == [run.name]
    assert as_html(trended).count("<svg") == 5


def test_differences_to_the_baseline_are_marked(run, tmp_path):
    write_baseline(tmp_path / "baseline.jsonl", [CaseResult(case="b", passed=1.0, outcomes=("answered",))])
    found = gather(run, library=tmp_path, against=tmp_path / "baseline.jsonl")

    assert '<span class="tag broken">弄坏</span>' in as_html(found)
    assert "- 弄坏（1）：b" in as_markdown(found)


def test_what_experts_say_stands_beside_the_checks(run, tmp_path):
    when = datetime(2026, 11, 21, tzinfo=UTC)
    said = Judgement(
        run=run.name, case="b", repeat=1, claim=0, text="", said=Said.PARTLY, cited=Cited.RIGHT, by="王某", when=when
    )
    save_judgements(tmp_path, [said])

    page = as_html(gather(run, library=tmp_path, against=None))

    assert "1句，王某；平均 62.5%" in page
    assert '<a href="#b-1">b</a></td><td>✗</td><td>62.5%</td>' in page


def test_what_failed_is_in_the_markdown_on_one_line_each(contents):
    text = as_markdown(contents)

    assert "| 通过 | 0.500（0.095–0.905） |" in text
    assert len([line for line in text.splitlines() if line.startswith(("| b |", "| c |"))]) == 2


def test_a_run_of_nothing_but_unscored_answers_can_be_reported(contents):
    from evals.report.figures import by_kind, confusion, risk_coverage

    only = tuple(row for row in contents.rows if row.passed is None)
    empty = replace(contents, rows=only, kinds=tuple(by_kind(only)), documents=(), risk=tuple(risk_coverage(only)))
    none = {name: None for name in ("passed", "interval", "outcome", "length", "median_ms", "p95_ms")}
    empty = replace(empty, confusion=confusion(only), summary=replace(contents.summary, cases=0, unscored=1, **none))

    assert "—" in as_html(empty)


def test_every_form_is_written_and_a_full_disk_is_told(contents, tmp_path, full_disk):
    names = [path.name for path in write_report(contents, tmp_path / "out")]

    assert names == ["report.html", "report.md", "cases.csv", "cases.xlsx", "junit.xml"]
    with full_disk(1000), pytest.raises(WriteError, match="磁盘空间"):
        write_report(contents, tmp_path / "full")
