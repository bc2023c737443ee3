import numpy as np
import pytest

from index.embedding import embed_passages
from index.passages import Passage


def passage(number, words):
    return Passage(provision_id=f"条例#第{number}条", document_id="条例", context="条例", words=words)


PASSAGES = [
    passage(1, "行政机关应当公开征收标准。申请人应当提供身份证明。"),
    passage(2, "行政机关应当公开征收标准。"),
]


def quiet(done, total):
    pass


def test_a_passage_is_embedded_whole_and_sentence_by_sentence(embedder):
    first, second = embed_passages(PASSAGES, embedder, {}, quiet)

    assert np.array_equal(first.whole, embedder.embed([PASSAGES[0].embedding_text])[0])
    assert np.allclose(first.sentences, embedder.embed(PASSAGES[0].sentences), atol=1e-3)
    assert second.sentences.shape == (0, len(second.whole))


def test_what_is_known_is_taken_over(embedder, monkeypatch):
    known = dict(zip((one.sha256 for one in PASSAGES), embed_passages(PASSAGES, embedder, {}, quiet), strict=True))
    monkeypatch.setattr(type(embedder), "embed", lambda self, texts: pytest.fail("embedded again"))

    again = embed_passages(PASSAGES[::-1], embedder, known, quiet)

    assert np.array_equal(again[1].sentences, known[PASSAGES[0].sha256].sentences)


def test_equal_passages_are_each_given_their_vectors(embedder):
    first, second = embed_passages([PASSAGES[0], PASSAGES[0]], embedder, {}, quiet)

    assert np.array_equal(first.whole, second.whole)


def test_progress_counts_passages_to_the_end(embedder):
    told = []

    embed_passages(PASSAGES, embedder, {}, lambda done, total: told.append((done, total)))

    assert told[-1] == (2, 2)
