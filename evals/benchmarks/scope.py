"""Scope: whether the provision a case requires comes first, in six instruments alone and in a crowd of laws."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ir_measures import RR, Success

from assistant.catalogue import Catalogue
from assistant.compose.lookup import look_up
from assistant.question import Question
from assistant.retrieve.retriever import ProvisionRetriever
from assistant.retrieve.stage import retrieve
from assistant.short_names import short_names
from assistant.source import Source
from assistant.understand.stage import Asked, understand
from evals.benchmarks.crowd import crowd_documents
from evals.benchmarks.library import say, temporary_library
from evals.benchmarks.measure import mean, picked
from evals.benchmarks.report import report
from evals.benchmarks.required import Searched, first_hits, required_shares
from evals.cases import Case, read_cases, shipped_cases
from evals.score import satisfies
from index.build import read_documents, with_duties
from index.corpus import Document
from index.library import Library

DEEPEST = 20
MEASURES = (Success @ 1, Success @ 5, RR @ 10)
BAR_FIRST = 0.85
"""Least Success@1, everywhere."""
BAR_ALONE, BAR_IN_CROWD = 0.97, 0.95
"""Least Success@5."""
NOT_SEARCHED = ("catalogue", "structure")
"""Kinds that outline and catalogue answer."""


class Place(NamedTuple):
    """Where the provisions have to be found."""

    name: str
    documents: Sequence[Document]
    bar_fifth: float


class Half(NamedTuple):
    """The open or the kept cases, told apart because rules and weights were chosen by the open ones."""

    name: str
    cases: Sequence[Case]


def searched(cases: Sequence[Case]) -> list[Case]:
    """Keep the cases whose answer is a provision that has to be found."""
    return [
        case
        for case in cases
        if case.must_cite and case.outcome[0] in ("answered", "partial") and case.kind not in NOT_SEARCHED
    ]


def places_of(folders: Sequence[Path], laws: Path | None) -> list[Place]:
    """Return the documents of the folders alone, and in the crowd where there are laws."""
    own = read_documents(folders)
    alone = Place("alone", own, BAR_ALONE)
    if laws is None:
        return [alone]
    return [alone, Place("crowd", [*own, *map(with_duties, crowd_documents(laws))], BAR_IN_CROWD)]


def shipped_halves() -> list[Half]:
    """Return the cases of this distribution that are searched for."""
    ids = {case.id for case in read_cases(shipped_cases())}
    cases = searched(read_cases(shipped_cases(kept=True)))
    return [
        Half("open", [case for case in cases if case.id in ids]),
        Half("kept", [case for case in cases if case.id not in ids]),
    ]


def scope(places: Sequence[Place], halves: Sequence[Half], model: Path) -> str:
    """Look for the required provisions in each place, and report all cases and each kind, open and kept apart."""
    rows = []
    for place in places:
        with temporary_library(place.documents, model) as library:
            say(f"{place.name}: {len(place.documents)} documents")
            catalogue = Catalogue(library, short_names())
            for half in halves:
                asked = [Asked(case.question, case.history) for case in half.cases]
                rows += _rows(place, half, [ranking(one, library, catalogue) for one in asked])
    rows.sort(key=lambda row: row[2] != "all")
    notes = [
        "a case counts by its best-ranked provision; required@k: share of its required citations among the first k",
        "in brackets 95 % intervals; open cases were used while rules and weights were chosen, kept ones were not",
    ]
    columns = ["library", "cases", "kind", "number", *map(str, MEASURES), "required@5", "required@10", "bars"]
    return report("Scope", notes, columns, rows)


def ranking(asked: Asked, library: Library, catalogue: Catalogue) -> list[str]:
    """Return the ids of the provisions looked at, best first; those that are named by number go before all."""
    question = understand(asked, catalogue)
    hits = retrieve(question, ProvisionRetriever(library=library), limit=DEEPEST).hits
    return list(dict.fromkeys([*_named(question, library, catalogue), *(hit.provision.id for hit in hits)]))


def _named(question: Question, library: Library, catalogue: Catalogue) -> list[str]:
    if not question.places:
        return []
    source = Source(library.document_text, library.provision, library.embed, catalogue.rarity)
    draft = look_up(question, catalogue, source)
    return [support.provision.id for claim in draft.claims for support in claim.supports]


def _rows(place: Place, half: Half, rankings: Sequence[Sequence[str]]) -> list[list[object]]:
    searches = [Searched(ids, case.must_cite) for ids, case in zip(rankings, half.cases, strict=True)]
    values = first_hits(searches, satisfies, MEASURES) | required_shares(searches, satisfies)
    whole = {name: mean(each) for name, each in values.items()}
    bars = [
        f"{name} ≥ {bar}: {'met' if whole[name].value >= bar else 'missed'}"
        for name, bar in (("Success@1", BAR_FIRST), ("Success@5", place.bar_fifth))
    ]
    rows: list[list[object]] = [[place.name, half.name, "all", len(half.cases), *whole.values(), ", ".join(bars)]]
    for kind in sorted({case.kind for case in half.cases}):
        of_kind = [case.kind == kind for case in half.cases]
        means = [f"{each.mean():.3f}" for each in picked(values, of_kind).values()]
        rows.append([place.name, half.name, kind, sum(of_kind), *means, ""])
    return rows
