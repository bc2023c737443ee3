import numpy as np
import pytest

from index.embedding import embed_passages
from index.errors import LibraryError
from index.passages import Passage
from index.sentences import ENDS, SENTENCES, SentenceVectors, extend_sentences, write_sentences


def passage(number, words):
    return Passage(provision_id=f"条例#第{number}条", document_id="条例", context="条例", words=words)


LONG = passage(1, "行政机关应当公开征收标准。\n申请人应当提供身份证明。")
SHORT = passage(2, "行政机关应当公开征收标准。")
OTHER = passage(3, "行政机关可以收取费用。主管部门应当制定办法。")


def embedded(passages, embedder):
    return [one.sentences for one in embed_passages(passages, embedder, {}, lambda *step: None)]


def opened(folder, passages, embedder):
    write_sentences(folder, embedded(passages, embedder))
    return SentenceVectors(folder, passages=len(passages))


def cosines(vectors, rows, text, embedder, otherwise=-1.0):
    query = embedder.embed([text])
    return vectors.best(rows, query, np.full((len(rows), 1), otherwise, dtype=np.float32))[:, 0]


def test_a_question_that_repeats_a_sentence_is_as_like_it_as_can_be(tmp_path, embedder):
    vectors = opened(tmp_path, [SHORT, LONG, OTHER], embedder)

    found = cosines(vectors, [2, 1], LONG.sentences[1], embedder)

    assert found[1] == pytest.approx(1, abs=1e-3)
    assert found[0] < found[1]


def test_a_passage_of_one_sentence_keeps_what_it_has_as_a_whole(tmp_path, embedder):
    vectors = opened(tmp_path, [SHORT, LONG], embedder)

    assert SHORT.sentences == ()
    assert cosines(vectors, [0], LONG.sentences[1], embedder, otherwise=0.25)[0] == 0.25


def test_sentences_carry_their_context_and_leave_out_what_says_nothing():
    assert LONG.sentences == ("条例\n行政机关应当公开征收标准。", "条例\n申请人应当提供身份证明。")
    assert passage(1, "是的。\n申请人应当提供身份证明。").sentences == ()


def test_what_comes_later_follows_what_was_held(tmp_path, embedder):
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    opened(old, [LONG, SHORT], embedder)
    extend_sentences(new, old, embedded([OTHER], embedder))
    whole = opened(tmp_path, [LONG, SHORT, OTHER], embedder)
    extended = SentenceVectors(new, passages=3)

    for text in (*LONG.sentences, *OTHER.sentences):
        assert list(cosines(extended, [2, 0, 1], text, embedder)) == list(cosines(whole, [2, 0, 1], text, embedder))


def test_nothing_more_leaves_it_as_it_was(tmp_path, embedder):
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    opened(old, [LONG], embedder)
    extend_sentences(new, old, [])

    assert (new / SENTENCES).read_bytes() == (old / SENTENCES).read_bytes()


def test_a_library_of_single_sentences_has_no_vectors_and_still_opens(tmp_path, embedder):
    vectors = opened(tmp_path, [SHORT], embedder)

    assert cosines(vectors, [0], "收费", embedder, otherwise=0.5)[0] == 0.5


@pytest.mark.parametrize("name", [SENTENCES, ENDS])
@pytest.mark.parametrize("damage", [None, b"", b"\x93NUMPY"])
def test_damage_is_said(tmp_path, embedder, name, damage):
    write_sentences(tmp_path, embedded([LONG], embedder))
    (tmp_path / name).unlink()
    if damage is not None:
        (tmp_path / name).write_bytes(damage)

    with pytest.raises(LibraryError, match="句子向量"):
        SentenceVectors(tmp_path, passages=1)


def test_sentences_of_another_number_of_passages_are_refused(tmp_path, embedder):
    write_sentences(tmp_path, embedded([LONG], embedder))

    with pytest.raises(LibraryError, match="句子向量"):
        SentenceVectors(tmp_path, passages=2)
