"""How well the expected provisions were found, apart from what was then said: by ir-measures, where it is installed."""

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from typing import NamedTuple

from evals.answers import Given
from evals.cases import Case
from evals.score import satisfies
from evals.scoring import Scored
from evals.summary import scores_of

CUTOFFS = (1, 5, 10)


def is_measurable() -> bool:
    """Whether ir-measures is installed: `pip install disclosure-assistant[evaluation]`."""
    return find_spec("ir_measures") is not None


class Retrieval(NamedTuple):
    """Means over answers that were looked for by a search, which those read out of tables and outlines are not."""

    answers: int
    values: dict[str, float]
    """Success@k and RR by the first provision that is expected, required@k by the share of all that are."""


def measure_retrieval(cases: Sequence[Case], answers: Iterable[Given], scored: Iterable[Scored]) -> Retrieval | None:
    """Measure the scored answers to cases that expect provisions; None where there is none.

    `is_measurable` must be true.
    """
    from ir_measures import RR, Success

    from evals.benchmarks.required import Searched, first_hits, required_shares

    usable = {(one.case, one.repeat) for one in scores_of(scored)}
    required = {case.id: case.must_cite for case in cases if case.must_cite}
    searches = [
        Searched([f"{found.document_id}#{found.address}" for found in given.answer.retrieved], required[given.case])
        for given in answers
        if given.answer.retrieved and given.case in required and (given.case, given.repeat) in usable
    ]
    if not searches:
        return None
    measures = [*(Success @ cutoff for cutoff in CUTOFFS), RR @ CUTOFFS[-1]]
    values = first_hits(searches, satisfies, measures) | required_shares(searches, satisfies)
    return Retrieval(len(searches), {name: float(each.mean()) for name, each in values.items()})
