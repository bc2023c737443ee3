"""Runs all steps of a training, from corpus files to a model directory."""

import logging
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer
from torch import Tensor

from index.read.folder import load_documents
from index.training.corpus import Article, Question, distinct_texts, question_folds, read_articles, read_questions
from index.training.negatives import hard_negatives
from index.training.own import own_pairs, shipped_questions
from index.training.pairs import Pair, build_pairs
from index.training.save import save_model
from index.training.settings import TrainingSettings
from index.training.train import train
from index.training.tune import Example, tune
from index.training.vocabulary import build_tokenizer

logger = logging.getLogger(__name__)

FOLD = "fold{number}"
"""Folder of the model that has not seen the questions of that fold."""


class CorpusFiles(NamedTuple):
    """The public corpus: gzipped JSON lines."""

    laws: Path
    articles: Path
    """The collection that is searched; the questions point into it."""
    questions: Path
    documents: tuple[Path, ...] = ()
    """Folders with the documents over whose provisions this project's own questions are written."""


class Base(NamedTuple):
    """A model that has seen everything but the questions of the corpus."""

    weights: Tensor
    tokenizer: Tokenizer
    own: list[Pair]


def run(files: CorpusFiles, directory: Path, settings: TrainingSettings) -> None:
    """Train on everything, and save into `directory`."""
    base = train_base(files, settings)
    questions, collection = read_questions(files.questions), read_articles(files.articles)
    examples = [*question_examples(questions, collection, settings), *own_examples(base.own, settings)]
    save_model(tune(base.weights, examples, base.tokenizer, settings), base.tokenizer, directory)


def run_folds(files: CorpusFiles, directory: Path, settings: TrainingSettings, folds: int) -> None:
    """Train once for each fold of the questions without it, to be measured on it, and save each model."""
    base = train_base(files, settings)
    questions, collection = read_questions(files.questions), read_articles(files.articles)
    examples = question_examples(questions, collection, settings)
    for number, split in enumerate(question_folds(questions, folds)):
        held_out = {question.text for question in split.held_out}
        seen = [example for example in examples if example.query not in held_out]
        weights = tune(base.weights, [*seen, *own_examples(base.own, settings)], base.tokenizer, settings)
        save_model(weights, base.tokenizer, directory / FOLD.format(number=number))


def train_base(files: CorpusFiles, settings: TrainingSettings) -> Base:
    """Train on the articles and on this project's own questions."""
    laws = read_articles(files.laws)
    articles = distinct_texts([*laws, *read_articles(files.articles)])
    documents = [document for folder in files.documents for document in load_documents([folder])]
    own = list(own_pairs(shipped_questions(), documents, {article.id: article for article in laws}))
    logger.info("%d distinct articles, %d pairs of questions of this project", len(articles), len(own))
    tokenizer = mine_tokenizer(articles, sorted({pair.query for pair in own}), settings)
    pairs = build_pairs(articles, seed=settings.seed, more=own * settings.own_repeats)
    logger.info("%d pieces, %d pairs", tokenizer.get_vocab_size(), len(pairs))
    return Base(train(pairs, tokenizer, settings).weights, tokenizer, own)


def question_examples(
    questions: Sequence[Question], collection: Sequence[Article], settings: TrainingSettings
) -> list[Example]:
    """Put each question beside every article that answers it, with its near misses.

    Raises:
        KeyError: a question names an article that is not in the collection.
    """
    by_id: Mapping[str, Article] = {article.id: article for article in collection}
    near = hard_negatives(questions, collection, depth=settings.near_miss_depth)
    return [
        Example(question.text, by_id[name].embedding_text, tuple(article.embedding_text for article in misses))
        for question, misses in zip(questions, near, strict=True)
        for name in question.article_ids
    ]


def own_examples(own: Sequence[Pair], settings: TrainingSettings) -> list[Example]:
    """Near misses are not sought for this project's own questions: other documents may answer them as well."""
    return [Example(pair.query, pair.passage) for pair in own] * settings.tuning_own


def mine_tokenizer(articles: Sequence[Article], questions: Sequence[str], settings: TrainingSettings) -> Tokenizer:
    """Build the vocabulary from a sample of the articles and from questions."""
    size = min(settings.vocabulary_sample, len(articles))
    sample = random.Random(settings.seed).sample(articles, size)
    return build_tokenizer(
        [
            *(article.embedding_text for article in sample),
            *(list(questions) * settings.question_weight),
        ],
        (article.embedding_text for article in articles),
        pieces=settings.pieces,
        max_piece_characters=settings.max_piece_characters,
    )
