from datetime import UTC, datetime

import pytest

from assistant.feedback import Feedback, Kind
from evals.candidates import Candidate, Vouched, add_case, candidates, propose
from evals.cases import read_cases
from evals.lines import WriteError
from index.errors import UsageError

CITED = [{"document_id": "a", "address": "第三条"}, {"document_id": "a", "address": "第三条"}]


def opinion(kind=Kind.WRONG, **fields):
    answer = {"question": "几日答复？", "status": "answered", "citations": CITED}
    when = datetime(2026, 11, 21, tzinfo=UTC)
    return Feedback(**{"kind": kind, "comment": "少了延期", "answer": answer, "when": when} | fields)


@pytest.fixture
def candidate():
    return Candidate(id="20261121-aa", feedback=opinion(history=("依申请公开",)))


def test_complaints_come_first_and_what_became_a_case_is_left_out(case):
    given = {"one": opinion(Kind.HELPFUL), "two": opinion(), "three": opinion(Kind.MISSING), "four": opinion()}
    found = candidates(given, [case(note="反馈 four：少了延期")])

    assert [one.id for one in found] == ["two", "three", "one"]


def test_an_answer_without_a_question_cannot_become_a_case():
    assert candidates({"one": opinion(answer={"question": None})}, []) == []


def test_what_the_answer_cited_is_proposed_under_a_free_id(candidate, case):
    made = propose(candidate, [case(id="fact-007"), case(id="fact-012")], Vouched(kind="fact", by="王某"))

    assert made.id == "fact-013"
    assert made.question == "几日答复？"
    assert made.history == ("依申请公开",)
    assert made.must_cite == (("a#第三条",),)
    assert (made.author, made.reviewed) == ("王某", "王某")
    assert "20261121-aa" in (made.note or "")


def test_what_a_person_says_wins_over_the_proposal(candidate):
    said = Vouched(kind="when", by="王某", places=["b#一、|b#二、"], facts=["20日|二十日"], outcome="partial")
    made = propose(candidate, [], said)

    assert made.must_cite == (("b#一、", "b#二、"),)
    assert made.must_contain == (("20日", "二十日"),)
    assert made.outcome == ("partial",)


def test_a_question_that_should_not_be_answered_requires_no_citation(candidate):
    said = Vouched(kind="unanswerable", by="王某", outcome="not_in_library")

    assert propose(candidate, [], said).must_cite == ()


@pytest.mark.parametrize("wrong", [{"kind": "poem"}, {"kind": "fact", "outcome": "maybe"}])
def test_what_is_no_kind_or_outcome_is_told(wrong, candidate):
    with pytest.raises(UsageError, match="不能成为用例"):
        propose(candidate, [], Vouched(by="王某", **wrong))


def test_a_case_is_added_below_the_others_and_a_full_disk_spoils_none(candidate, case, tmp_path, full_disk):
    path = tmp_path / "open.jsonl"
    path.write_text(case(id="fact-001").model_dump_json(), "utf-8")
    made = propose(candidate, read_cases([path]), Vouched(kind="fact", by="王某"))

    with full_disk(100), pytest.raises(WriteError):
        add_case(path, made)
    add_case(path, made)

    assert [one.id for one in read_cases([path])] == ["fact-001", "fact-002"]
