import pytest
import torch

from index.training.corpus import Article, Question
from index.training.evaluate import Figures, evaluate
from index.training.vocabulary import build_tokenizer

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.fixture
def one_letter_articles():
    return [Article(letter, letter, (), letter) for letter in LETTERS]


@pytest.fixture
def letters():
    return build_tokenizer(["".join(LETTERS)], LETTERS, pieces=27, max_piece_characters=1)


@pytest.fixture
def slope(letters):
    """Rows on an arc: neighbours in the alphabet are closest."""
    angles = torch.zeros(letters.get_vocab_size())
    for i, letter in enumerate(LETTERS):
        angles[letters.token_to_id(letter)] = i / 30
    return torch.stack([angles.cos(), angles.sin()], dim=1)


def test_figures_count_ranks_and_shares(slope, letters, one_letter_articles):
    questions = [
        Question("a", ("a",)),  # rank 1
        Question("a", ("b", "z")),  # ranks 2 and 26
        Question("a", ("k",)),  # rank 11
    ]

    figures = evaluate(slope, letters, questions, one_letter_articles)

    assert figures == Figures(3, pytest.approx(0.5), pytest.approx(1), pytest.approx(0.5))


@pytest.mark.parametrize("questions", [[], [Question("a", ("missing",))]])
def test_nothing_to_measure_is_an_error(questions, slope, letters, one_letter_articles):
    with pytest.raises(ValueError, match="question"):
        evaluate(slope, letters, questions, one_letter_articles)
