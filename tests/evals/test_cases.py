import json

import pytest

from evals.cases import ELSEWHERE, FRESH, REFUSALS, read_cases, shipped_cases
from index.errors import UsageError

CASE = {"id": "fact-1", "kind": "fact", "question": "几日？", "author": "test"}


@pytest.fixture
def file(tmp_path):
    def write(*lines, name="cases.jsonl"):
        path = tmp_path / name
        texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
        path.write_text("\n".join(texts), "utf-8")
        return path

    return write


def test_cases_come_in_the_order_of_files_and_lines(file):
    one = file(CASE, "", CASE | {"id": "fact-3"}, name="one.jsonl")
    two = file(CASE | {"id": "fact-2"}, name="two.jsonl")

    assert [case.id for case in read_cases([two, one])] == ["fact-2", "fact-1", "fact-3"]


@pytest.mark.parametrize(
    "bad",
    [
        "{not json",
        "[]",
        CASE | {"kind": "poem"},
        CASE | {"question": None},
        CASE | {"must_sight": []},
        CASE | {"outcome": ["maybe"]},
        CASE | {"must_cite": "a#一、"},
        {name: CASE[name] for name in ("id", "kind", "question")},
    ],
)
def test_a_line_that_is_no_case_is_named(bad, file):
    with pytest.raises(UsageError, match=r"^cases\.jsonl:3 ") as raised:
        read_cases([file(CASE, "", bad)])

    assert len(str(raised.value).splitlines()) == 1


def test_what_is_wrong_with_a_line_is_said(file):
    with pytest.raises(UsageError, match="must_sight"):
        read_cases([file(CASE | {"must_sight": []})])


def test_an_id_is_given_once_over_all_files(file):
    with pytest.raises(UsageError, match=r"^two\.jsonl:1 .*fact-1"):
        read_cases([file(CASE, name="one.jsonl"), file(CASE, name="two.jsonl")])


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xfa"])
def test_a_file_that_cannot_be_read_is_named(content, tmp_path):
    path = tmp_path / "cases.jsonl"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(UsageError, match=r"cases\.jsonl"):
        read_cases([path])


def test_line_ends_inside_json_do_not_cut_a_case(file):
    (case,) = read_cases([file(CASE | {"question": "几\u2028日？"})])

    assert case.question == "几\u2028日？"


def test_the_shipped_cases_are_valid_and_there_are_at_least_300():
    files = shipped_cases(kept=True)

    assert [file.name for file in files] == ["follow-ups.jsonl", "kept.jsonl", "open.jsonl"]
    assert len(read_cases(files)) >= 300


def test_what_is_kept_aside_is_left_out_unless_asked_for():
    assert [file.name for file in shipped_cases()] == ["follow-ups.jsonl", "open.jsonl"]


@pytest.mark.parametrize("stem", [FRESH, ELSEWHERE])
def test_cases_that_are_asked_by_name_are_valid_and_no_other_case_has_their_ids(stem):
    aside = shipped_cases()[0].with_stem(stem)

    assert len(read_cases([aside])) > 0
    assert len(read_cases([aside, *shipped_cases(kept=True)])) > 300


def test_expected_provisions_name_a_document_and_an_address():
    files = [*(shipped_cases()[0].with_stem(stem) for stem in (FRESH, ELSEWHERE)), *shipped_cases(kept=True)]
    places = [place for case in read_cases(files) for places in case.must_cite for place in places]

    assert places
    assert all(place.count("#") == 1 and not place.startswith("#") and not place.endswith("#") for place in places)


def test_questions_to_refuse_are_valid_beside_the_others_and_ask_something_new():
    files = shipped_cases(kept=True)
    others = {case.question for case in read_cases(files)}

    new = read_cases([files[0].with_name(f"{REFUSALS}.jsonl")])

    assert not others & {case.question for case in new}
    assert {case.id for case in new if "answered" in case.outcome} == {
        c.id for c in new if c.must_cite and c.must_contain
    }
    assert sum(case.kind == "unanswerable" for case in new) == 240
    assert sum("answered" in case.outcome for case in new) == 160
