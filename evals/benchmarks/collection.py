"""The STARD statute collection as documents of a library, and its lay questions."""

import gzip
import json
from collections.abc import Container
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from evals.benchmarks.crowd import article_document
from index.corpus import Document


class Collection(NamedTuple):
    """The articles of a collection as the library holds them."""

    documents: list[Document]
    """One for each title."""
    article_ids: dict[str, str]
    """The collection's own name of each provision, by the provision's id."""


def read_collection(path: Path, *, only: Container[str] | None = None) -> Collection:
    """Read gzipped JSON lines: id, title, article, text; the articles of a title need not stand together.

    Articles whose ids are not in `only` are left out, where it is given.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        chosen = [row for row in map(json.loads, lines) if only is None or row["id"] in only]
    rows = sorted(chosen, key=lambda row: str(row["title"]))
    titles = groupby(rows, key=lambda row: str(row["title"]))
    documents = [article_document(title, list(articles)) for title, articles in titles]
    return Collection(documents, {f"{row['title']}#{row['article']}": str(row["id"]) for row in rows})
