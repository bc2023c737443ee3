"""Finds hard negatives: articles that share many words with a question and do not answer it."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from index.lexical import LexicalIndex, write_lexical_index
from index.passages import Passage
from index.training.corpus import Article, Question


def hard_negatives(questions: Sequence[Question], collection: Sequence[Article], *, depth: int) -> list[list[Article]]:
    """Return for each question the articles among the best `depth` by BM25 that do not answer it, best first."""
    number = {f"#{place}": article for place, article in enumerate(collection)}
    passages = (
        Passage(provision_id=name, document_id="", context=article.heading_text, words=article.text)
        for name, article in number.items()
    )
    with tempfile.TemporaryDirectory() as place:
        write_lexical_index(Path(place) / "articles", passages)
        index = LexicalIndex(Path(place) / "articles")
        found = [[number[hit.provision_id] for hit in index.search(q.text, limit=depth)] for q in questions]
    return [
        [article for article in articles if article.id not in question.article_ids]
        for question, articles in zip(questions, found, strict=True)
    ]
