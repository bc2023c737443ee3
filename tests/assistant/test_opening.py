import json
import shutil

import pytest

from assistant.opening import open_assistant, ready_generation, rebuild
from assistant.settings import Settings
from index.embed import open_embedder, shipped_embedder, shipped_model
from index.errors import DocumentError, LibraryError
from index.library import CURRENT, current_generation
from index.manifest import FORMAT, NAME, read_manifest


def ignore(step, done, total):
    pass


def never(step, done, total):
    pytest.fail(f"built again: {step}")


@pytest.fixture
def settings(library_folder, built, model):
    """The built library with the folder it was built from."""
    return Settings(library=library_folder, documents=(built.parent / "texts",), model=model)


def without_folders(settings):
    return settings.model_copy(update={"documents": ()})


def test_a_library_of_the_same_texts_is_opened_as_it_is(settings, embedder, generation):
    assert ready_generation(settings, embedder, never) == generation


def test_a_library_is_built_where_there_is_none(settings, embedder, tmp_path):
    fresh = settings.model_copy(update={"library": tmp_path / "我的 库"})

    folder = ready_generation(fresh, embedder, ignore)

    assert folder == current_generation(tmp_path / "我的 库")
    assert read_manifest(folder).documents == 2


def test_a_changed_text_is_built_anew(settings, embedder, generation, texts):
    (texts / "fictional-measures.md").unlink()

    folder = ready_generation(settings.model_copy(update={"documents": (texts,)}), embedder, ignore)

    assert folder != generation
    assert read_manifest(folder).documents == 1


def test_a_library_of_other_folders_serves_until_folders_are_named(settings, embedder, generation):
    assert ready_generation(without_folders(settings), embedder, never) == generation


def test_rebuilding_tells_where_the_folders_of_last_time_are_gone(settings, embedder, generation, tmp_path):
    gone = read_manifest(generation).model_copy(update={"folders": (str(tmp_path / "gone"),)})
    (generation / NAME).write_text(gone.model_dump_json(), "utf-8")

    with pytest.raises(DocumentError, match="gone"):
        rebuild(without_folders(settings), embedder, ignore)


def test_another_model_is_refused_and_rebuilding_from_the_same_folders_mends_it(settings, generation, other_model):
    other, settings = open_embedder(other_model), settings.model_copy(update={"model": other_model})
    with pytest.raises(LibraryError, match="另一个嵌入模型建立的；请运行 disclosure index 重建"):
        ready_generation(settings, other, never)

    folder = rebuild(without_folders(settings), other, ignore)

    assert ready_generation(settings, other, never) == folder
    assert read_manifest(folder).folders == read_manifest(generation).folders


def test_the_new_model_of_a_new_program_embeds_the_same_folders_anew(settings, generation):
    shipped, before = shipped_embedder(), read_manifest(generation)
    updated = without_folders(settings).model_copy(update={"model": shipped_model()})

    folder = ready_generation(updated, shipped, ignore)

    assert folder != generation
    assert read_manifest(folder).model_sha256 == shipped.sha256 != before.model_sha256
    assert read_manifest(folder).folders == before.folders


@pytest.mark.parametrize("name", [CURRENT, NAME])
def test_a_damaged_library_is_never_replaced_behind_ones_back(settings, embedder, generation, name):
    damaged = settings.library / CURRENT if name == CURRENT else generation / NAME
    damaged.write_bytes(b"")

    with pytest.raises(LibraryError, match="disclosure index"):
        ready_generation(without_folders(settings), embedder, never)


def test_a_document_that_cannot_be_read_leaves_the_library_as_it_was(settings, embedder, generation, texts):
    (texts / "broken.md").write_text("x", "utf-8")

    with pytest.raises(DocumentError, match=r"broken\.md"):
        ready_generation(settings.model_copy(update={"documents": (texts,)}), embedder, ignore)

    assert current_generation(settings.library) == generation


def test_the_assistant_answers_from_the_library_that_is_named(settings):
    assistant = open_assistant(settings, never)

    assert [document.title for document in assistant.documents()] == [
        "某市2014年政府信息公开工作要点",
        "某省政府信息公开办法",
    ]


def test_a_missing_model_is_told_before_the_library_is_touched(settings, tmp_path):
    shutil.rmtree(settings.library)
    missing = settings.model_copy(update={"model": tmp_path / "nowhere"})

    with pytest.raises(LibraryError, match="nowhere"):
        open_assistant(missing, never)

    assert not settings.library.exists()


def of_format(generation, version):
    record = json.loads((generation / NAME).read_text("utf-8"))
    (generation / NAME).write_text(json.dumps({"format": version, "folders": record["folders"]}), "utf-8")


def test_a_library_of_an_older_program_is_made_anew_of_the_same_folders(settings, embedder, generation):
    of_format(generation, FORMAT - 1)

    folder = ready_generation(without_folders(settings), embedder, ignore)

    assert folder != generation
    assert read_manifest(folder).folders == (str(settings.documents[0].resolve()),)


def test_a_library_of_a_newer_program_is_left_alone(settings, embedder, generation):
    of_format(generation, FORMAT + 1)

    with pytest.raises(LibraryError, match="格式版本"):
        ready_generation(settings, embedder, never)
