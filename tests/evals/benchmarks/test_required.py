from ir_measures import RR, Success

from evals.benchmarks.required import Searched, first_hits, required_shares
from evals.score import satisfies

MEASURES = [Success @ 1, Success @ 5, RR @ 10]


def listed(values):
    return {name: each.tolist() for name, each in values.items()}


def test_question_counts_by_what_is_best_ranked_of_all_that_is_required():
    questions = [
        Searched(["a#四、", "a#三、", "a#一、"], [["a#一、"], ["a#二、", "a#三、"]]),
        Searched(["a#四、"], [["a#一、"]]),
        Searched([], [["a#一、"]]),
    ]

    found = first_hits(questions, satisfies, MEASURES)

    assert listed(found) == {"Success@1": [0, 0, 0], "Success@5": [1, 0, 0], "RR@10": [0.5, 0, 0]}


def test_child_satisfies_its_parent_and_not_the_reverse():
    questions = [Searched(["a#第三条第二款"], [["a#第三条"]]), Searched(["a#第三条"], [["a#第三条第二款"]])]

    assert first_hits(questions, satisfies, MEASURES)["Success@5"].tolist() == [1, 0]


def test_share_needs_one_of_each_and_looks_as_deep_as_it_says():
    others = [f"b#{number}" for number in range(4)]
    questions = [
        Searched(["a#一、", *others, "a#三、"], [["a#一、", "a#二、"], ["a#三、"]]),
        Searched(others, [["a#一、"]]),
        Searched(["a#一、"], [["a#一、"], ["a#二、"], ["a#三、"]]),
    ]

    found = required_shares(questions, satisfies)

    assert found["required@5"].tolist() == [0.5, 0, 1 / 3]
    assert found["required@10"].tolist() == [1, 0, 1 / 3]
