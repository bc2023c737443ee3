import sqlite3
import threading
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest

from index.errors import LibraryError
from index.passages import Passage
from index.vectors import VectorIndex, write_collection

COUNT = 60


def passage(place):
    document = "甲" if place % 3 else "乙"
    return Passage(provision_id=f"{document}#第{place}条", document_id=document, context="", words=f"第{place}条")


PASSAGES = [passage(place) for place in range(COUNT)]


def unit(rows):
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


VECTORS = unit(np.random.default_rng(7).standard_normal((COUNT, 16)))


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("向量 collection") / "chroma"
    write_collection(folder, PASSAGES, VECTORS)
    opened = VectorIndex(folder)
    yield opened
    opened.close()


def exact(vector, places):
    """Search by brute force."""
    ranked = sorted(places, key=lambda place: -float(VECTORS[place] @ vector[0]))
    return [PASSAGES[place].provision_id for place in ranked]


def ids(hits):
    return [hit.provision_id for hit in hits]


def test_the_closest_comes_first_as_in_an_exact_search(index):
    for query in unit(np.random.default_rng(8).standard_normal((10, 16))):
        assert ids(index.search(query[None], limit=10)[0]) == exact(query[None], range(COUNT))[:10]


def test_similarity_is_the_cosine_and_higher_is_closer(index):
    hits = index.search(VECTORS[5:6], limit=COUNT)[0]

    assert hits[0].similarity == pytest.approx(1.0, abs=1e-5)
    assert [hit.similarity for hit in hits] == sorted((hit.similarity for hit in hits), reverse=True)
    by_id = {PASSAGES[place].provision_id: place for place in range(COUNT)}
    for hit in hits:
        assert hit.similarity == pytest.approx(float(VECTORS[by_id[hit.provision_id]] @ VECTORS[5]), abs=1e-5)


def test_the_opposite_has_similarity_minus_one(index):
    last = index.search(-VECTORS[5:6], limit=COUNT)[0][-1]

    assert (last.provision_id, round(last.similarity, 4)) == (PASSAGES[5].provision_id, -1.0)


def test_many_queries_are_answered_in_their_order(index):
    several = index.search(VECTORS[:5], limit=3)

    assert [hits[0].provision_id for hits in several] == [PASSAGES[place].provision_id for place in range(5)]


def test_a_collection_of_thousands_opens_without_inserting_them_anew(tmp_path):
    count = 2_500
    held = [replace(PASSAGES[0], provision_id=f"甲#第{place}条") for place in range(count)]
    write_collection(tmp_path / "chroma", held, unit(np.random.default_rng(9).standard_normal((count, 16))))

    with closing(sqlite3.connect(tmp_path / "chroma" / "chroma.sqlite3")) as log:
        (latest,) = log.execute("SELECT max(seq_id) FROM embeddings_queue").fetchone()
        (written,) = log.execute("SELECT max(seq_id) FROM max_seq_id").fetchone()
    assert written == latest == count


def test_a_longer_query_vector_means_the_same(index):
    one, other = index.search(VECTORS[3:4], limit=5)[0], index.search(VECTORS[3:4] * 40, limit=5)[0]

    assert ids(one) == ids(other)
    assert other[0].similarity == pytest.approx(1.0, abs=1e-5)


def test_a_limit_above_the_count_returns_all(index):
    assert index.count == COUNT
    assert len(index.search(VECTORS[:1], limit=10_000)[0]) == COUNT


def test_many_threads_search_at_once(index):
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(ids(index.search(VECTORS[:1], limit=9)[0]))) for _ in range(16)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [found[0]] * 16


def test_ids_of_any_writing_come_back_as_they_were(tmp_path):
    names = ["某市#附件1·三、第2行", "𠮷#第十条", "a b'\"%#(一)", "é#1.1"]
    held = [Passage(provision_id=name, document_id=name, context="", words="x") for name in names]
    write_collection(tmp_path / "chroma", held, VECTORS[: len(names)])
    index = VectorIndex(tmp_path / "chroma")

    assert [index.search(VECTORS[n : n + 1], limit=1)[0][0].provision_id for n in range(len(names))] == names
    index.close()


def test_passages_of_all_batches_are_held_with_their_own_vectors(tmp_path, monkeypatch):
    monkeypatch.setattr("index.vectors.BATCH", 7)
    write_collection(tmp_path / "chroma", PASSAGES, VECTORS)
    index = VectorIndex(tmp_path / "chroma")

    found = [index.search(VECTORS[place : place + 1], limit=1)[0][0].provision_id for place in range(COUNT)]
    assert found == [passage.provision_id for passage in PASSAGES]
    index.close()


def test_a_folder_without_collection_is_said_in_one_line(tmp_path):
    with pytest.raises(LibraryError, match="disclosure index") as told:
        VectorIndex(tmp_path / "missing")

    assert "\n" not in str(told.value)


def test_a_full_disk_is_an_os_error(tmp_path, full_disk):
    with full_disk(20_000), pytest.raises(OSError, match="disk"):
        write_collection(tmp_path / "chroma", PASSAGES, VECTORS)
