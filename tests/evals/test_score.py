import pytest

from assistant.answer import Outcome, Table
from evals.score import satisfies, score


def test_a_perfect_answer_passes(case, answer):
    asked = case(
        must_cite=[["a#第三条", "a#第四条"], ["b#一、"]],
        must_contain=[["20日", "二十日"], ["市财政局"]],
        must_not_say=["15日"],
    )

    result = score(asked, answer("市财政局在20日内答复。[1][2]", "a#第四条第二款", "b#一、(二)"))

    assert result.passed
    assert (result.outcome, result.facts, result.cited, result.precision) == (True, 1.0, 1.0, 1.0)
    assert result.clean
    assert result.verbatim


def test_a_missing_fact_fails(case, answer):
    result = score(case(must_contain=[["20日"], ["市财政局"]]), answer("20日内答复。"))

    assert result.facts == 0.5
    assert not result.passed


def test_a_fact_in_the_table_counts_and_blanks_do_not(case, answer):
    table = Table(columns=("甲",), rows=(("20 个工作日",),))

    assert score(case(must_contain=[["20个工作日"]]), answer("见表。", table=table)).passed


def test_a_citation_moved_to_the_sibling_fails(case, answer):
    result = score(case(must_cite=[["a#第三十三条第二款"]]), answer("答复。", "a#第三十三条第三款"))

    assert (result.cited, result.precision) == (0.0, 0.0)
    assert not result.passed


def test_a_citation_too_many_lowers_precision_and_passes(case, answer):
    result = score(case(must_cite=[["a#第三条"]]), answer("答复。", "a#第三条", "a#第四条"))

    assert result.precision == 0.5
    assert result.passed


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("a#第三十三条", "a#第三十三条"),
        ("a#第三十三条第二款", "a#第三十三条"),
        ("a#第四条第二款第三项", "a#第四条"),
        ("a#三、(十三)", "a#三、"),
        ("a#五、二是", "a#五、"),
        ("a#五、(二)一是", "a#五、(二)"),
        ("a#三、第2行", "a#三、"),
        ("a#三、推进决策公开", "a#三、"),
        ("a#三、(二)4.(1)", "a#三、(二)"),
        ("a#三、(二)4.(1)", "a#三、(二)4."),
        ("a#附件1·三、", "a#附件1·"),
    ],
)
def test_a_child_satisfies_its_parent_and_not_the_reverse(cited, expected):
    assert satisfies(cited, expected)
    assert cited == expected or not satisfies(expected, cited)


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("a#第三十三条之一", "a#第三十三条"),
        ("a#第三十三条", "a#第三条"),
        ("b#第三十三条", "a#第三十三条"),
        ("a#十三、", "a#三、"),
        ("a#三、第12行", "a#三、第1行"),
        ("a#1.12", "a#1.1"),
        ("a#附件1·三、", "a#三、"),
        ("ab#三、", "a#三、"),
    ],
)
def test_what_only_looks_alike_does_not_satisfy(cited, expected):
    assert not satisfies(cited, expected)


def test_no_answer_where_one_is_expected_fails(case, answer):
    result = score(case(must_contain=[["20日"]]), answer("没有查到。", status=Outcome.NOT_IN_LIBRARY))

    assert not result.outcome
    assert not result.passed


def test_an_answer_where_none_is_expected_fails(case, answer):
    assert not score(case(outcome=["not_in_library"]), answer("答复。", "a#第三条")).passed
    assert score(case(outcome=["not_in_library"]), answer("没有。", status=Outcome.NOT_IN_LIBRARY)).passed


def test_a_forbidden_word_fails(case, answer):
    result = score(case(must_not_say=["15 日"]), answer("15日内答复。"))

    assert not result.clean
    assert not result.passed


def test_a_forbidden_word_in_the_table_fails(case, answer):
    assert not score(case(must_not_say=["15日"]), answer("见表。", table=Table(columns=(), rows=(("15日",),)))).passed


def test_a_quote_that_does_not_stand_in_its_provision_fails(case, answer, citation):
    invented = citation("a#第三条", quote="不得公开")

    result = score(case(), answer("答复。", citations=(invented,)))

    assert not result.verbatim
    assert not result.passed


def test_what_is_not_asked_for_is_not_scored(case, answer):
    result = score(case(), answer("答复。", "a#第三条"))

    assert (result.facts, result.cited, result.precision) == (None, None, None)
    assert result.passed
