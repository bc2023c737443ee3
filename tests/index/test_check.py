import sys
from dataclasses import replace

import numpy as np
import pytest

from index.build import read_documents
from index.check import check_generation, check_in_child
from index.embedding import embed_passages
from index.errors import LibraryError
from index.lexical import write_lexical_index
from index.library import EMBEDDINGS, LEXICAL, STORE, VECTORS
from index.passages import passages
from index.sentences import write_sentences
from index.store import write_store
from index.vectors import write_collection


class Generation:
    """The parts of a generation, to be written rightly or wrongly."""

    def __init__(self, folder, documents, embedder):
        self.folder, self.documents = folder, documents
        self.passages = [passage for document in documents for passage in passages(document)]
        self.embedded = embed_passages(self.passages, embedder, {}, lambda *step: None)
        self.vectors = np.stack([one.whole for one in self.embedded])

    def write(self, *, lexical=None, dense=None, vectors=None, searched=None):
        dense = self.passages if dense is None else dense
        self.folder.mkdir()
        write_store(self.folder / STORE, self.documents, self.passages if searched is None else searched)
        np.save(self.folder / EMBEDDINGS, self.vectors)
        write_sentences(self.folder, [one.sentences for one in self.embedded])
        write_lexical_index(self.folder / LEXICAL, self.passages if lexical is None else lexical)
        write_collection(self.folder / VECTORS, dense, self.vectors[: len(dense)] if vectors is None else vectors)
        return self.folder


@pytest.fixture
def parts(tmp_path, texts, embedder):
    return Generation(tmp_path / "generation", read_documents([texts]), embedder)


def test_a_whole_generation_has_nothing_wrong(parts):
    assert check_generation(parts.write()) == []


def test_a_passage_missing_from_the_words_is_counted(parts):
    assert check_generation(parts.write(lexical=parts.passages[:-1])) == ["检索索引 14 条，应为 15 条"]


def test_a_passage_missing_from_the_vectors_is_counted(parts):
    assert check_generation(parts.write(dense=parts.passages[:-1])) == ["向量索引 14 条，应为 15 条"]


def test_vectors_of_something_else_do_not_find_themselves(parts):
    other = np.random.default_rng(3).standard_normal(parts.vectors.shape).astype(np.float32)

    wrong = check_generation(parts.write(vectors=other))

    assert len(wrong) == len(parts.passages)
    assert all("向量索引中找不到自身" in line for line in wrong)


def test_words_of_something_else_do_not_find_themselves(parts):
    other = [replace(passage, words="x", context="x") for passage in parts.passages]

    assert all("检索索引中找不到自身" in line for line in check_generation(parts.write(lexical=other)))


def test_vectors_in_another_order_are_told(parts):
    wrong = check_generation(parts.write(searched=parts.passages[::-1]))

    assert sum("向量索引中找不到自身" in line for line in wrong) >= len(parts.passages) - 1


def test_words_that_were_not_embedded_are_told(parts):
    other = [replace(passage, words="x") for passage in parts.passages]

    assert check_generation(parts.write(searched=other)) == ["向量与条款对不上"]


def test_only_the_documents_named_are_compared(parts):
    one, other = (document.id for document in parts.documents)
    changed = [replace(p, words="x") if p.document_id == other else p for p in parts.passages]
    folder = parts.write(searched=changed)

    assert check_generation(folder, [one]) == []
    assert check_generation(folder, [other]) == ["向量与条款对不上"]
    check_in_child(folder, [one])
    assert "对不上" in failure(folder, [other])


def test_checking_changes_nothing_but_reads(parts):
    parts.write()
    before = {path: path.read_bytes() for path in parts.folder.rglob("*") if path.is_file()}

    check_generation(parts.folder)

    assert {path: path.read_bytes() for path in parts.folder.rglob("*") if path.is_file()} == before


def failure(folder, documents=None):
    with pytest.raises(LibraryError, match=r"没有通过自检：.+；原有资料库保持不变") as told:
        check_in_child(folder, documents)
    assert "\n" not in str(told.value)
    return str(told.value)


def test_a_chroma_folder_that_cannot_be_read_is_an_error_here(parts):
    parts.write()
    (parts.folder / VECTORS / "chroma.sqlite3").write_bytes(b"\xff" * 5000)

    assert "向量索引已损坏" in failure(parts.folder)


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
def test_a_child_that_crashes_is_an_error_here(tmp_path, monkeypatch):
    crashing = tmp_path / "python"
    crashing.write_text("#!/bin/sh\nkill -SEGV $$\n", "utf-8")
    crashing.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(crashing))

    assert "进程崩溃" in failure(tmp_path)


def test_the_child_is_not_led_astray_by_the_folder_it_is_called_from(parts, tmp_path, monkeypatch):
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "__init__.py").write_text("raise SystemExit(7)", "utf-8")
    (tmp_path / "json.py").write_text("raise SystemExit(8)", "utf-8")
    monkeypatch.chdir(tmp_path)

    check_in_child(parts.write())
