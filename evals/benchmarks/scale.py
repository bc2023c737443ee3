"""Scale: what building, changing and asking cost when the library grows to all of the law corpus."""

import multiprocessing
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

from evals.benchmarks.crowd import leaf_document
from evals.benchmarks.library import say
from evals.benchmarks.reading import Reading, read_library
from evals.benchmarks.report import report
from index.build import with_duties
from index.corpus import Document
from index.embed import Embedder, open_embedder
from index.generation import extend_generation, write_generation

NARROW = "disclosure-regulation-2019"
ADDED_PROVISIONS = 30
COLUMNS = (
    *("unit", "size", "passages", "read s", "build s", "disk MB", "open s", "memory MB", "add s", "remove s"),
    *("recall@100", "whole library ms", "one document ms", "nationwide ms"),
)
NOTES = (
    "articles: one provision an article; leaves: paragraphs and items as the parser cuts them, with their duties",
    "read: from the corpus to provisions; build: from provisions to a checked generation, embedding included",
    f"add, remove: one document of {ADDED_PROVISIONS} provisions, until the new generation is checked; readers of "
    "the old one go on",
    "ms: understanding, both searches and fusing, model loaded; median / 95th percentile over lay questions",
    "recall: share of the exact hundred nearest that dense search finds; memory: of a process that has asked all",
)


class Crowd(NamedTuple):
    """Documents of one size, in one unit."""

    unit: str
    documents: Sequence[Document]
    read_s: float


def scale(crowds: Iterator[Crowd], questions: Sequence[str], model: Path) -> str:
    """Measure every crowd, and report."""
    return report("Scale", NOTES, COLUMNS, [_row(crowd, questions, model) for crowd in crowds])


def crowds(own: Sequence[Document], laws: Sequence[Document], sizes: Sequence[int], *, leaves: bool) -> Iterator[Crowd]:
    """Return crowds with so many articles of law, whole documents only, smaller first; all in leaves in the end."""
    for size in sizes:
        yield Crowd("articles", [*own, *first_articles(laws, size)], 0.0)
    if leaves:
        started = time.perf_counter()
        cut = [with_duties(leaf_document(law)) for law in first_articles(laws, max(sizes))]
        yield Crowd("leaves", [*own, *cut], time.perf_counter() - started)


def first_articles(laws: Sequence[Document], count: int) -> list[Document]:
    """Return the first documents that together have at most so many provisions."""
    total = 0

    def fits(law: Document) -> bool:
        nonlocal total
        total += len(law.provisions)
        return total <= count

    return list(takewhile(fits, laws))


def _row(crowd: Crowd, questions: Sequence[str], model: Path) -> list[object]:
    say(f"{crowd.unit}: {len(crowd.documents)} documents")
    embedder = open_embedder(model)
    with tempfile.TemporaryDirectory(prefix="benchmark-") as place:
        whole, added, removed = (Path(place) / name for name in ("whole", "added", "removed"))
        build_s = _seconds(lambda: write_generation(_new(whole), crowd.documents, embedder, progress=_quiet))
        new = one_more(crowd.documents)
        add_s = _seconds(lambda: _exchange(_new(added), whole, embedder, added=[new], removed=[]))
        remove_s = _seconds(lambda: _exchange(_new(removed), added, embedder, added=[], removed=[new.id]))
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            reading: Reading = pool.apply(read_library, (whole, model, list(questions), NARROW))
        disk = sum(path.stat().st_size for path in whole.rglob("*") if path.is_file()) / 1e6
    articles = sum(len(document.provisions) for document in crowd.documents)
    return [
        *(crowd.unit, articles, reading.passages, f"{crowd.read_s:.0f}", f"{build_s:.0f}", f"{disk:.0f}"),
        *(f"{reading.open_s:.1f}", f"{reading.memory_mb or 0:.0f}", f"{add_s:.1f}", f"{remove_s:.1f}"),
        f"{reading.recall:.4f}",
        *(f"{quantiles(one, n=2)[0]:.1f} / {quantiles(one, n=20)[-1]:.1f}" for one in reading.latencies.values()),
    ]


def one_more(documents: Sequence[Document]) -> Document:
    """Return a new document, made of the first provisions of one that is held."""
    model = next(document for document in documents if len(document.provisions) >= ADDED_PROVISIONS)
    provisions = tuple(replace(one, document_id="added") for one in model.provisions[:ADDED_PROVISIONS])
    return replace(model, id="added", title=f"{model.title}（新）", provisions=provisions)


def _exchange(
    folder: Path, old: Path, embedder: Embedder, *, added: Sequence[Document], removed: Sequence[str]
) -> None:
    extend_generation(folder, old, added, removed=removed, embedder=embedder, progress=_quiet)


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _seconds(act: Callable[[], None]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def _quiet(step: str, done: int, total: int) -> None:
    pass
