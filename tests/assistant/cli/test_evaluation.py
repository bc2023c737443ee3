import json

import pytest

RIGHT = {
    "id": "right-1",
    "kind": "who_when",
    "question": "分解细化方案里‘三公’经费公开由谁负责，什么时候完成？",
    "must_cite": [["city-2014-breakdown-table#三、第2行"]],
    "must_contain": [["市财政局"], ["年内"]],
    "author": "test",
}
WRONG = RIGHT | {"id": "wrong-1", "must_contain": [["市审计局"]], "must_not_say": ["市财政局"]}


@pytest.fixture
def cases(tmp_path):
    file = tmp_path / "cases.jsonl"
    file.write_text("\n".join(json.dumps(case) for case in (RIGHT, WRONG)), "utf-8")
    return file


@pytest.fixture(autouse=True)
def runs(environment, tmp_path):
    environment.setenv("DISCLOSURE_RUNS", str(tmp_path / "runs"))
    return tmp_path / "runs"


def test_what_fails_is_listed_with_the_reason(disclosure, cases):
    ran = disclosure("eval", "run", "--cases", cases)

    assert ran.code == 0
    assert "✗ wrong-1" in ran.out
    assert "事实 0%；说了不该说的" in ran.out
    assert "right-1" not in ran.out
    assert "2条用例，通过50.0%（95%区间" in ran.out


def test_only_the_cases_that_are_named_are_run(disclosure, cases):
    assert "1条用例，通过100.0%（95%区间" in disclosure("eval", "run", "--cases", cases, "--only", "^right").out


def test_results_are_printed_for_programs_and_the_summary_apart(disclosure, cases):
    ran = disclosure("eval", "run", "--cases", cases, "--json")

    results = [json.loads(line) for line in ran.out.splitlines()]
    assert [(result["id"], result["passed"]) for result in results] == [("right-1", True), ("wrong-1", False)]
    assert results[0]["answer"]["status"] == "answered"
    assert "2条用例" in ran.err


def test_a_run_is_listed_and_scored_again_by_the_cases_as_they_are_now(disclosure, cases):
    name = last_run(disclosure("eval", "run", "--cases", cases))
    assert name in disclosure("eval", "list").out
    cases.write_text(json.dumps(RIGHT) + "\n" + json.dumps(RIGHT | {"id": "wrong-1"}), "utf-8")

    assert "通过100.0%" in disclosure("eval", "score", name, "--cases", cases).out


def test_only_the_kinds_that_are_named_are_run(disclosure, cases):
    assert "2条用例" in disclosure("eval", "run", "--cases", cases, "--kind", "who_when").out
    told = disclosure("eval", "run", "--cases", cases, "--kind", "poem")
    assert told.code == 2
    assert "who_when" in told.err


def test_each_question_is_asked_as_often_as_is_said(disclosure, cases):
    assert "2条用例（4次作答）" in disclosure("eval", "run", "--cases", cases, "--repeat", 2).out


def test_a_composer_that_is_not_there_is_named(disclosure, cases):
    for name, told in (("poet", "extractive"), ("model", "DISCLOSURE_LLM_MODEL")):
        ran = disclosure("eval", "run", "--cases", cases, "--composer", name)
        assert ran.code == 2
        assert told in ran.err


def test_a_run_that_was_begun_with_other_texts_does_not_go_on(disclosure, cases, runs):
    disclosure("eval", "run", "--cases", cases)
    (settings,) = runs.glob("*/settings.json")
    settings.write_text(settings.read_text("utf-8").replace('"city-2014-breakdown-table"', '"another"'), "utf-8")

    ran = disclosure("eval", "run", "--resume", "latest")

    assert ran.code == 2
    assert ran.err.count("\n") == 1


def test_no_case_at_all_is_wrong_usage(disclosure, cases):
    assert disclosure("eval", "run", "--cases", cases, "--only", "nothing").code == 2


def test_a_pattern_that_is_none_is_wrong_usage(disclosure, cases):
    ran = disclosure("eval", "run", "--cases", cases, "--only", "(")

    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_cases_that_are_not_there_are_wrong_usage(disclosure, tmp_path):
    ran = disclosure("eval", "run", "--cases", tmp_path / "missing.jsonl")

    assert ran.code == 2
    assert "missing.jsonl" in ran.err


