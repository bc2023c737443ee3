from datetime import UTC, datetime

import pytest

from evals.experts import Cited, Judgement, Said, save_judgements
from evals.judging.judge import judge_run
from evals.judging.told import told_of
from evals.report.contents import gather
from evals.report.render import as_html, as_markdown
from evals.report.table import as_csv


@pytest.fixture
def judged(run, model, chat_at, prompt, reply):
    model.replies = [reply("right"), "对"]
    judge_run(run, chat_at(model.url), prompt)
    return run


def test_what_could_not_be_judged_is_counted_apart(judged):
    told = told_of(judged, [])

    assert (told.asked, told.judged, told.unjudged) == (2, 1, 1)
    assert told.counts == {Said.RIGHT: 1, Said.PARTLY: 0, Said.WRONG: 0}
    assert told.supported == (1, 1)
    assert (told.checks.n, told.checks.raw) == (1, 1.0)


def test_a_run_that_was_never_judged_says_nothing_of_it(run, tmp_path):
    assert told_of(run, []) is None
    assert "语言模型的评判" not in as_html(gather(run, library=tmp_path, against=None))


def test_the_report_shows_the_judgement_beside_the_checks_and_that_people_judged_nothing(judged, tmp_path):
    contents = gather(judged, library=tmp_path, against=None)

    page = as_html(contents)
    assert "<dt>模型评判</dt><dd>对，引用足以支持：说到了。</dd>" in page
    assert "<dt>模型评判</dt><dd>未评判：模型的回答不是要求的格式</dd>" in page
    assert "还没有双方都评过的答复" in page
    assert "对 1，部分对 0，错 0，未评判 1" in as_markdown(contents)
    assert ",对," in as_csv(contents).decode("utf-8-sig")


def test_the_report_says_how_far_people_agree(judged, tmp_path):
    when = datetime(2026, 11, 21, tzinfo=UTC)
    said = {"said": Said.RIGHT, "cited": Cited.NEAR, "by": "王某", "when": when}
    save_judgements(tmp_path, [Judgement(run=judged.name, case="a", repeat=1, claim=0, text="", **said)])

    page = as_html(gather(judged, library=tmp_path, against=None))

    assert "与专家（1人）一致：答复</th><td>100.0%，κ = 无法计算（双方只用了一个词），n = 1" in page
    assert "与专家一致：引用</th><td>0.0%，κ = 0.00，n = 1" in page
