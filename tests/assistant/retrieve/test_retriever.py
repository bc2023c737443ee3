"""Among many provisions the documents on disclosure go first; among few none is favoured."""

import numpy as np
import pytest

from assistant.retrieve import retriever as retrieving
from assistant.retrieve.retriever import BEST, ProvisionRetriever

REGULATION = "disclosure-regulation-2019"
QUERY = "行政机关收到申请多久答复"


@pytest.fixture
def retriever(library):
    return ProvisionRetriever(library=library)


def found(retriever, **options):
    return retriever.invoke(QUERY, **options)


def test_the_best_provision_comes_first_and_scores_fall(retriever):
    hits = found(retriever)
    scores = [hit.metadata["score"] for hit in hits]

    assert hits[0].id.startswith(f"{REGULATION}#第三十三条")
    assert scores == sorted(scores, reverse=True)
    assert len(hits) == BEST


def test_a_scope_is_kept_to(retriever):
    hits = found(retriever, documents=["shanghai-2014-work-points"])

    assert {hit.id.partition("#")[0] for hit in hits} == {"shanghai-2014-work-points"}
    assert found(retriever, documents=[]) == []


def test_among_few_provisions_no_document_is_favoured(retriever, monkeypatch):
    before = {hit.id: hit.metadata["score"] for hit in found(retriever)}
    monkeypatch.setattr(retrieving, "ON_SUBJECT", 9.0)

    assert {hit.id: hit.metadata["score"] for hit in found(retriever)} == before


def test_among_many_provisions_a_document_on_the_subject_is_favoured(retriever, monkeypatch):
    monkeypatch.setattr(retrieving, "FEW", 10)
    monkeypatch.setattr(retrieving, "on_subject", lambda documents: frozenset({"shanghai-2014-work-points"}))
    monkeypatch.setattr(retrieving, "LEAST_ON_SUBJECT", 0.0)
    monkeypatch.setattr(retrieving, "ON_SUBJECT", 0.0)
    before = {hit.id: hit.metadata["score"] for hit in found(retriever)}
    monkeypatch.setattr(retrieving, "ON_SUBJECT", 5.0)
    after = found(retriever)

    assert after[0].id.startswith("shanghai-2014-work-points#")
    assert all(
        np.isclose(hit.metadata["score"] - before[hit.id], 5.0 if hit.id.startswith("shanghai") else 0.0)
        for hit in after
        if hit.id in before
    )


def test_documents_on_the_subject_that_are_nothing_like_the_question_are_not_favoured(retriever, monkeypatch):
    monkeypatch.setattr(retrieving, "FEW", 10)
    monkeypatch.setattr(retrieving, "on_subject", lambda documents: frozenset({"shanghai-2014-work-points"}))
    monkeypatch.setattr(retrieving, "LEAST_ON_SUBJECT", 1.0)
    monkeypatch.setattr(retrieving, "ON_SUBJECT", 5.0)

    assert found(retriever)[0].id.startswith(f"{REGULATION}#第三十三条")


def test_signs_are_shares(retriever):
    for hit in found(retriever):
        assert all(0 <= hit.metadata["signs"][sign] <= 1 for sign in ("coverage", "rare", "similarity"))


def test_words_of_the_title_count_as_said_by_every_provision(retriever, monkeypatch):
    def coverage():
        hits = retriever.invoke("细化分解", documents=["city-2014-breakdown-table"], topic="分解细化方案")
        return {hit.id: hit.metadata["signs"]["coverage"] for hit in hits}

    titled = coverage()
    monkeypatch.setattr(retrieving.ProvisionRetriever, "_title", lambda *_: "")
    bare = coverage()

    assert min(titled.values()) == pytest.approx(1.0)
    assert min(bare.values()) < 0.5
