from dataclasses import replace

import pytest

from evals.score import Unscored, score
from evals.summary import summarise


@pytest.fixture
def scored(case, answer):
    def make(said="答复。", milliseconds=10.0, **fields):
        return score(case(**fields), replace(answer(said), timings_ms={"total": milliseconds}))

    return make


def test_what_no_case_asks_for_is_none(scored):
    summary = summarise([scored()])

    assert (summary.facts, summary.cited, summary.precision) == (None, None, None)
    assert (summary.cases, summary.passed, summary.outcome, summary.verbatim) == (1, 1.0, 1.0, 1.0)


def test_what_a_case_does_not_ask_for_is_left_out_of_the_mean(scored):
    summary = summarise(
        [
            scored(),
            scored("20日。", must_contain=[["20日"], ["市财政局"]]),
            scored("20日。", must_contain=[["20日"]]),
        ]
    )

    assert summary.facts == 0.75
    assert summary.passed == pytest.approx(2 / 3)


def test_nothing_right_is_zero_and_counts(scored):
    facts = [scored("15日。", must_contain=[["20日"]]), scored("20日。", must_contain=[["20日"]])]

    assert summarise(facts).facts == 0.5


def test_what_is_not_scored_is_counted_apart(scored):
    missing = Unscored(case="b", kind="fact", repeat=1, reason="")

    assert summarise([scored(), missing]).passed == 1.0
    assert summarise([scored(), missing]).unscored == 1
    assert summarise([missing]).passed is None
    assert summarise([missing]).interval is None


def test_times_are_summed_up_by_median_and_95th_percentile(scored):
    summary = summarise([scored(milliseconds=float(number)) for number in range(1, 101)])

    assert summary.median_ms == 50.5
    assert summary.p95_ms == pytest.approx(95.95)


def test_one_case_is_its_own_percentile(scored):
    assert summarise([scored(milliseconds=7.0)]).p95_ms == 7.0


def test_the_interval_around_a_share_is_wilsons(scored):
    ten = [scored(id=f"fact-{number}") for number in range(9)] + [scored(must_contain=[["20日"]], id="fact-9")]

    assert summarise(ten).interval == pytest.approx((0.596, 0.982), abs=0.001)


def test_asking_again_makes_a_share_no_surer(scored):
    two = [scored(id="a"), scored(id="b", must_contain=[["20日"]])]

    assert summarise(two * 50).interval == summarise(two).interval
    assert (summarise(two * 50).cases, summarise(two * 50).answers) == (2, 100)
