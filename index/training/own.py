"""Reads the training questions of this project: over provisions of its documents, and over articles of law."""

import json
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from pathlib import Path

from index.corpus import Document
from index.passages import passages
from index.training.corpus import Article
from index.training.pairs import Pair


def shipped_questions() -> list[Path]:
    """Return the files of questions that belong to this project, by name."""
    folder = Path(str(resources.files("index").joinpath("training", "questions")))
    return sorted(folder.glob("*.jsonl"))


def own_pairs(files: Sequence[Path], documents: Sequence[Document], articles: Mapping[str, Article]) -> Iterator[Pair]:
    """Pair each question with every provision or article that answers it.

    A provision of which `documents` hold a digest and an official text makes a pair with each; one that none of them
    holds makes no pair, as does an article that is not among `articles`.
    """
    texts: dict[str, list[str]] = {}
    for document in documents:
        for passage in passages(document):
            texts.setdefault(passage.provision_id, []).append(passage.embedding_text)
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            for provision in row.get("provisions", ()):
                for text in texts.get(provision, ()):
                    yield Pair(row["question"], text)
            article = articles.get(row.get("article", ""))
            if article is not None:
                yield Pair(row["question"], article.embedding_text)
