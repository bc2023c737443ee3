from assistant.answer import Retrieved
from evals.answers import Given
from evals.retrieval import measure_retrieval
from evals.scoring import score_all


def given(case, answer, *places):
    looked_at = tuple(
        Retrieved(document_id="a", address=place, score=1.0 - number / 10) for number, place in enumerate(places)
    )
    return Given(case=case.id, repeat=1, question="？", history=(), answer=answer("答复。", retrieved=looked_at))


def test_the_rank_of_the_first_expected_provision_and_the_share_of_all_are_measured(case, answer):
    one = case(must_cite=[["a#第三条"], ["a#第九条"]])
    answers = [given(one, answer, "第一条", "第三条第二款", "第四条")]
    found = measure_retrieval([one], answers, score_all([one], answers, {"a#第三条": "", "a#第九条": ""}))

    assert found is not None
    assert found.answers == 1
    assert (found.values["Success@1"], found.values["Success@5"], found.values["RR@10"]) == (0.0, 1.0, 0.5)
    assert found.values["required@5"] == 0.5


def test_what_was_not_searched_for_or_not_scored_is_left_out(case, answer):
    one = case(must_cite=[["a#第三条"]])
    read_out, unscored = [given(one, answer)], [given(one, answer, "第三条")]

    assert measure_retrieval([one], read_out, score_all([one], read_out, {"a#第三条": ""})) is None
    assert measure_retrieval([one], unscored, score_all([one], unscored, {})) is None
