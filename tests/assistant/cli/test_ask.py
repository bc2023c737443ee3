import json

import pytest

EXAMPLE = "分解细化方案里‘三公’经费公开由谁负责，什么时候完成？"


def records(ran):
    return [json.loads(line) for line in ran.out.split("\n") if line]


@pytest.fixture
def questions(tmp_path):
    def write(*lines):
        file = tmp_path / "questions.jsonl"
        texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
        file.write_text("\n".join(texts), "utf-8")
        return file

    return write


def test_an_answer_is_printed_with_its_citations(disclosure):
    ran = disclosure("ask", EXAMPLE)

    assert ran.code == 0
    assert "市财政局牵头（承上栏）；完成时限：年内（承上栏）。[1][2]" in ran.out
    assert "[1] 《2014年政府信息公开工作要点分解细化方案》三、第2行（要旨，非原文，已届期，值承自三、第1行）" in ran.out
    assert "\n    “年内" in ran.out
    assert ran.out.endswith("仅供参考，须经人工审核。\n")


def test_an_answer_that_there_is_none_says_so_and_is_no_failure(disclosure):
    ran = disclosure("ask", "深圳的三公经费怎么公开")

    assert ran.code == 0
    assert ran.out.startswith("【资料库中没有】\n")
    lead = ran.out.index("下列全国性规定可作参考")
    assert ran.out[lead:].splitlines()[1].startswith("[1] 《")


def test_choices_are_printed(disclosure):
    assert "  · 《2014年上海市政府信息公开工作要点》第六部分" in disclosure("ask", "第六部分").out


def test_one_object_is_printed_for_programs(disclosure):
    ran = disclosure("ask", "--json", EXAMPLE)

    (record,) = records(ran)
    assert (ran.code, record["status"]) == (0, "answered")
    assert record["id"] is None
    assert [citation["address"] for citation in record["citations"]] == ["三、第2行", "三、第1行"]


def test_an_empty_question_fails(disclosure):
    assert disclosure("ask", "  ").code == 1


def test_lines_are_answered_in_order_and_keep_their_ids(disclosure, questions):
    file = questions(
        {"id": "b", "question": EXAMPLE},
        {"id": "a", "question": "那上海呢？", "history": ["北京2014年要点里食品药品信息由谁牵头？"]},
        {"id": 7, "question": "条例第五条"},
        {"question": "第六部分", "history": None},
    )

    ran = disclosure("ask", "--json", "--input", file)

    assert ran.code == 0
    assert [record.get("id") for record in records(ran)] == ["b", "a", 7, None]
    assert [record["status"] for record in records(ran)] == ["answered", "answered", "answered", "clarify"]
    assert records(ran)[1]["scope"]["documents"] == ["shanghai-2014-work-points"]


@pytest.mark.parametrize(
    "bad",
    [
        "{not json",
        "[]",
        "null",
        '"条例第五条"',
        {"id": "x"},
        {"id": "x", "question": 5},
        {"id": "x", "question": "条例第五条", "history": "北京"},
        {"id": "x", "question": "条例第五条", "history": [1]},
        {"id": "x", "question": ""},
        {"id": "x", "question": "征" * 2000},
    ],
)
def test_a_bad_line_is_an_error_and_the_others_are_answered(bad, disclosure, questions):
    ran = disclosure("ask", "--json", "--input", questions(bad, {"id": "y", "question": "条例第五条"}))

    first, second = records(ran)
    assert ran.code == 1
    assert first["status"] == "error"
    assert first["text"]
    assert first.get("id") == ("x" if isinstance(bad, dict) else None)
    assert (second["id"], second["status"]) == ("y", "answered")


def test_line_ends_inside_json_do_not_cut_a_line(disclosure, questions):
    file = questions({"id": "x", "question": "条例\u2028第五条\x85"}, {"id": "y", "question": "条例第五条"})

    assert [record["status"] for record in records(disclosure("ask", "--json", "--input", file))] == ["answered"] * 2


def test_half_a_surrogate_pair_does_no_harm(disclosure, questions):
    file = questions('{"id": "\\ud800", "question": "条例第五条\\ud83d"}', {"id": "y", "question": "条例第五条"})

    ran = disclosure("ask", "--json", "--input", file)

    assert ran.code == 0
    assert records(ran)[1]["id"] == "y"


def test_lines_are_read_from_standard_input(disclosure):
    ran = disclosure("ask", "--json", "--input", "-", stdin='{"id": "x", "question": "条例第五条"}\n\n')

    assert [record["id"] for record in records(ran)] == ["x"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["ask"], "请给出一个问题"),
        (["ask", "--input", "questions.jsonl"], "--input 须与 --json 同用"),
        (["ask", "条例第五条", "--json", "--input", "questions.jsonl"], "请给出一个问题"),
        (["ask", "--json", "--input", "missing.jsonl"], "missing.jsonl"),
        (["ask", "--json", "--input", "."], "读不出问题文件"),
        (["ask", "--unknown", "条例"], "--unknown"),
        (["answer"], "answer"),
        (["chat", "--port", "0"], "--port"),
    ],
)
def test_wrong_usage_is_told_from_failure(arguments, says, disclosure):
    ran = disclosure(*arguments)

    assert ran.code == 2
    assert says in ran.err
    assert "Traceback" not in ran.err


def test_a_setting_that_cannot_be_is_wrong_usage(disclosure, environment):
    environment.setenv("DISCLOSURE_RETRIEVED", "many")

    ran = disclosure("ask", "条例第五条")

    assert ran.code == 2
    assert "DISCLOSURE_RETRIEVED" in ran.err


def test_a_folder_of_documents_that_is_not_there_fails(disclosure, tmp_path):
    ran = disclosure("ask", "--documents", tmp_path / "missing", "--library", tmp_path / "library", "条例第五条")

    assert ran.code == 1
    assert "missing" in ran.err
    assert "Traceback" not in ran.err
    assert not (tmp_path / "library" / "CURRENT").exists()


def test_a_library_is_built_where_there_is_none(disclosure, tmp_path, texts):
    ran = disclosure("ask", "--documents", texts, "--library", tmp_path / "library", "某省办法第三条")

    assert ran.code == 0
    assert "行政机关应当主动公开下列信息" in ran.out


def test_a_model_is_not_asked_where_it_is_not_wanted(disclosure, environment):
    environment.setenv("DISCLOSURE_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    environment.setenv("DISCLOSURE_LLM_MODEL", "office-model")
    question = "行政机关收到政府信息公开申请，最长多久答复？"

    assert "模型无法连接" in disclosure("ask", question).out
    assert "模型无法连接" not in disclosure("ask", "--no-model", question).out
