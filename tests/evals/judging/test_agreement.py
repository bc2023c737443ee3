import random
from datetime import UTC, datetime

import pytest
from sklearn.metrics import cohen_kappa_score

from evals.experts import Cited, Judgement, Said
from evals.judging.agreement import agreement, with_people
from evals.judging.opinions import Opinion


def opinion(case, answer, supports=True):
    return Opinion(case=case, repeat=1, subject="", answer=answer, supports=supports, reason="", model="m", prompt="p")


def judgement(case, claim, said, cited=Cited.RIGHT, by="王某"):
    when = datetime(2026, 11, 21, tzinfo=UTC)
    return Judgement(run="r", case=case, repeat=1, claim=claim, text="", said=said, cited=cited, by=by, when=when)


class Given:
    def __init__(self, case, claims):
        self.case, self.repeat, self.answer = case, 1, self
        self.claims = [None] * claims


def test_kappa_is_what_scikit_learn_says():
    chosen = random.Random(7)
    pairs = [(chosen.choice("abc"), chosen.choice("aab")) for _ in range(60)]

    found = agreement(pairs)

    assert found.kappa == pytest.approx(cohen_kappa_score(*zip(*pairs, strict=True)))
    assert (found.n, found.raw) == (60, sum(one == other for one, other in pairs) / 60)


def test_nothing_in_common_is_no_agreement_and_one_word_only_has_no_kappa():
    assert agreement([]) == (0, None, None)
    assert agreement([("a", "a"), ("a", "a")]) == (2, 1.0, None)


def test_an_answer_is_right_to_an_expert_where_each_sentence_is():
    opinions = {(case, 1): opinion(case, Said.RIGHT) for case in "abc"}
    given = [Given(case, 2) for case in "abc"]
    judged = [
        *(judgement("a", claim, Said.RIGHT) for claim in range(2)),
        *(judgement("b", claim, said, Cited.NEAR) for claim, said in enumerate((Said.RIGHT, Said.WRONG))),
        judgement("c", 0, Said.RIGHT),
    ]

    found = with_people(opinions, judged, given)

    assert (found.said.n, found.said.raw, found.people) == (2, 0.5, 1)
    assert (found.cited.n, found.cited.raw) == (2, 0.5)


def test_each_expert_counts_and_what_was_not_judged_does_not():
    opinions = {("a", 1): opinion("a", Said.RIGHT, None), ("b", 1): opinion("b", None)}
    judged = [judgement(case, 0, Said.RIGHT, by=by) for case in "ab" for by in ("王某", "李某")]

    found = with_people(opinions, judged, [Given("a", 1), Given("b", 1)])

    assert (found.said.n, found.cited.n, found.people) == (2, 0, 2)
