"""A library too small to be extended is made to count as large; what is extended must answer as if built anew."""

import shutil

import pytest

from index import changes
from index.build import build
from index.embed import open_embedder
from index.errors import DocumentError
from index.library import STORE, VECTORS, Library, current_generation
from index.manifest import read_manifest

WORK_POINTS, MEASURES = "fictional-2014-work-points", "fictional-measures"
QUESTIONS = ["征收土地的补偿标准应当公开", "行政处罚的依据", "扶贫、住房", "财政预算"]
NEW = """---
title: 某县政府信息公开规定
issuer: 某县人民政府
origin: official
---

第一条 住房保障信息应当公开。

第二条 教育收费信息由县教育局负责公开。
"""


@pytest.fixture
def large(monkeypatch):
    monkeypatch.setattr(changes, "SMALLEST_EXTENDED", 1)


def extended(library_folder, texts, embedder):
    """Build after a change; return the new generation, and whether Chroma's collection was taken over."""
    old = current_generation(library_folder)
    new = build(library_folder, [texts], embedder, progress=lambda *step: None)
    name = f"{VECTORS}/chroma.sqlite3"
    return new, read_manifest(old).files[name] == read_manifest(new).files[name]


def answers(folder, embedder):
    library = Library(folder, embedder)
    found = []
    for scope in (None, [MEASURES], [WORK_POINTS, "new"]):
        for question in QUESTIONS:
            (dense,) = library.search_dense(library.embed([question]), limit=50, documents=scope)
            found.append({hit.provision_id: round(hit.similarity, 5) for hit in dense})
            found.append({hit.provision_id for hit in library.search_lexical(question, limit=50, documents=scope)})
    held = [(document, library.document_provisions(document.id)) for document in library.documents()]
    counts = library.manifest.documents, library.manifest.provisions, library.manifest.passages
    library.close()
    return found, held, counts


def assert_as_if_built_anew(new, texts, tmp_path, embedder):
    anew = build(tmp_path / "anew", [texts], embedder, progress=lambda *step: None)
    assert answers(new, embedder) == answers(anew, embedder)
    ours, theirs = read_manifest(new), read_manifest(anew)
    assert (ours.sources, ours.code, ours.folders) == (theirs.sources, theirs.code, theirs.folders)


def change(texts):
    file = texts / f"{MEASURES}.md"
    file.write_text(file.read_text("utf-8").replace("扶贫、教育", "扶贫、住房"), "utf-8")


def remove(texts):
    (texts / f"{MEASURES}.md").unlink()


def add(texts):
    (texts / "new.md").write_text(NEW, "utf-8")


def exchange(texts):
    remove(texts)
    add(texts)


@pytest.mark.parametrize("happens", [change, remove, add, exchange])
def test_what_is_extended_answers_as_if_built_anew(library_folder, texts, embedder, tmp_path, large, happens):
    happens(texts)

    new, is_extended = extended(library_folder, texts, embedder)

    assert is_extended
    assert_as_if_built_anew(new, texts, tmp_path, embedder)


def test_extensions_add_up(library_folder, texts, embedder, tmp_path, large):
    for happens in (add, change, remove):
        happens(texts)
        new, is_extended = extended(library_folder, texts, embedder)
        assert is_extended

    assert_as_if_built_anew(new, texts, tmp_path, embedder)


def test_only_what_changed_is_read(library_folder, texts, embedder, large, monkeypatch):
    read = []
    monkeypatch.setattr("index.build.load_files", lambda files: read.extend(files) or original(files))
    from index.read.folder import load_files as original

    add(texts)
    extended(library_folder, texts, embedder)

    assert [file.name for file in read] == ["new.md"]


def test_a_small_library_is_built_anew(library_folder, texts, embedder):
    add(texts)

    assert not extended(library_folder, texts, embedder)[1]


@pytest.mark.parametrize(("limit", "happens"), [("LONGEST_TAIL", add), ("MOST_GONE", remove)])
def test_too_much_change_builds_anew(library_folder, texts, embedder, tmp_path, large, monkeypatch, limit, happens):
    monkeypatch.setattr(changes, limit, 1)
    happens(texts)

    new, is_extended = extended(library_folder, texts, embedder)

    assert not is_extended
    assert_as_if_built_anew(new, texts, tmp_path, embedder)


def test_what_may_be_the_same_instrument_is_built_anew_with_it(library_folder, texts, embedder, tmp_path, large):
    digest = NEW.replace("official", "digest").replace("某县政府信息公开规定", "某省政府信息公开办法")
    (texts / "digest.md").write_text(digest.replace("某县人民政府", "某省人民政府"), "utf-8")

    new, is_extended = extended(library_folder, texts, embedder)
    assert not is_extended
    assert read_manifest(new).documents == 2
    remove(texts)
    new, is_extended = extended(library_folder, texts, embedder)

    assert not is_extended
    assert_as_if_built_anew(new, texts, tmp_path, embedder)


def test_the_same_instrument_twice_is_refused_as_ever(library_folder, texts, embedder, large):
    shutil.copy(texts / f"{MEASURES}.md", texts / "copy.md")

    with pytest.raises(DocumentError, match=r"copy\.md"):
        build(library_folder, [texts], embedder, progress=lambda *step: None)


def test_damage_or_another_model_builds_anew(library_folder, texts, embedder, other_model, large):
    add(texts)
    (current_generation(library_folder) / STORE).write_bytes(b"\xff" * 100)
    assert not extended(library_folder, texts, embedder)[1]

    change(texts)
    assert not extended(library_folder, texts, open_embedder(other_model))[1]


def test_an_open_library_goes_on_while_another_is_extended(library_folder, texts, embedder, large):
    old = current_generation(library_folder)
    reader = Library(old, embedder)
    before = reader.search_dense(reader.embed(QUESTIONS), limit=50, documents=None)

    exchange(texts)
    extended(library_folder, texts, embedder)

    assert reader.search_dense(reader.embed(QUESTIONS), limit=50, documents=None) == before
    assert reader.document(MEASURES) is not None
    reader.close()
