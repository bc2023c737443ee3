import math

import pytest
from ir_measures import RR, R, Success

from evals.benchmarks.measure import mean, measured, picked


def test_each_question_is_measured_in_its_place():
    values = measured([["a", "b"], ["a", "b"], []], [["b"], ["a", "c"], ["a"]], [R @ 1, R @ 2, RR @ 10])

    assert values["R@1"].tolist() == [0, 0.5, 0]
    assert values["R@2"].tolist() == [1, 0.5, 0]
    assert values["RR@10"].tolist() == [0.5, 1, 0]


def test_ranks_hold_whatever_the_ids_are():
    ranking = [f"{number:03}" for number in range(120)]

    assert measured([ranking], [["099"]], [R @ 100])["R@100"].tolist() == [1]
    assert measured([ranking], [["100"]], [R @ 100])["R@100"].tolist() == [0]
    assert measured([list(reversed(ranking))], [["119"]], [Success @ 1])["Success@1"].tolist() == [1]


def test_id_ranked_twice_counts_where_it_comes_first():
    assert measured([["a", "b", "a"]], [["a"]], [RR @ 10])["RR@10"].tolist() == [1]


def test_question_that_wants_nothing_is_refused():
    with pytest.raises(ValueError, match="wants no document"):
        measured([["a"], ["a"]], [["a"], []], [RR @ 10])


def test_interval_holds_the_mean_narrows_with_more_questions_and_is_the_same_each_time():
    few, many = mean([0, 1] * 10), mean([0, 1] * 1000)

    assert few.low < few.value == 0.5 < few.high
    assert many.high - many.low < 0.2 * (few.high - few.low)
    assert mean([0, 1] * 10) == few


def test_interval_of_a_coin_is_that_of_the_textbook():
    found = mean([0, 1] * 500)

    assert found.high - found.low == pytest.approx(2 * 1.96 * math.sqrt(0.25 / 1000), rel=0.1)


def test_one_question_has_no_interval():
    assert str(mean([1])) == "1.000"


def test_some_questions_can_be_picked():
    assert picked(measured([["a"], ["b"]], [["a"], ["a"]], [RR @ 10]), [False, True])["RR@10"].tolist() == [0]
