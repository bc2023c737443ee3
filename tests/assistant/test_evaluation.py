"""What the open evaluation questions must reach over the shipped digests, and faults that the checks must catch."""

import re
from dataclasses import replace

import pytest

from assistant.answer import Citation, Claim, Outcome
from evals.answers import generate
from evals.baseline import read_baseline, shipped_baseline
from evals.binding import read_bindings, shipped_bindings
from evals.cases import read_cases, shipped_cases
from evals.gate import TIME, judge, read_bars, shipped_bars
from evals.provisions import fingerprints, held_words
from evals.score import satisfies, score
from evals.scoring import score_all
from evals.stale import stale
from evals.summary import summarise
from evals.support import COMPUTED

pytestmark = pytest.mark.slow
FEWEST = 30
"""So many answers must have had a fault put into them for the test to say anything."""


@pytest.fixture(scope="module")
def cases():
    return read_cases(shipped_cases())


@pytest.fixture(scope="module")
def given(cases, assistant):
    return [(case, one.answer) for case, one in zip(cases, generate(cases, assistant), strict=True)]


@pytest.fixture(scope="module")
def right(given):
    """Cases that pass, with a claim in their answer."""
    return [(case, answer) for case, answer in given if answer.claims and score(case, answer).passed]


def test_the_open_cases_reach_their_bars_and_none_is_broken(cases, assistant):
    scored = score_all(cases, generate(cases, assistant), fingerprints(held_words(cases, assistant)))
    files = {file.stem: [case.id for case in read_cases([file])] for file in shipped_cases()}
    bars = {
        name: {figure: bar for figure, bar in of_file.items() if figure != TIME}
        for name, of_file in read_bars(shipped_bars()).items()
        if name in files
    }

    verdict = judge(scored, bars, files, read_baseline(shipped_baseline()))

    assert verdict.faults == (), (
        "wanted changes become the baseline by: disclosure eval run --kept; disclosure eval baseline"
    )
    assert set(verdict.checked) == set(files)


def test_no_case_is_stale_on_the_shipped_digests(assistant):
    every = read_cases(shipped_cases(kept=True))

    assert stale(every, read_bindings(shipped_bindings()), held_words(every, assistant), {}) == []


def escaped(pairs, spoil):
    """Return the ids of cases that still pass after their answer was spoilt; None means there was nothing to spoil."""
    spoilt = [(case, bad) for case, answer in pairs if (bad := spoil(case, answer)) is not None]
    assert len(spoilt) >= FEWEST
    return [case.id for case, bad in spoilt if score(case, bad).passed]


def reworded(answer, change):
    claims = tuple(replace(claim, text=change(claim.text)) for claim in answer.claims)
    return replace(answer, text=change(answer.text), claims=claims)


def test_a_wrong_number_is_caught(right):
    def spoil(case, answer):
        if case.kind in COMPUTED:
            return None
        wrong = reworded(answer, lambda said: re.sub(r"\d+(?=个工作日|年|月|日|%|项|个)", "9731", said))
        return wrong if wrong.claims != answer.claims else None

    assert escaped(right, spoil) == []


def test_an_invented_document_number_is_caught(right):
    def spoil(case, answer):
        return reworded(answer, lambda said: f"{said}（某政办发〔2031〕99号）") if case.kind not in COMPUTED else None

    assert escaped(right, spoil) == []


def test_a_citation_moved_to_the_sibling_is_caught(right, assistant):
    order = {
        document.id: [one.address for one in assistant.document_provisions(document.id)]
        for document in assistant.documents()
    }

    def sibling(citation):
        addresses = order[citation.document_id]
        parent = re.sub(r"[^、条款章]+[)行项条、款是]?$", "", citation.address)
        alike = [one for one in addresses if one.startswith(parent) and len(one) == len(citation.address)]
        place = alike.index(citation.address)
        return replace(citation, address=alike[place - 1] if len(alike) > 1 else "题注")

    def spoil(case, answer):
        if not case.must_cite or len({citation.address for citation in answer.citations}) != 1:
            return None
        if not any(f"{c.document_id}#{c.address}" in case.must_cite[0] for c in answer.citations):
            return None
        moved = tuple(sibling(citation) for citation in answer.citations)
        accepted = [place for places in case.must_cite for place in places]
        is_still_right = any(
            satisfies(f"{one.document_id}#{one.address}", place) for one in moved for place in accepted
        )
        return None if is_still_right else replace(answer, citations=moved)

    assert escaped(right, spoil) == []


def test_a_dropped_fact_is_caught(right):
    def spoil(case, answer):
        return reworded(answer, lambda said: "见所引条款。") if case.must_contain and not answer.table else None

    assert escaped(right, spoil) == []


def test_a_quote_that_was_touched_is_caught(right):
    def spoil(case, answer):
        first, *rest = answer.citations
        return replace(answer, citations=(replace(first, quote=f"不{first.quote}"), *rest))

    assert escaped(right, spoil) == []


def test_an_answer_to_an_unanswerable_case_is_caught(given):
    unanswerable = [case for case, _ in given if "answered" not in case.outcome and "partial" not in case.outcome]
    answers = [answer for case, answer in given if answer.status is Outcome.ANSWERED and answer.claims]

    assert len(unanswerable) >= 15
    assert not any(score(case, answers[0]).passed for case in unanswerable)


def perfect(case, answer):
    """Say every fact in its first wording, and cite every provision at its first place."""
    places = [places[0] for places in case.must_cite]
    unknown = dict.fromkeys(("document_number", "issued", "issuer", "region"))
    text = "，".join(wordings[0] for wordings in case.must_contain)
    citations = tuple(
        Citation(
            marker=number,
            document_id=place.partition("#")[0],
            document_title="某办法",
            address=place.partition("#")[2],
            heading="",
            quote=text,
            text=text,
            origin="digest",
            status_in_force="现行",
            **unknown,
        )
        for number, place in enumerate(places, 1)
    )
    claims = (Claim(text=text, citations=tuple(range(1, len(places) + 1))),) if places else ()
    return replace(answer, status=Outcome(case.outcome[0]), text=text, citations=citations, claims=claims, table=None)


def test_a_perfect_set_of_answers_scores_one(given):
    scores = [score(case, perfect(case, answer)) for case, answer in given]
    summary = summarise(scores)

    assert [one.case for one in scores if not one.passed] == []
    shares = (summary.passed, summary.outcome, summary.facts, summary.cited, summary.precision)
    assert shares == (1.0, 1.0, 1.0, 1.0, 1.0)
    assert (summary.clean, summary.verbatim, summary.supported) == (1.0, 1.0, 1.0)
