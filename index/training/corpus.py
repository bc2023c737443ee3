"""Reads the public corpus: articles of law, and lay questions with the articles that answer them."""

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple


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


def split_questions(questions: Sequence[Question], *, held_out_share: float, seed: int) -> QuestionSplit:
    """Split by wording, so that a question asked twice lands on one side.

    The split depends on the wordings and the seed, not on the order of the file.
    """
    wordings = sorted({question.text for question in questions})
    random.Random(seed).shuffle(wordings)
    held_out = set(wordings[: round(len(wordings) * held_out_share)])
    return QuestionSplit(
        train=[question for question in questions if question.text not in held_out],
        held_out=[question for question in questions if question.text in held_out],
    )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
