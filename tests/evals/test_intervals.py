import pytest

from evals.intervals import difference, wilson


def test_a_share_of_all_is_not_certain():
    low, high = wilson(100, 100)

    assert low == pytest.approx(0.963, abs=0.001)
    assert high == 1.0


def test_two_equal_runs_do_not_differ():
    same = difference([1.0, 0.0, 1.0], [1.0, 0.0, 1.0])

    assert (same.value, same.interval, same.p, same.is_real) == (0.0, (0.0, 0.0), 1.0, False)


def test_a_handful_of_changes_both_ways_is_not_real():
    before, after = [1.0] * 3 + [0.0] * 2 + [1.0] * 95, [0.0] * 3 + [1.0] * 2 + [1.0] * 95
    found = difference(before, after)

    assert found.value == pytest.approx(-0.01)
    assert not found.is_real
    assert found.interval.low < 0 < found.interval.high


def test_many_changes_one_way_are_real():
    found = difference([0.0] * 12 + [1.0] * 88, [1.0] * 100)

    assert found.is_real
    assert found.interval.low > 0


def test_no_pair_is_no_comparison():
    with pytest.raises(ValueError, match="no pair"):
        difference([], [])
