import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
import threading

import pytest

from index.errors import LibraryError
from index.library import CURRENT, EMBEDDINGS, LEXICAL, STORE, VECTORS, Library, current_generation
from index.manifest import NAME, hash_files, read_manifest
from index.sentences import ENDS, SENTENCES

WORK_POINTS, MEASURES = "fictional-2014-work-points", "fictional-measures"
QUESTION = "征收土地的补偿标准应当公开"


def refusal(folder, embedder):
    with pytest.raises(LibraryError) as told:
        Library(folder, embedder)
    assert "\n" not in str(told.value)
    assert "disclosure index" in str(told.value)
    return str(told.value)


def answers(library):
    """Whatever an answer is made of, for one question."""
    return (
        library.search_lexical(QUESTION, limit=20, documents=None),
        library.search_dense(library.embed([QUESTION]), limit=20, documents=None),
        library.documents(),
        library.document_provisions(MEASURES),
    )


def change_manifest(folder, **fields):
    manifest = read_manifest(folder)
    (folder / NAME).write_text(manifest.model_copy(update=fields).model_dump_json(), "utf-8")


def test_both_searches_find_the_provision(library):
    vector = library.embed([QUESTION])

    assert library.search_lexical(QUESTION, limit=1, documents=None)[0].provision_id == f"{WORK_POINTS}#一、(二)"
    assert library.search_dense(vector, limit=1, documents=None)[0][0].provision_id == f"{WORK_POINTS}#一、(二)"


def test_both_searches_keep_to_the_scope(library):
    vector = library.embed([QUESTION])

    for documents, count in (([MEASURES], 8), ([], 0)):
        lexical = library.search_lexical("公开", limit=20, documents=documents)
        (dense,) = library.search_dense(vector, limit=20, documents=documents)
        assert len(dense) == count
        assert all(hit.provision_id.startswith(MEASURES) for hit in [*lexical, *dense])


def test_an_empty_question_finds_nothing(library):
    assert library.search_lexical("", limit=5, documents=None) == []
    assert library.search_dense(library.embed([""]), limit=5, documents=None) == [[]]


def test_every_hit_is_a_provision_whose_words_stand_in_the_text(library):
    for hit in library.search_dense(library.embed([QUESTION]), limit=20, documents=None)[0]:
        document_id, _, address = hit.provision_id.partition("#")
        provision = library.provision(document_id, address)
        assert provision is not None
        assert library.document_text(document_id)[provision.start : provision.end] == provision.text


def test_what_is_not_held_is_none(library):
    assert library.document("nowhere") is None
    assert library.provision(MEASURES, "第九十九条") is None


def test_opening_and_searching_change_nothing_in_the_generation(generation, embedder):
    before = hash_files(generation)

    library = Library(generation, embedder)
    answers(library)

    assert hash_files(generation) == before
    library.close()
    assert hash_files(generation) == before


def test_every_file_of_a_generation_is_in_its_manifest(generation):
    assert set(hash_files(generation)) == {NAME, *read_manifest(generation).files}


def damages(path):
    """The ways to damage a file, as (what was done, content or None for none)."""
    whole = path.read_bytes()
    middle = len(whole) // 2
    yield "removed", None
    yield "grown", whole + b"\x00"
    if whole:
        yield "flipped", whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]
        yield "halved", whole[:middle]
        yield "emptied", b""


def test_damage_to_any_file_is_found_before_anything_is_opened(generation, embedder):
    names = list(read_manifest(generation).files)
    assert {name.partition("/")[0] for name in names} == {STORE, LEXICAL, VECTORS, EMBEDDINGS, SENTENCES, ENDS}

    for name in names:
        path = generation / name
        whole = path.read_bytes()
        for done, content in damages(path):
            path.unlink() if content is None else path.write_bytes(content)
            assert name in refusal(generation, embedder), done
            path.write_bytes(whole)

    Library(generation, embedder).close()


@pytest.mark.parametrize("damage", [None, b"", b"{", b"\xff\xff"])
def test_a_damaged_manifest_is_said(generation, embedder, damage):
    (generation / NAME).unlink()
    if damage is not None:
        (generation / NAME).write_bytes(damage)

    assert "清单" in refusal(generation, embedder)


def test_files_that_do_not_belong_to_the_generation_are_left_alone(generation, embedder):
    (generation / VECTORS / "chroma.sqlite3-journal").write_bytes(b"\xff" * 5000)
    (generation / "Thumbs.db").write_bytes(b"x")

    library = Library(generation, embedder)

    assert answers(library)[1]
    library.close()


