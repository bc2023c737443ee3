"""What the systems of the tutorial benchmark are asked: cases over official texts, lay questions over articles."""

import random
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from evals.benchmarks.collection import read_collection
from evals.benchmarks.scope import Half
from evals.benchmarks.spans import Span, spans_by_id, spans_that_satisfy
from evals.cases import Case
from index.build import read_documents
from index.corpus import Document
from index.training.corpus import Question, question_folds, read_articles

SEED = 20261121
MOST_QUESTIONS = 300


class Wanted(NamedTuple):
    """A question with where its answer stands."""

    text: str
    required: Sequence[Sequence[Span]]
    """All outer ones are required; of the inner ones any will do."""


class Task(NamedTuple):
    """Texts to search, and questions in groups that are reported apart."""

    name: str
    documents: Sequence[Document]
    reading_seconds: float
    """What it took to read the provisions out of the texts: chunks do without."""
    questions: Mapping[str, Sequence[Wanted]]
    with_vectors: bool
    """Whether the texts are few enough for a large embedding model on this machine."""


def case_task(folders: Sequence[Path], halves: Sequence[Half]) -> Task:
    """Ask the cases that need no conversation, over the documents of the folders."""
    started = time.perf_counter()
    documents = read_documents(folders)
    seconds = time.perf_counter() - started
    spans = spans_by_id(documents)
    questions = {
        f"{half.name} cases": [_wanted(case, spans) for case in half.cases if not case.history] for half in halves
    }
    return Task(f"{len(documents)} official texts", documents, seconds, questions, with_vectors=True)


def _wanted(case: Case, spans: Mapping[str, Span]) -> Wanted:
    required = [[span for place in either for span in spans_that_satisfy(place, spans)] for either in case.must_cite]
    return Wanted(case.question, required)


def article_task(articles: Path, questions: Sequence[Question], size: int, *, with_vectors: bool) -> Task:
    """Ask lay questions over the articles that answer them and as many others as make the size."""
    ids = [article.id for article in read_articles(articles)]
    answers = {name for question in questions for name in question.article_ids}
    others = [name for name in ids if name not in answers]
    chosen = answers | set(random.Random(SEED).sample(others, max(0, min(size - len(answers), len(others)))))
    documents, article_ids = read_collection(articles, only=chosen)
    spans = {article_ids[name]: span for name, span in spans_by_id(documents).items()}
    wanted = [Wanted(question.text, [[spans[name]] for name in question.article_ids]) for question in questions]
    return Task(f"{len(chosen):,} articles", documents, 0.0, {"STARD": wanted}, with_vectors)


def unseen_questions(questions: Sequence[Question], folds: int) -> list[Question]:
    """Return at most 300 of the questions that the model of the first fold was not trained on."""
    unseen = question_folds(questions, folds)[0].held_out
    return random.Random(SEED).sample(unseen, min(MOST_QUESTIONS, len(unseen)))
