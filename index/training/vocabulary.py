"""Builds the tokenizer: every character of the corpus and its frequent words, as a Unigram model."""

from collections.abc import Iterable
from itertools import chain

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

UNKNOWN = "[UNK]"
UNKNOWN_ID = 0


def build_tokenizer(
    words_from: Iterable[str],
    characters_from: Iterable[str],
    *,
    pieces: int,
    max_piece_characters: int,
) -> Tokenizer:
    """Mine a vocabulary of at most `pieces`.

    No text of either source has an unknown piece. Where the characters alone exceed `pieces`,
    all are kept all the same.
    """
    words_from = list(words_from)
    tokenizer = _blank_tokenizer()
    trainer = trainers.UnigramTrainer(
        vocab_size=pieces,
        special_tokens=[UNKNOWN],
        unk_token=UNKNOWN,
        initial_alphabet=_characters(chain(words_from, characters_from), tokenizer.normalizer),
        max_piece_length=max_piece_characters,
        show_progress=False,
    )
    tokenizer.train_from_iterator(words_from, trainer)
    return tokenizer


def _blank_tokenizer() -> Tokenizer:
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"\s+"), "removed"),
            pre_tokenizers.Punctuation(),
            pre_tokenizers.Digits(individual_digits=False),
        ]
    )
    return tokenizer


def _characters(texts: Iterable[str], normalizer: normalizers.Normalizer) -> list[str]:
    raw: set[str] = set().union(*texts)
    normalized = {character for one in raw for character in normalizer.normalize_str(one)}
    return sorted(character for character in normalized if not character.isspace())
