"""What it costs to answer from a library of some size, measured in a process that does nothing else."""

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

from assistant.catalogue import Catalogue
from assistant.question import Question
from assistant.retrieve.retriever import ProvisionRetriever
from assistant.retrieve.stage import retrieve
from assistant.short_names import short_names
from assistant.understand.stage import Asked, understand
from index.embed import Vectors, open_embedder
from index.library import Library, open_vectors

RETRIEVED = 20
NEAREST = 100
"""As many as the product takes from each search."""
WIDE = "全国"
"""Region of the wide scope: nearly half of the law corpus."""
STATUS = Path("/proc/self/status")

Milliseconds = list[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Figures of one opened library."""

    passages: int
    open_s: float
    memory_mb: float | None
    """Resident after all questions; None where the system does not say."""
    recall: float
    """Share of the nearest hundred, by exact search, that dense search finds."""
    latencies: dict[str, Milliseconds]
    """Understanding, both searches and fusing, a question at a time, by scope."""


def read_library(folder: Path, model: Path, questions: Sequence[str], narrow: str) -> Reading:
    """Open a generation and ask everything in it, in one document (`narrow`), and in a wide scope."""
    started = time.perf_counter()
    library = Library(folder, open_embedder(model))
    catalogue = Catalogue(library, short_names())
    open_s = time.perf_counter() - started
    wide = tuple(document.id for document in library.documents() if document.region == WIDE)
    scopes: dict[str, tuple[str, ...] | None] = {"whole library": None, "one document": (narrow,), "nationwide": wide}
    latencies = {name: _latencies(library, catalogue, questions, scope) for name, scope in scopes.items()}
    reading = Reading(
        passages=library.manifest.passages,
        open_s=open_s,
        memory_mb=_resident_mb(),
        recall=_recall(library, questions, open_vectors(folder)),
        latencies=latencies,
    )
    library.close()
    return reading


def _latencies(
    library: Library, catalogue: Catalogue, questions: Sequence[str], documents: tuple[str, ...] | None
) -> Milliseconds:
    retriever = ProvisionRetriever(library=library)

    def ask(text: str) -> None:
        question: Question = understand(Asked(text), catalogue)
        retrieve(replace(question, documents=documents), retriever, limit=RETRIEVED)

    for text in questions[: len(questions) // 10]:
        ask(text)  # what is read for the first time is not what a running page costs
    gc.collect()
    return [_milliseconds(partial(ask, text)) for text in questions]


def _milliseconds(act: Callable[[], None]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def _recall(library: Library, questions: Sequence[str], vectors: Vectors) -> float:
    asked = library.embed(questions)
    held = min(NEAREST, len(vectors))
    found = library.search_dense(asked, limit=held, documents=None)
    shares = []
    for vector, hits in zip(asked, found, strict=True):
        exact = np.partition(vectors @ vector, -held)[-held]
        # By similarity, not by name: provisions that say the same are equally near.
        shares.append(sum(hit.similarity >= exact - 1e-5 for hit in hits) / held)
    return float(np.mean(shares))


def _resident_mb() -> float | None:
    lines = STATUS.read_text("utf-8").splitlines() if STATUS.is_file() else []
    held = next((line.split()[1] for line in lines if line.startswith("VmRSS:")), None)
    return int(held) / 1024 if held else None
