"""Facts of one provision put in each other's place: harder to tell than facts it does not hold, so the rate is told."""

import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from assistant.verify.stage import problems
from evals.cases import read_cases
from index.duties import body_names

CASES = [Path(__file__).parents[3] / "evals" / "cases" / name for name in ("open.jsonl", "fresh.jsonl")]
DATE = re.compile(r"\d{1,3}个工作日|\d{1,2}月底前|年内|实时")

LIST = re.compile("[、，和及与以]*")


def swapped(text, words, others):
    """The text with one of its words put in place of each other word of the same kind."""
    for word in words:
        for other in others:
            if other != word and other not in word and word not in other:
                yield text.replace(word, other, 1)


def exchanged(text, names):
    """The text with two bodies in each other's places, unless they stand in one list."""
    for one, other in combinations(sorted(set(names)), 2):
        between = (
            text[text.find(one) + len(one) : text.find(other)] or text[text.find(other) + len(other) : text.find(one)]
        )
        for name in names:
            between = between.replace(name, "")
        if one not in other and other not in one and not LIST.fullmatch(between):
            yield text.replace(one, "□").replace(other, one).replace("□", other)


@pytest.fixture(scope="module")
def swaps(drafted):
    """Claims with a body, or a time, of the same provision in place of their own, or with two bodies exchanged."""
    made = {"body": [], "time": [], "exchange": []}
    for case in read_cases(CASES):
        draft = drafted(case.question, *case.history)
        for claim in draft.claims:
            held = "；".join(support.provision.shown_text for support in claim.supports)
            bodies = swapped(claim.text, body_names(claim.text), set(body_names(held)))
            times = swapped(claim.text, DATE.findall(claim.text), set(DATE.findall(held)))
            pairs = exchanged(claim.text, body_names(claim.text))
            made["exchange"] += [(replace(claim, text=text), draft.question.documents) for text in pairs]
            made["body"] += [(replace(claim, text=text), draft.question.documents) for text in bodies]
            made["time"] += [(replace(claim, text=text), draft.question.documents) for text in times]
    return made


@pytest.mark.parametrize(("kind", "least"), [("body", 0.95), ("time", 0.9), ("exchange", 0.7)])
def test_swaps_within_a_provision_are_told_at_no_lower_rate_than_measured(
    swaps, catalogue, kind, least, record_property
):
    told = [bool(problems(claim, documents, catalogue)) for claim, documents in swaps[kind]]
    rate = sum(told) / len(told)
    record_property("rate", f"{rate:.3f} of {len(told)}")

    assert len(told) >= 10
    assert rate >= least
