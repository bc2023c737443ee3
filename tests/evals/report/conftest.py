"""A run on disk with one answer that passed, one that did not, and one that could not be scored."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from assistant.answer import Answer, Citation, Outcome, Retrieved
from evals.answers import Given
from evals.cases import Case
from evals.report.contents import gather
from evals.run import rescore
from evals.run_folder import RunFolder, RunSettings

HOSTILE = '=HYPERLINK("http://elsewhere.example")<script>alert(1)</script>'


def citation(address: str) -> Citation:
    return Citation(
        marker=1,
        document_id="doc",
        document_title="某市办法",
        document_number=None,
        address=address,
        heading="",
        quote="应当在20日内公开",
        text="应当在20日内公开。",
        origin="digest",
        status_in_force="现行",
        issued=None,
        issuer=None,
        region=None,
    )


def answer(text: str, score: float) -> Answer:
    looked_at = (Retrieved(document_id="doc", address="第一条", score=score, cited=True),)
    given = Answer(
        question="？", status=Outcome.ANSWERED, text=text, citations=(citation("第一条"),), retrieved=looked_at
    )
    return replace(given, timings_ms={"total": score * 10})


@pytest.fixture
def run(tmp_path):
    plain = {"kind": "fact", "author": "test", "must_cite": [["doc#第一条"]], "must_contain": [["20日"]]}
    cases = [
        Case.model_validate(plain | {"id": "a", "question": "几日公开？"}),
        Case.model_validate(plain | {"id": "b", "question": HOSTILE}),
        Case.model_validate(plain | {"id": "c", "question": "丙？", "must_cite": [["elsewhere#第一条"]]}),
    ]
    settings = RunSettings(
        started=datetime(2026, 11, 21, 9, 30, tzinfo=UTC),
        version="1",
        commit=None,
        generation="01",
        documents={},
        model_sha256="",
        composer="extractive",
        repeat=1,
        cases="same",
        options={},
    )
    folder = RunFolder.create(tmp_path / "runs", settings, cases, {"doc#第一条": "x"})
    said = {"a": answer("20日内。", 2.0), "b": answer(f"-1+1 {HOSTILE}", 1.0), "c": answer("20日内。", 0.5)}
    folder.append(
        Given(case=case.id, repeat=1, question=case.question, history=(), answer=said[case.id]) for case in cases
    )
    rescore(folder)
    return folder


@pytest.fixture
def contents(run, tmp_path):
    return gather(run, library=tmp_path / "library", against=None)
