"""The bar that the open evaluation questions must reach over the shipped digests."""

from pathlib import Path

import pytest

from evals.answers import generate
from evals.binding import read_bindings, shipped_bindings
from evals.cases import read_cases, shipped_cases
from evals.provisions import fingerprints, held_words
from evals.scoring import score_all
from evals.stale import stale
from evals.summary import summarise

CASES = Path(__file__).parents[2] / "evals" / "cases" / "open.jsonl"
BAR = 0.80


@pytest.mark.slow
def test_the_open_cases_pass_and_every_quote_is_verbatim(assistant):
    cases = read_cases([CASES])
    scored = score_all(cases, generate(cases, assistant), fingerprints(held_words(cases, assistant)))
    summary = summarise(scored)

    assert summary.unscored == 0
    assert summary.verbatim == 1.0
    assert summary.passed is not None
    assert summary.passed >= BAR


def test_no_case_is_stale_on_the_shipped_digests(assistant):
    cases = read_cases(shipped_cases(kept=True))

    assert stale(cases, read_bindings(shipped_bindings()), held_words(cases, assistant), {}) == []
