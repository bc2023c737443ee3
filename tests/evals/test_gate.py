from dataclasses import replace

import pytest

from evals.baseline import read_baseline, shipped_baseline
from evals.cases import read_cases, shipped_cases
from evals.compare import CaseResult
from evals.gate import judge, read_bars, shipped_bars
from evals.origin import Texts
from evals.score import Unscored, score
from index.errors import UsageError


@pytest.fixture
def scored(case, answer):
    def make(id, said="20日", milliseconds=5.0):
        given = replace(answer(said), timings_ms={"total": milliseconds})
        return score(case(id=id, must_contain=[["20日"]]), given)

    return make


def passed(*ids):
    return {id: CaseResult(case=id, passed=1.0, outcomes=("answered",)) for id in ids}


def test_a_run_at_its_bars_passes(scored):
    verdict = judge([scored("a"), scored("b", "15日")], {"open": {"passed": 0.5}}, {"open": ["a", "b"]}, passed("a"))

    assert verdict.passed
    assert verdict.checked == ("open",)


def test_a_run_below_a_bar_fails_and_says_which(scored):
    verdict = judge([scored("a"), scored("b", "15日")], {"open": {"facts": 0.6}}, {"open": ["a", "b"]}, {})

    assert verdict.faults == ("open：facts 为 0.5，门槛 0.6",)


def test_too_slow_a_run_fails(scored):
    verdict = judge([scored("a", milliseconds=900.0)], {"open": {"p95_ms": 500.0}}, {"open": ["a"]}, {})

    assert not verdict.passed


def test_a_broken_case_fails_a_run_above_its_bars(scored):
    verdict = judge([scored("a", "15日"), scored("b")], {"open": {"passed": 0.1}}, {"open": ["a", "b"]}, passed("a"))

    assert verdict.faults == ("a 原来通过，现在没有通过",)


def test_a_part_of_the_cases_is_not_held_against_the_bars_and_that_is_said(scored):
    verdict = judge([scored("a", "15日")], {"open": {"passed": 0.9}}, {"open": ["a", "b"]}, {})

    assert (verdict.faults, verdict.unchecked, verdict.checked) == ((), ("open",), ())


def test_a_case_that_could_not_be_scored_does_not_pass_unnoticed(scored):
    missing = Unscored(case="b", kind="fact", repeat=1, reason="")
    verdict = judge([scored("a"), missing], {"open": {"passed": 0.9}}, {"open": ["a", "b"]}, {})

    assert verdict.faults == ("open：1条用例未能评分",)


@pytest.mark.parametrize("content", ["[open]\nbeauty = 1.0\n", "open = 3\n", "[open\n"])
def test_bars_that_are_none_are_named(content, tmp_path):
    (tmp_path / "bars.toml").write_text(content)

    with pytest.raises(UsageError, match=r"bars\.toml"):
        read_bars(tmp_path / "bars.toml")


def test_bars_and_baseline_speak_of_all_shipped_cases():
    assert sorted(read_bars(shipped_bars())) == sorted(path.stem for path in shipped_cases(kept=True))
    assert set(read_baseline(shipped_baseline())) == {case.id for case in read_cases(shipped_cases(kept=True))}


def test_the_baseline_of_official_texts_speaks_of_no_case_that_is_gone():
    assert set(read_baseline(shipped_baseline(Texts.OFFICIAL))) <= {
        case.id for case in read_cases(shipped_cases(kept=True))
    }
