"""Which documents are about disclosure itself; the words of their titles stand in subject.toml."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

from index.corpus import Document


@cache
def _titles() -> tuple[str, ...]:
    table = tomllib.loads(resources.files("assistant").joinpath("subject.toml").read_text("utf-8"))
    return tuple(table["titles"])


def on_subject(documents: Iterable[Document]) -> frozenset[str]:
    """Return the ids of the documents that say in a title that they are about disclosure."""
    return frozenset(
        document.id
        for document in documents
        if any(word in title for title in (document.title, *document.alternative_titles) for word in _titles())
    )
