import numpy as np
import pytest
import torch

from index.training.bags import Bags, tokenize, unit_vectors
from index.training.pairs import build_pairs
from index.training.train import initial_weights, pair_loss, train
from index.training.vocabulary import UNKNOWN_ID


@pytest.fixture(scope="module")
def pairs(articles):
    return build_pairs(articles, seed=0)


@pytest.fixture(scope="module")
def trained(pairs, tokenizer, settings):
    return train(pairs, tokenizer, settings)


def test_training_lowers_the_loss(trained):
    assert trained.losses[-1] < 0.7 * trained.losses[0]


def test_same_seed_gives_same_weights(trained, pairs, tokenizer, settings):
    assert torch.equal(train(pairs, tokenizer, settings).weights, trained.weights)


def test_unknown_row_stays_zero(trained):
    assert not trained.weights[UNKNOWN_ID].any()
    assert trained.weights.isfinite().all()


def test_rare_pieces_start_longer():
    common, rare, unseen = 1, 2, 9
    bags = Bags(np.array([common, rare, common, 3, common, 4]), np.array([0, 2, 4, 6]))

    lengths = initial_weights(bags, 10, 16).norm(dim=1)

    assert lengths[UNKNOWN_ID] == 0
    assert lengths[common] == 0
    assert lengths[rare] > 0
    assert lengths[unseen] > 0


def test_pairs_that_share_a_text_are_not_held_against_each_other(tokenizer):
    weights = torch.randn(tokenizer.get_vocab_size(), 8, generator=torch.Generator().manual_seed(0))
    bags = tokenize(["宅基地", "劳动合同", "食品安全"], tokenizer)

    loss = pair_loss(weights, bags, np.array([[0, 1], [0, 2]]), scale=20)

    assert loss.item() == pytest.approx(0)


def test_bags_keep_texts_apart_and_empty_texts_empty(tokenizer):
    weights = torch.randn(tokenizer.get_vocab_size(), 8, generator=torch.Generator().manual_seed(0))
    texts = ["宅基地登记", "", "罚款"]
    bags = tokenize(texts, tokenizer)

    vectors = unit_vectors(weights, *bags.pick(np.array([2, 1, 0])))

    for text, vector in zip(reversed(texts), vectors, strict=True):
        mean = weights[tokenizer.encode(text).ids].sum(dim=0)
        torch.testing.assert_close(vector, torch.nn.functional.normalize(mean, dim=0))


def test_dropped_tokens_do_not_count(tokenizer):
    weights = torch.randn(tokenizer.get_vocab_size(), 8, generator=torch.Generator().manual_seed(0))
    bags = tokenize(["宅基地", "劳动合同", "食品安全", "著作权"], tokenizer)

    loss = pair_loss(weights, bags, np.array([[0, 1], [2, 3]]), scale=20, dropout=1.0)

    assert loss.item() == pytest.approx(np.log(2))
