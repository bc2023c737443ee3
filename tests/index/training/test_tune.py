from dataclasses import replace

import pytest
import torch

from index.training.bags import tokenize, unit_vectors
from index.training.tune import Example, tune
from index.training.vocabulary import UNKNOWN_ID


@pytest.fixture
def weights(tokenizer):
    start = torch.randn(tokenizer.get_vocab_size(), 16, generator=torch.Generator().manual_seed(0))
    start[UNKNOWN_ID] = 0
    return start


@pytest.fixture
def quick(settings):
    return replace(settings, tuning_epochs=30, tuning_batch=4, tuning_rate=0.05, token_dropout=0.0)


def closeness(weights, tokenizer, one, other):
    ids = tokenize([one, other], tokenizer)
    first, second = (unit_vectors(weights, *ids.pick([place])) for place in (0, 1))
    return float((first * second).sum())


EXAMPLES = [
    Example("宅基地", "申请登记", ("处以罚款",)),
    Example("劳动合同", "签订协议", ("接受监督",)),
]


def test_a_question_moves_to_its_answer(weights, tokenizer, quick):
    tuned = tune(weights, EXAMPLES, tokenizer, quick)

    for query, passage, _ in EXAMPLES:
        assert closeness(tuned, tokenizer, query, passage) > closeness(weights, tokenizer, query, passage)


def test_near_misses_move_away(weights, tokenizer, quick):
    close = [Example("宅基地申请登记", "申请登记", ("宅基地",))]

    told, untold = (tune(weights, some, tokenizer, quick) for some in (close, [close[0]._replace(near_misses=())]))

    far, near = (closeness(rows, tokenizer, "宅基地申请登记", "宅基地") for rows in (told, untold))
    assert far < near - 0.1


def test_the_answers_of_one_question_are_not_held_against_each_other(weights, tokenizer, quick):
    both = [Example("宅基地", "申请登记"), Example("宅基地", "签订协议")]

    assert torch.equal(tune(weights, both, tokenizer, quick), weights)


def test_an_answer_is_no_near_miss_of_another_example_of_its_question(weights, tokenizer, quick):
    told = [Example("宅基地", "申请登记", ("签订协议",)), Example("宅基地", "签订协议", ("申请登记",))]

    assert torch.equal(tune(weights, told, tokenizer, quick), weights)


def test_the_rows_given_stay_as_they_are_and_one_seed_gives_one_result(weights, tokenizer, quick):
    before = weights.clone()

    one, other = (tune(weights, EXAMPLES, tokenizer, quick) for _ in range(2))

    assert torch.equal(weights, before)
    assert torch.equal(one, other)
    assert not one[UNKNOWN_ID].any()
