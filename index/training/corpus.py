"""Reads the public corpus: articles of law, and lay questions with the articles that answer them."""

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

FOLD_SEED = 20261121
"""The folds that trainings and benchmarks share."""


class Article(NamedTuple):
    """One article of a law."""

    id: str
    title: str
    headings: tuple[str, ...]
    """Part, chapter and section, outermost first; empty where the source has none."""
    text: str

    @property
    def heading_text(self) -> str:
        """Where the article stands, one heading a line."""
        return "\n".join([self.title, *self.headings])

    @property
    def embedding_text(self) -> str:
        """The words to embed: the text with its headings."""
        return f"{self.heading_text}\n{self.text}"


class Question(NamedTuple):
    """A lay question and the ids of the articles that answer it."""

    text: str
    article_ids: tuple[str, ...]


class QuestionSplit(NamedTuple):
    """Questions to train on and questions to measure with; no wording is in both."""

    train: list[Question]
    held_out: list[Question]


def read_articles(path: Path) -> list[Article]:
    """Read articles from gzipped JSON lines."""
    return [Article(row["id"], row["title"], tuple(row.get("heading", ())), row["text"]) for row in _rows(path)]


def read_questions(path: Path) -> list[Question]:
    """Read questions from gzipped JSON lines."""
    return [Question(row["question"], tuple(row["article_ids"])) for row in _rows(path)]


def distinct_texts(articles: Sequence[Article]) -> list[Article]:
    """Keep the first article of each text, in order: laws repeat each other word for word."""
    first: dict[str, Article] = {}
    for article in articles:
        first.setdefault(article.text, article)
    return list(first.values())


def question_folds(questions: Sequence[Question], count: int, *, seed: int = FOLD_SEED) -> list[QuestionSplit]:
    """Split into folds by wording: each wording is held out once, and trained on in all the other folds.

    The folds depend on the wordings and the seed, not on the order of the file.

    Raises:
        ValueError: there are fewer wordings than folds, or fewer than two folds.
    """
    wordings = sorted({question.text for question in questions})
    if not 2 <= count <= len(wordings):
        raise ValueError(f"{len(wordings)} wordings cannot make {count} folds")
    random.Random(seed).shuffle(wordings)
    fold = {wording: place % count for place, wording in enumerate(wordings)}
    return [
        QuestionSplit(
            train=[question for question in questions if fold[question.text] != number],
            held_out=[question for question in questions if fold[question.text] == number],
        )
        for number in range(count)
    ]


def sharing_no_article(split: QuestionSplit) -> list[Question]:
    """Return the held-out questions none of whose articles answers a training question."""
    trained = {article for question in split.train for article in question.article_ids}
    return [question for question in split.held_out if trained.isdisjoint(question.article_ids)]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
