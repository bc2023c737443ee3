"""The bar that the open evaluation questions must reach over the shipped digests."""

from pathlib import Path

import pytest

from evals.cases import read_cases
from evals.run import run, summarise

CASES = Path(__file__).parents[2] / "evals" / "cases" / "open.jsonl"
BAR = 0.80


@pytest.mark.slow
def test_the_open_cases_pass_and_every_quote_is_verbatim(assistant):
    results = run(read_cases([CASES]), assistant, lambda done, total: None)

    assert all(result.score.verbatim for result in results)
    failed = [result.case.id for result in results if not result.score.passed]
    assert summarise(results).passed >= BAR, failed