def test_another_model_is_refused(generation, other_model):
    from index.embed import open_embedder

    assert "另一个嵌入模型" in refusal(generation, open_embedder(other_model))


def test_another_version_of_chroma_is_refused(generation, embedder):
    change_manifest(generation, chromadb="1.4.0")

    assert "Chroma 1.4.0" in refusal(generation, embedder)


def test_a_missing_generation_is_said(tmp_path, embedder):
    assert str(tmp_path) in refusal(tmp_path / "generations" / "1", embedder)


def test_nothing_published_is_none(tmp_path):
    assert current_generation(tmp_path) is None
    assert current_generation(tmp_path / "nowhere") is None
    (tmp_path / "file").write_text("x", "utf-8")
    assert current_generation(tmp_path / "file") is None


@pytest.mark.parametrize(
    "content", [b"", b"00001795218364827180", b"../../..", b"/", b".building", b"\xff\xfe", b"\x00"]
)
def test_a_pointer_to_nowhere_is_said_and_not_taken_for_an_empty_library(library_folder, content):
    (library_folder / CURRENT).write_bytes(content)

    with pytest.raises(LibraryError, match="disclosure index") as told:
        current_generation(library_folder)

    assert "\n" not in str(told.value)


def test_a_place_with_blanks_and_chinese_is_fine(built, tmp_path, embedder, library):
    place = shutil.copytree(built, tmp_path / "我的 资料库 100%#?")

    opened = Library(current_generation(place), embedder)

    assert answers(opened) == answers(library)
    opened.close()


def test_an_open_library_goes_on_when_its_folder_is_gone(library_folder, embedder, library):
    opened = Library(current_generation(library_folder), embedder)
    shutil.rmtree(library_folder)

    assert answers(opened) == answers(library)
    opened.close()


def test_one_generation_is_opened_many_times_at_once(generation, embedder, library):
    opened = [Library(generation, embedder) for _ in range(4)]

    assert all(answers(one) == answers(library) for one in opened)
    for one in opened:
        one.close()


def test_many_threads_ask_one_library(library):
    found = []
    threads = [threading.Thread(target=lambda: found.append(answers(library))) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [answers(library)] * 12


def test_closing_leaves_nothing_in_the_temporary_place(generation, embedder, tmp_path, monkeypatch):
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))

    library = Library(generation, embedder)
    assert len(list(place.iterdir())) == 1
    library.close()

    assert list(place.iterdir()) == []


def test_a_refused_library_leaves_nothing_either(generation, embedder, tmp_path, monkeypatch):
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    (generation / STORE).unlink()

    refusal(generation, embedder)

    assert list(place.iterdir()) == []


def test_a_full_temporary_place_is_said_in_one_line(generation, embedder, full_disk):
    with full_disk(1_000), pytest.raises(LibraryError, match="临时文件夹无法写入") as told:
        Library(generation, embedder)

    assert "\n" not in str(told.value)


READ = """
    import os, sys
    from pathlib import Path
    from index.embed import open_embedder
    from index.library import Library, current_generation

    folder, embedder = current_generation(Path(sys.argv[1])), open_embedder(Path(sys.argv[2]))
    if os.getuid() == 0:  # root may write anywhere; what is imported late is imported before that changes
        Library(folder, embedder)
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    assert not os.access(folder, os.W_OK)
    library = Library(folder, embedder)
    print(len(library.search_dense(library.embed(["公开"]), limit=5, documents=None)[0]))
"""


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no POSIX permissions")
def test_a_read_only_library_is_read(library_folder, model):
    # Outside pytest's own folder, into which another user may not look.
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(library_folder, f"{place}/library")
        shutil.copytree(model, f"{place}/model")
        for folder, _, names in os.walk(place, topdown=False):
            for path in [*(os.path.join(folder, name) for name in names), folder]:
                os.chmod(path, 0o555 if os.path.isdir(path) else 0o444)
        command = [sys.executable, "-c", textwrap.dedent(READ), f"{place}/library", f"{place}/model"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        os.chmod(place, 0o700)
        for folder, names, _ in os.walk(place):
            for name in names:
                os.chmod(os.path.join(folder, name), 0o700)

    assert (done.stdout.strip(), done.returncode) == ("5", 0), done.stderr
