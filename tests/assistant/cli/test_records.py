import json
import shutil

import pytest

from assistant.records import Records
from assistant.settings import RECORDS

QUESTION = "征地补偿由谁公开？"


@pytest.fixture
def own_library(environment, shipped_library, tmp_path):
    """A copy without records."""
    folder = shutil.copytree(shipped_library, tmp_path / "own", ignore=shutil.ignore_patterns(RECORDS))
    environment.setenv("DISCLOSURE_LIBRARY", str(folder))
    return folder


@pytest.fixture
def given(own_library, disclosure):
    return json.loads(disclosure("ask", "--json", QUESTION).out)


def test_an_answer_is_listed_and_shown_again(given, disclosure):
    assert given["record"] in disclosure("records", "list").out
    shown = disclosure("ask", "--show", given["record"]).out
    assert QUESTION in shown
    assert given["citations"][0]["quote"][:10] in shown
    assert shown.count("sha256 ") == len({(one["document_id"], one["address"]) for one in given["citations"]})


def test_an_answer_is_shown_again_to_programs_as_it_was_given(given, disclosure):
    assert json.loads(disclosure("ask", "--json", "--show", given["record"]).out) == given


def test_a_record_that_is_not_there_is_told_with_where_to_look(given, disclosure):
    for words in (("ask", "--show", "20260101-00000000"), ("records", "delete", "20260101-00000000")):
        told = disclosure(*words)
        assert told.code == 2
        assert "disclosure records list" in told.err


def test_a_record_is_deleted(given, disclosure, own_library):
    assert disclosure("records", "delete", given["record"]).code == 0
    assert Records(own_library / RECORDS, days=365).get(given["record"]) is None


def test_old_records_are_pruned_with_their_number(given, disclosure):
    assert "已删除1条记录" in disclosure("records", "prune", "--days", "0").out


def test_without_records_the_setting_that_switched_them_off_is_named(disclosure, environment):
    environment.setenv("DISCLOSURE_RECORDS", "off")

    assert "DISCLOSURE_RECORDS" in disclosure("records", "list").err


def test_a_question_of_several_lines_is_listed_on_one(own_library, disclosure):
    disclosure("ask", "征地补偿\n由谁公开\x1b[2J？")

    listed = disclosure("records", "list").out

    assert "\x1b" not in listed
    assert len(listed.splitlines()) == 1
