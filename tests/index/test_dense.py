"""Exact search is the standard throughout: over what is held, with and without a scope."""

from dataclasses import replace

import numpy as np
import pytest

from index import dense
from index.dense import DenseIndex
from index.embedding import embed_passages
from index.passages import Passage
from index.sentences import SentenceVectors, write_sentences
from index.store import Store as OpenStore
from index.store import extend_store, write_store
from index.vectors import VectorIndex, write_collection

DOCUMENTS, EACH, DIMENSIONS = 12, 25, 16
LATER = 3


def unit(rows):
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


PASSAGES = [
    Passage(provision_id=f"文件{d:02}#第{n}条", document_id=f"文件{d:02}", context="", words=f"{d} {n}")
    for d in range(DOCUMENTS)
    for n in range(EACH)
]
VECTORS = unit(np.random.default_rng(7).standard_normal((len(PASSAGES) + LATER, DIMENSIONS)))
QUERIES = unit(np.random.default_rng(8).standard_normal((6, DIMENSIONS)))


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dense")
    write_store(folder / "store", [], PASSAGES)
    write_collection(folder / "chroma", PASSAGES, VECTORS[: len(PASSAGES)])
    return folder


def sentences(folder, passages, embedder):
    write_sentences(folder, [one.sentences for one in embed_passages(passages, embedder, {}, lambda *step: None)])
    return SentenceVectors(folder, passages=len(passages))


@pytest.fixture
def index(written, tmp_path, embedder):
    collection, store = VectorIndex(written / "chroma"), OpenStore(written / "store")
    yield DenseIndex(collection, VECTORS[: len(PASSAGES)], sentences(tmp_path, PASSAGES, embedder), store)
    collection.close()
    store.close()


@pytest.fixture
def exchanged(written, tmp_path, embedder):
    """文件03 has gone, and so have the old words of 文件05; its new ones came after the rest."""
    path = tmp_path / "store"
    path.write_bytes((written / "store").read_bytes())
    new = [
        replace(PASSAGES[0], provision_id=f"文件05#新{n}", document_id="文件05", words=f"新{n}") for n in range(LATER)
    ]
    extend_store(path, [], new, removed=["文件03", "文件05"], first_row=len(PASSAGES))
    collection, store = VectorIndex(written / "chroma"), OpenStore(path)
    held = [p if p.document_id not in ("文件03", "文件05") else None for p in PASSAGES] + new
    yield DenseIndex(collection, VECTORS, sentences(tmp_path, [*PASSAGES, *new], embedder), store), held
    collection.close()
    store.close()


def exact(query, held, limit, documents=None):
    """Search by brute force over a list with a passage, or None, for each vector."""
    fit = [n for n, p in enumerate(held) if p and (documents is None or p.document_id in documents)]
    return [held[n].provision_id for n in sorted(fit, key=lambda n: -float(VECTORS[n] @ query))[:limit]]


def ids(hits):
    return [hit.provision_id for hit in hits]


@pytest.mark.parametrize("limit", [1, 10, 10_000])
def test_without_a_scope_all_is_searched(index, limit):
    found = index.search(QUERIES, limit=limit)

    assert [ids(hits) for hits in found] == [exact(query, PASSAGES, limit) for query in QUERIES]
    assert index.count == len(PASSAGES)


@pytest.mark.parametrize("documents", [["文件03"], ["文件09", "文件00", "文件01"], ["文件05", "无此文件"]])
@pytest.mark.parametrize("limit", [1, 10, 10_000])
def test_a_scope_is_searched_exactly(index, documents, limit):
    found = index.search(QUERIES, limit=limit, documents=documents)

    assert [ids(hits) for hits in found] == [exact(query, PASSAGES, limit, documents) for query in QUERIES]


@pytest.mark.parametrize("limit", [5, 120])
def test_a_wide_scope_is_searched_like_a_narrow_one(index, monkeypatch, limit):
    monkeypatch.setattr(dense, "EXACT_ROWS", 50)
    documents = [f"文件{d:02}" for d in range(0, DOCUMENTS, 2)]

    found = index.search(QUERIES, limit=limit, documents=documents)

    assert [ids(hits) for hits in found] == [exact(query, PASSAGES, limit, documents) for query in QUERIES]


@pytest.mark.parametrize("documents", [[], ["无此文件"]])
def test_an_empty_or_unknown_scope_finds_nothing(index, documents):
    assert index.search(QUERIES[:2], limit=5, documents=documents) == [[], []]


def test_a_scope_of_thousands_of_documents_is_searched(index):
    documents = [*(f"别的{place}" for place in range(5000)), "文件02"]

    assert len(index.search(QUERIES[:1], limit=5, documents=documents)[0]) == 5


@pytest.mark.parametrize("documents", [None, ["文件02"]])
def test_a_row_without_direction_finds_nothing_and_leaves_the_others_alone(index, documents):
    rows = np.stack([QUERIES[0], np.zeros(DIMENSIONS), np.full(DIMENSIONS, np.nan), QUERIES[1]]).astype(np.float32)

    found = index.search(rows, limit=3, documents=documents)

    assert [len(hits) for hits in found] == [3, 0, 0, 3]
    assert ids(found[3]) == exact(QUERIES[1], PASSAGES, 3, documents)


@pytest.mark.parametrize("documents", [None, ["文件02"]])
def test_similarity_is_the_cosine_however_long_the_query(index, documents):
    one, longer = index.search(np.stack([QUERIES[0], QUERIES[0] * 40]), limit=4, documents=documents)
    by_id = {passage.provision_id: VECTORS[n] for n, passage in enumerate(PASSAGES)}

    assert ids(one) == ids(longer)
    for hit in [*one, *longer]:
        assert hit.similarity == pytest.approx(float(by_id[hit.provision_id] @ QUERIES[0]), abs=1e-5)


@pytest.mark.parametrize("documents", [None, ["文件03", "文件04", "文件05"]])
@pytest.mark.parametrize("limit", [1, 10, 10_000])
def test_after_an_exchange_the_new_is_found_and_the_old_is_not(exchanged, limit, documents):
    index, held = exchanged

    found = index.search(VECTORS[[100, 130, len(PASSAGES)]], limit=limit, documents=documents)

    assert [ids(hits) for hits in found] == [
        exact(VECTORS[row], held, limit, documents) for row in (100, 130, len(PASSAGES))
    ]
    assert index.count == len(PASSAGES) - 2 * EACH + LATER


def test_the_background_is_the_mean_over_all(index):
    means = index.background(QUERIES)

    assert means == pytest.approx((VECTORS[: len(PASSAGES)] @ QUERIES.T).mean(axis=0).tolist(), abs=1e-5)


def test_cosines_of_passages_are_given_in_the_order_asked(index):
    names = [PASSAGES[at].provision_id for at in (40, 3, 299)]

    whole = index.similarities(names, QUERIES).whole

    assert np.allclose(whole, VECTORS[[40, 3, 299]] @ QUERIES.T, atol=1e-6)
