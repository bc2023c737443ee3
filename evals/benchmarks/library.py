"""A library for the length of one benchmark, written and opened by the product's own code."""

import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from index.corpus import Document
from index.embed import open_embedder
from index.generation import write_generation
from index.library import Library


@contextmanager
def temporary_library(documents: Sequence[Document], model: Path) -> Iterator[Library]:
    """Write the documents into a temporary folder, open it, and remove it in the end."""
    embedder = open_embedder(model)
    with tempfile.TemporaryDirectory(prefix="benchmark-") as place:
        write_generation(Path(place), documents, embedder, progress=_Steps())
        library = Library(Path(place), embedder)
        try:
            yield library
        finally:
            library.close()


class _Steps:
    """Says when a step of the building is done."""

    def __init__(self) -> None:
        self._started = time.perf_counter()

    def __call__(self, step: str, done: int, total: int) -> None:
        if done == total:
            say(f"{step} {total}, {time.perf_counter() - self._started:.0f} s")


def say(line: str) -> None:
    """Tell whoever waits, on stderr: stdout is for the table."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