def test_the_cases_kept_aside_are_run_only_where_asked_for(disclosure):
    assert disclosure("eval", "run", "--only", "^fact-001$").code == 2
    assert "1条用例" in disclosure("eval", "run", "--kept", "--only", "^fact-001$").out


def last_run(ran):
    return ran.out.splitlines()[-1].split("：")[0].removeprefix("运行 ")


def test_two_runs_are_compared(disclosure, cases):
    first = last_run(disclosure("eval", "run", "--cases", cases))
    cases.write_text("\n".join(json.dumps(case | {"must_contain": [], "must_not_say": []}) for case in (RIGHT, WRONG)))
    second = last_run(disclosure("eval", "run", "--cases", cases))

    ran = disclosure("eval", "compare", first, second)

    assert ran.code == 0
    assert "修好（1）：wrong-1" in ran.out
    assert "可能只是偶然" in ran.out
    found = json.loads(disclosure("eval", "compare", second, first, "--json").out)
    assert (found["changes"]["broken"], found["is_real"]) == (["wrong-1"], False)


def test_a_comparison_needs_two_sides(disclosure, cases):
    assert disclosure("eval", "compare", "latest").code == 2
    assert disclosure("eval", "compare", "a", "b", "--baseline").code == 2
    assert disclosure("eval", "compare", "a", "b").code == 2


def test_a_broken_case_ends_the_gate_with_1(disclosure, cases, tmp_path):
    baseline = tmp_path / "baseline.jsonl"
    disclosure("eval", "run", "--cases", cases)
    assert disclosure("eval", "baseline", "--file", baseline).code == 0
    assert disclosure("eval", "gate", "latest", "--file", baseline).code == 0
    cases.write_text(json.dumps(RIGHT | {"must_contain": [["市审计局"]]}), "utf-8")
    disclosure("eval", "score", "--cases", cases)

    ran = disclosure("eval", "gate", "latest", "--file", baseline)

    assert ran.code == 1
    assert "✗ right-1 原来通过" in ran.out
    assert "open：这次运行没有包括全部用例" in ran.out


def test_which_baseline_is_held_against_is_said(disclosure, cases):
    disclosure("eval", "run", "--cases", cases)

    for ran in (disclosure("eval", "compare", "latest", "--baseline"), disclosure("eval", "gate", "latest")):
        assert "本次运行用的是要旨，基线：baseline.jsonl" in ran.out


def test_a_report_is_written_into_the_run_or_where_it_is_said(disclosure, cases, runs, tmp_path):
    name = last_run(disclosure("eval", "run", "--cases", cases))

    assert disclosure("eval", "report").code == 0
    assert (runs / name / "report.html").read_text("utf-8").count("wrong-1") > 1
    assert disclosure("eval", "report", name, "--against", name, "--out", tmp_path / "out").code == 0
    assert "没有变化" in (tmp_path / "out" / "report.md").read_text("utf-8")
    assert disclosure("eval", "report", "nothing").code == 2


@pytest.mark.slow
def test_the_gate_runs_all_cases_where_no_run_is_named(disclosure, tmp_path):
    bars = tmp_path / "bars.toml"
    bars.write_text("[open]\npassed = 0.8\n[kept]\npassed = 0.8\n")

    ran = disclosure("eval", "gate", "--bars", bars)

    assert "已比较：open、kept" in ran.out
    assert ran.code == 0, ran.out


def test_a_judge_that_is_not_configured_is_wrong_usage(disclosure, cases):
    disclosure("eval", "run", "--cases", cases)

    ran = disclosure("eval", "judge")

    assert ran.code == 2
    assert "DISCLOSURE_LLM_MODEL" in ran.err


def test_a_judgement_changes_nothing_at_the_gate_and_a_server_that_is_gone_is_told(
    disclosure, cases, environment, tmp_path
):
    disclosure("eval", "run", "--cases", cases)
    disclosure("eval", "baseline", "--file", tmp_path / "baseline.jsonl")
    environment.setenv("DISCLOSURE_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    environment.setenv("DISCLOSURE_LLM_MODEL", "office-model")

    ran = disclosure("eval", "judge")

    assert ran.code == 1
    assert "未评判2" in ran.out
    assert disclosure("eval", "gate", "latest", "--file", tmp_path / "baseline.jsonl").code == 0
