"""Runs all steps of a training, from corpus files to a measured model directory."""

import logging
import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer

from index.read.folder import load_documents
from index.training.corpus import (
    Article,
    Question,
    distinct_texts,
    read_articles,
    read_questions,
    split_questions,
)
from index.training.evaluate import Figures, evaluate
from index.training.own import own_pairs, shipped_questions
from index.training.pairs import build_pairs
from index.training.save import save_model
from index.training.settings import TrainingSettings
from index.training.train import train
from index.training.vocabulary import build_tokenizer

logger = logging.getLogger(__name__)


class CorpusFiles(NamedTuple):
    """The public corpus: gzipped JSON lines."""

    laws: Path
    articles: Path
    """The collection that is searched; the questions point into it."""
    questions: Path
    documents: tuple[Path, ...] = ()
    """Folders with the documents over whose provisions this project's own questions are written."""


def run(files: CorpusFiles, directory: Path, settings: TrainingSettings) -> Figures:
    """Train, save into `directory`, and measure on the held-out questions."""
    collection = read_articles(files.articles)
    laws = read_articles(files.laws)
    articles = distinct_texts([*laws, *collection])
    split = split_questions(read_questions(files.questions), held_out_share=settings.held_out_share, seed=settings.seed)
    logger.info("%d distinct articles, %d questions", len(articles), len(split.train))
    tokenizer = mine_tokenizer(articles, split.train, settings)
    logger.info("%d pieces", tokenizer.get_vocab_size())
    documents = [document for folder in files.documents for document in load_documents([folder])]
    own = list(own_pairs(shipped_questions(), documents, {article.id: article for article in laws}))
    logger.info("%d pairs of questions of this project", len(own))
    pairs = build_pairs(
        articles,
        split.train,
        {article.id: article for article in collection},
        question_repeats=settings.question_repeats,
        seed=settings.seed,
        more=own * settings.own_repeats,
    )
    logger.info("%d pairs", len(pairs))
    weights = train(pairs, tokenizer, settings).weights
    save_model(weights, tokenizer, directory)
    return evaluate(weights.half().float(), tokenizer, split.held_out, collection)


def mine_tokenizer(articles: Sequence[Article], questions: Sequence[Question], settings: TrainingSettings) -> Tokenizer:
    """Build the vocabulary from a sample of the articles and from all the questions."""
    size = min(settings.vocabulary_sample, len(articles))
    sample = random.Random(settings.seed).sample(articles, size)
    return build_tokenizer(
        [
            *(article.embedding_text for article in sample),
            *([question.text for question in questions] * settings.question_weight),
        ],
        (article.embedding_text for article in articles),
        pieces=settings.pieces,
        max_piece_characters=settings.max_piece_characters,
    )
