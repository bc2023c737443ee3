import json
import shutil

import pytest

from assistant.opening import shipped

CASE = {
    "id": "fact-900",
    "kind": "fact",
    "question": "分解细化方案里‘三公’经费公开由谁负责？",
    "must_cite": [["city-2014-breakdown-table#三、第2行"]],
    "author": "test",
}


@pytest.fixture
def files(environment, tmp_path):
    """Cases and bindings of their own, and texts that may be changed."""
    environment.setenv("DISCLOSURE_RUNS", str(tmp_path / "runs"))
    texts = shutil.copytree(shipped("documents"), tmp_path / "texts")
    cases = tmp_path / "cases.jsonl"
    cases.write_text(json.dumps(CASE), "utf-8")
    common = ("--cases", cases, "--bindings", tmp_path / "bindings.jsonl", "--documents", texts)
    return texts / "city-2014-breakdown-table.md", (*common, "--library", tmp_path / "library")


def test_a_changed_provision_is_listed_with_both_wordings_until_it_is_accepted(disclosure, files):
    text, options = files
    assert disclosure("eval", "accept", "--all", "--by", "王某", *options).out.startswith("已绑定1处")
    assert disclosure("eval", "stale", *options).code == 0
    old = text.read_text("utf-8")
    row = next(line for line in old.splitlines() if "“三公”经费" in line and line.startswith("|"))
    text.write_text(old.replace(row, row.replace("“三公”经费", "“三公”经费和会议费", 1)), "utf-8")

    ran = disclosure("eval", "stale", "--json", *options)

    assert ran.code == 1
    found = json.loads(ran.out)
    assert (found["case"], found["change"]) == ("fact-900", "changed")
    assert "会议费" in found["new"]
    assert "会议费" not in found["old"]
    assert "已改 fact-900" in disclosure("eval", "stale", *options).out
    assert disclosure("eval", "accept", "fact-900", "--by", "李某", *options).code == 0
    assert disclosure("eval", "stale", *options).code == 0


@pytest.mark.parametrize("words", [("--by", "王某"), ("nothing-1", "--by", "王某"), ("--all", "--by", " ")])
def test_accepting_takes_cases_that_are_there_and_a_name(words, disclosure, files):
    assert disclosure("eval", "accept", *words, *files[1]).code == 2


def test_a_case_whose_provision_does_not_exist_is_not_accepted(disclosure, files, tmp_path):
    wrong = CASE | {"must_cite": [["city-2014-breakdown-table#九十、第2行"]]}
    (tmp_path / "cases.jsonl").write_text(json.dumps(wrong), "utf-8")

    ran = disclosure("eval", "accept", "fact-900", "--by", "王某", *files[1])

    assert ran.code == 2
    assert "九十、第2行" in ran.err
