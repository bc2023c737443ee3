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
    """How often each question of this project counts in the mining of words."""
    dimensions: int = 256
    own_repeats: int = 10
    """How often a pair of a question written for this project is seen in an epoch; 0 leaves them out."""
    epochs: int = 3
    batch_size: int = 1024
    learning_rate: float = 0.02
    """Of Adam, at the start; falls linearly to zero."""
    loss_scale: float = 20.0
    """Cosines are multiplied by this before the softmax."""
    token_dropout: float = 0.3
    """Share of a training text's tokens left out at random, 0 to 1, lest questions be learnt by heart."""
    tuning_epochs: int = 10
    tuning_batch: int = 256
    tuning_rate: float = 0.01
    """Of Adam, at the start of the tuning by questions; falls linearly to zero."""
    tuning_own: int = 1
    """How often a question written for this project is seen in an epoch of the tuning."""
    near_misses: int = 4
    """Of each question, seen beside its answer each time."""
    near_miss_depth: int = 60
    """How many of the best by BM25 are taken for near misses."""
    threads: int = 2
