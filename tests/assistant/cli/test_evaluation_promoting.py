import json
from datetime import UTC, datetime

import pytest

from assistant.feedback import Feedback, Kind, save
from evals.cases import shipped_cases


@pytest.fixture
def given(environment, tmp_path):
    environment.setenv("DISCLOSURE_LIBRARY", str(tmp_path / "library"))
    cited = [{"document_id": "disclosure-regulation-2019", "address": "第三十三条第二款"}]
    answer = {"question": "几日答复？", "status": "answered", "citations": cited}
    when = datetime(2026, 11, 21, tzinfo=UTC)
    return save(tmp_path / "library", Feedback(kind=Kind.MISSING, comment="少了延期", answer=answer, when=when))


def test_an_opinion_is_listed_and_becomes_a_case_once(given, disclosure, tmp_path):
    listed = disclosure("eval", "candidates").out
    assert f"{given}  有遗漏  几日答复？" in listed
    assert "disclosure-regulation-2019#第三十三条第二款" in listed
    target = tmp_path / "own.jsonl"

    ran = disclosure("eval", "promote", given, "--by", "王某", "--fact", "20个工作日", "--to", target)

    assert ran.code == 0
    made = json.loads(target.read_text("utf-8"))
    assert made["must_cite"] == [["disclosure-regulation-2019#第三十三条第二款"]]
    assert made["author"] == "王某"
    assert disclosure("eval", "promote", given, "--by", "王某", "--to", target).code == 2


def test_a_dry_run_writes_nothing(given, disclosure, tmp_path):
    target = tmp_path / "own.jsonl"

    assert disclosure("eval", "promote", given, "--by", "王某", "--to", target, "--dry-run").code == 0
    assert not target.exists()


def test_where_no_file_is_named_a_case_goes_to_the_open_ones(given, disclosure, environment):
    written = []
    environment.setattr("evals.promote.add_case", lambda target, case: written.append(target.name))

    assert disclosure("eval", "promote", given, "--by", "王某").code == 0
    assert written == ["open.jsonl"]


def test_an_opinion_that_is_not_there_and_a_missing_name_are_told(given, disclosure):
    assert "eval candidates" in disclosure("eval", "promote", "nothing", "--by", "王某").err
    assert disclosure("eval", "promote", given, "--by", " ").code == 2


def test_opinions_are_listed_for_programs(given, disclosure):
    (line,) = disclosure("eval", "candidates", "--json").out.splitlines()
    assert json.loads(line)["id"] == given


def test_a_file_of_cases_may_be_named_from_where_one_stands(given, disclosure, environment):
    environment.chdir(next(iter(shipped_cases())).parent)

    ran = disclosure("eval", "promote", given, "--by", "王某", "--to", "open.jsonl", "--dry-run")

    assert ran.code == 0, ran.err
