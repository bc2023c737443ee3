import pytest

from evals.baseline import read_baseline, write_baseline
from evals.compare import CaseResult, Change, compare, results
from evals.score import Unscored
from index.errors import UsageError


def run(**cases):
    """Results from (share that passed, outcomes given)."""
    return {
        case: CaseResult(case=case, passed=passed, outcomes=tuple(outcomes))
        for case, (passed, *outcomes) in cases.items()
    }


def test_each_kind_of_change_is_found():
    before = run(
        a=(0, "answered"), b=(1, "answered"), c=(1, "answered"), d=(1, "refused"), e=(0, "answered"), f=(1, "refused")
    )
    after = run(
        a=(1, "answered"),
        b=(0, "answered"),
        c=(0.5, "answered"),
        d=(0, "partial"),
        e=(0, "not_in_library"),
        f=(1, "refused"),
    )

    changes = compare(before, after, stale=["f"]).changes

    assert changes[Change.FIXED] == ["a"]
    assert changes[Change.BROKEN] == ["b", "c", "d"]
    assert changes[Change.FLAKY] == ["c"]
    assert changes[Change.NEWLY_ANSWERED] == ["d"]
    assert changes[Change.NEWLY_REFUSED] == ["e"]
    assert changes[Change.STALE] == ["f"]


def test_repeats_that_end_differently_are_flaky_even_if_all_pass():
    given = run(a=(1, "refused", "out_of_scope"))

    assert compare(given, given).changes[Change.FLAKY] == ["a"]


def test_only_what_both_runs_have_is_compared():
    found = compare(run(a=(1, "answered"), b=(1, "answered")), run(b=(1, "answered"), c=(0, "answered")))

    assert (found.compared, found.only_before, found.only_after) == (1, ("a",), ("c",))
    assert found.difference is not None
    assert found.difference.value == 0
    assert compare(run(a=(1, "answered")), run(b=(1, "answered"))).difference is None


def test_repeats_are_gathered_and_what_was_not_scored_is_left_out(case, answer):
    from evals.score import score

    asked = case(must_contain=[["20日"]])
    scored = [score(asked, answer(said), repeat=number) for number, said in enumerate(("20日", "15日", "20日"), 1)]
    found = results([*scored, Unscored(case="x", kind="fact", repeat=1, reason="")])

    assert list(found) == ["fact-1"]
    assert found["fact-1"].passed == pytest.approx(2 / 3)
    assert found["fact-1"].is_flaky


def test_a_baseline_keeps_the_outcome_of_each_case_and_no_more(tmp_path):
    path = tmp_path / "baseline.jsonl"
    write_baseline(path, run(b=(0.5, "answered"), a=(1, "refused")).values())

    assert path.read_text() == (
        '{"id":"a","passed":true,"outcome":"refused"}\n{"id":"b","passed":false,"outcome":"answered"}\n'
    )
    assert read_baseline(path) == run(a=(1, "refused"), b=(0, "answered"))


def test_a_damaged_baseline_is_named(tmp_path):
    (tmp_path / "baseline.jsonl").write_text('{"id": "a"}')

    with pytest.raises(UsageError, match=r"baseline\.jsonl:1 "):
        read_baseline(tmp_path / "baseline.jsonl")
