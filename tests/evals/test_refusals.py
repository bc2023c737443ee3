import pytest

from evals.cases import Case, read_cases
from evals.refusals import Share, is_worked_on, refusals_file, shares, went_wrong


def case(id_, kind, *outcome):
    return Case(id=id_, kind=kind, question="?", outcome=outcome, author="test")


@pytest.mark.parametrize(
    ("kind", "accepted", "status", "wrong"),
    [
        ("unanswerable", "not_in_library", "answered", True),
        ("unanswerable", "not_in_library", "partial", True),
        ("unanswerable", "partial", "partial", False),
        ("unanswerable", "refused", "not_in_library", False),
        ("fact", "answered", "not_in_library", True),
        ("fact", "answered", "clarify", False),
        ("fact", "answered", "answered", False),
    ],
)
def test_an_answer_too_many_and_one_too_few_are_wrong(kind, accepted, status, wrong):
    assert went_wrong(case("a-b-1", kind, accepted), status) is wrong


def test_shares_are_by_group_and_over_all():
    cases = [case("no-x-01", "unanswerable", "refused"), case("no-y-01", "unanswerable", "refused")]

    found = shares(cases, {"no-x-01": "answered", "no-y-01": "refused"})

    assert found == {"no-x": Share(1, 1), "no-y": Share(0, 1), "no": Share(1, 2)}
    assert found["no"].share == 0.5


def test_each_half_has_a_good_part_of_the_cases():
    cases = read_cases([refusals_file()])
    worked_on = [one for one in cases if is_worked_on(one.id)]

    assert 0.4 <= len(worked_on) / len(cases) <= 0.6
