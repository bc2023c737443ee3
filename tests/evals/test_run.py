from dataclasses import replace

import pytest

from evals.run import Result, run, summarise
from evals.score import score


@pytest.fixture
def result(case, answer):
    def make(asked, given, milliseconds=10.0):
        timed = replace(given, timings_ms={"total": milliseconds})
        return Result(case=asked, answer=timed, score=score(asked, timed))

    return make


def test_what_no_case_asks_for_is_none(case, answer, result):
    summary = summarise([result(case(), answer("答复。"))])

    assert (summary.facts, summary.cited, summary.precision) == (None, None, None)
    assert (summary.cases, summary.passed, summary.outcome, summary.verbatim) == (1, 1.0, 1.0, 1.0)


def test_what_a_case_does_not_ask_for_is_left_out_of_the_mean(case, answer, result):
    summary = summarise(
        [
            result(case(), answer("答复。")),
            result(case(must_contain=[["20日"], ["市财政局"]]), answer("20日。")),
            result(case(must_contain=[["20日"]]), answer("20日。")),
        ]
    )

    assert summary.facts == 0.75
    assert summary.passed == pytest.approx(2 / 3)


def test_nothing_right_is_zero_and_counts(case, answer, result):
    asked = case(must_contain=[["20日"]])

    assert summarise([result(asked, answer("15日。")), result(asked, answer("20日。"))]).facts == 0.5


def test_times_are_summed_up_by_median_and_95th_percentile(case, answer, result):
    summary = summarise([result(case(), answer("答复。"), float(number)) for number in range(1, 101)])

    assert summary.median_ms == 50.5
    assert summary.p95_ms == pytest.approx(95.95)


def test_one_case_is_its_own_percentile(case, answer, result):
    assert summarise([result(case(), answer("答复。"), 7.0)]).p95_ms == 7.0


def test_each_case_is_asked_in_its_conversation_in_order(case, answer):
    asked, steps = [], []

    class Parrot:
        def ask(self, question, history=()):
            asked.append((question, tuple(history)))
            return answer(question)

    cases = [case(id="a", question="甲？"), case(id="b", question="那乙呢？", history=["甲？"], must_contain=[["乙"]])]
    results = run(cases, Parrot(), lambda done, total: steps.append((done, total)))

    assert asked == [("甲？", ()), ("那乙呢？", ("甲？",))]
    assert steps == [(1, 2), (2, 2)]
    assert [one.score.passed for one in results] == [True, True]
