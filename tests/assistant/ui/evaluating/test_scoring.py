from dataclasses import replace

import pytest

from assistant.answer import Claim
from assistant.ui.evaluating.scoring import Scoring
from assistant.ui.evaluating.sheet import Sheet
from evals.experts import PLACE, read_judgements
from evals.run import rescore


@pytest.fixture
def scoring(work, run):
    return Scoring(work)


@pytest.fixture
def sheet(run):
    return Sheet(run.name, "right-1", 1, 0)


def test_a_sentence_is_kept_under_a_name_and_the_next_is_shown(scoring, sheet, home):
    shown = scoring.save("partly", "near", " 王某 ", sheet, None)

    (kept,) = read_judgements(home, sheet.run)
    assert (kept.case, kept.claim, kept.said, kept.cited, kept.by) == ("right-1", 0, "partly", "near", "王某")
    assert "已保存：第 1 句，王某" in shown.status
    assert "王某：部分对 / 相近" in shown.page


@pytest.mark.parametrize(
    ("said", "cited", "by", "told"),
    [
        (None, "right", "王某", "请先选这一句"),
        ("perfect", "right", "王某", "请先选这一句"),
        ("right", None, "王某", "请先选它的引用"),
        ("right", "right", " ", "请署名"),
    ],
)
def test_nothing_is_kept_of_half_a_score(scoring, sheet, home, said, cited, by, told):
    shown = scoring.save(said, cited, by, sheet, None)

    assert f"没有保存：{told}" in shown.status
    assert not (home / PLACE).exists()


def test_a_sentence_that_is_not_there_is_not_kept(scoring, sheet, home):
    assert "没有保存" in scoring.save("right", "right", "王某", sheet._replace(claim=99), None).status
    assert scoring.save("right", "right", "王某", sheet._replace(case="x"), None).sheet is None
    assert not (home / PLACE).exists()


def test_saved_is_said_only_when_it_is_on_disk(scoring, sheet, home, full_disk):
    (home / PLACE).parent.mkdir(exist_ok=True)
    with full_disk(10):
        shown = scoring.save("right", "right", "王某", sheet, None)

    assert "已保存" not in shown.status
    assert "磁盘空间" in shown.status
    assert read_judgements(home) == []


@pytest.mark.parametrize("place", ["", "nothing", "../../etc/passwd/1", "{run}/right-1/x", "{run}/none/1"])
def test_a_place_that_the_browser_made_up_opens_nothing(scoring, run, place):
    shown = scoring.open(f"1 {place.format(run=run.name)}", None)

    assert shown[0] is None


def test_all_is_said_to_be_scored_only_when_one_person_scored_every_sentence(scoring, sheet, run):
    (given, *others) = run.answers()
    claims = tuple(Claim(text=f"第{number}句", citations=()) for number in range(3))
    (run.path / "answers.jsonl").unlink()
    run.append([replace(given, answer=replace(given.answer, claims=claims)), *others])
    rescore(run)

    last = scoring.save("right", None, "王某", sheet._replace(claim=2), None)
    assert "都评过了" not in last.status
    assert last.sheet.claim == 0
    first = scoring.save("right", None, "王某", last.sheet, None)
    assert first.sheet.claim == 1
    assert "都评过了" not in scoring.save("right", None, "李某", first.sheet, None).status
    assert "都评过了" in scoring.save("wrong", None, "王某", first.sheet, None).status
