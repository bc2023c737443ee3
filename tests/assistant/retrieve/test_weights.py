import pytest

from assistant.retrieve.weights import AMONG_FEW, AMONG_MANY, FEW, MANY, weights_among


@pytest.mark.parametrize("passages", [0, 1, FEW])
def test_among_few_passages_words_decide(passages):
    assert weights_among(passages) == pytest.approx(AMONG_FEW)


@pytest.mark.parametrize("passages", [MANY, 3 * MANY])
def test_among_many_passages_meaning_decides(passages):
    assert weights_among(passages) == pytest.approx(AMONG_MANY)


def test_between_them_the_weights_change_steadily():
    steps = [weights_among(count).sentence for count in (1_000, 2_000, 5_000, 20_000, 50_000)]

    assert steps == sorted(steps)
    assert len(set(steps)) == len(steps)
