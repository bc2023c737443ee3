"""Tutorial: ours beside what tutorials build of LangChain, over the same texts and questions in one run."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import fmean, median

from ir_measures import RR, Success

from assistant.catalogue import Catalogue
from assistant.short_names import short_names
from assistant.understand.stage import Asked
from evals.benchmarks.chunks import System, chunk_systems
from evals.benchmarks.library import say, temporary_library
from evals.benchmarks.measure import mean
from evals.benchmarks.report import report
from evals.benchmarks.required import Searched, first_hits, required_shares
from evals.benchmarks.scope import ranking
from evals.benchmarks.spans import Span, first_characters, holds, spans_by_id
from evals.benchmarks.tasks import Task, Wanted
from index.embed import Embedder

MEASURES = (Success @ 1, Success @ 5, RR @ 10)
READ = 2_000
"""Characters; chunks are several times as long as provisions, so that five of them say more."""
DEEPEST = 20
"""Finds that count at all, where there is room for more."""
COLUMNS = (
    *("texts", "questions", "number", "system"),
    *map(str, MEASURES),
    *("required@5", "required@10", f"required in {READ:,} characters", "characters@5", "build s", "query ms"),
)
NOTES = (
    "our model was not trained on these lay questions; it was on other questions over the official texts",
    "a find counts if it has at least half of the words of a provision that is wanted, for chunks and provisions alike",
    "required@k: share of what a question requires among the first k; characters@5: length of the first five finds",
    f"chunks are longer than provisions: “required in {READ:,} characters” reads as much of each",
    "build: from texts to a library that can be searched, ours with its check before it is published; query: median",
    "ours looks up provisions that are named by number, and searches within the documents that a question names",
    "in brackets 95 % intervals",
)


def tutorial(tasks: Sequence[Task], model: Path, rival: Embedder) -> str:
    """Ask every system every question, and report quality and time."""
    rows: list[list[object]] = []
    for task in tasks:
        say(f"{task.name}: {len(task.documents)} documents")
        for system in chunk_systems(task.documents, rival if task.with_vectors else None):
            rows += measured_rows(task, system)
        with our_system(task, model) as system:
            rows += measured_rows(task, system)
    return report("Tutorial", NOTES, COLUMNS, rows)


@contextmanager
def our_system(task: Task, model: Path) -> Iterator[System]:
    """Build the product's library of a task, and answer with the words that its finds are searched by."""
    spans = spans_by_id(task.documents)
    started = time.perf_counter()
    with temporary_library(task.documents, model) as library:
        seconds = task.reading_seconds + time.perf_counter() - started
        catalogue = Catalogue(library, short_names())

        def search(text: str) -> list[Span]:
            return [spans[name] for name in ranking(Asked(text), library, catalogue) if name in spans]

        yield System("ours", seconds, search)


def measured_rows(task: Task, system: System) -> list[list[object]]:
    """Ask a system each group of a task's questions; one row a group, with a cell a column."""
    rows = []
    for group, questions in task.questions.items():
        searches, milliseconds = _searched(system, questions)
        read = [search._replace(ranking=first_characters(search.ranking, READ)) for search in searches]
        values = [
            *first_hits(searches, holds, MEASURES).values(),
            *required_shares(searches, holds).values(),
            *required_shares(read, holds, [DEEPEST]).values(),
        ]
        characters = fmean(sum(span.end - span.start for span in search.ranking[:5]) for search in searches)
        costs = [f"{characters:.0f}", f"{system.build_seconds:.1f}", f"{milliseconds:.1f}"]
        means = [mean(each) for each in values]
        rows.append([task.name, group, len(questions), system.name, *means, *costs])
        say(f"{system.name}, {group}: searched")
    return rows


def _searched(system: System, questions: Sequence[Wanted]) -> tuple[list[Searched[Span, Span]], float]:
    """Return the searches with their median time in milliseconds, after one that is not counted."""
    system.search(questions[0].text)
    searches, seconds = [], []
    for question in questions:
        started = time.perf_counter()
        found = system.search(question.text)
        seconds.append(time.perf_counter() - started)
        searches.append(Searched(found, question.required))
    return searches, 1000 * median(seconds)
