"""What a training run can be told; the defaults are those of the shipped model."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSettings:
    """One training run, from vocabulary to weights."""

    seed: int = 20261120
    pieces: int = 23_150
    """Size of the vocabulary, the unknown piece and all single characters included."""
    max_piece_characters: int = 4
    """Longer pieces are phrases of drafting style, which questions do not share."""
    vocabulary_sample: int = 20_000
    """Articles from which words are mined; characters are taken from all of them."""
    question_weight: int = 10
    """How often each training question counts in the mining of words."""
    dimensions: int = 256
    held_out_share: float = 0.15
    """Share of the questions kept for evaluation, 0 to 1."""
    question_repeats: int = 10
    """How often a question–article pair is seen in an epoch; 0 leaves questions out."""
    own_repeats: int = 10
    """The same for the questions written for this project; 0 leaves them out."""
    epochs: int = 3
    batch_size: int = 1024
    learning_rate: float = 0.02
    """Of Adam, at the start; falls linearly to zero."""
    loss_scale: float = 20.0
    """Cosines are multiplied by this before the softmax."""
    token_dropout: float = 0.3
    """Share of a training text's tokens left out at random, 0 to 1, lest questions be learnt by heart."""
    threads: int = 2
