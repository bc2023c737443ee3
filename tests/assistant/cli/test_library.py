from pathlib import Path

import pytest

from index.library import current_generation
from index.manifest import read_manifest


@pytest.fixture
def of_this_model(environment, model):
    """The model of the made-up library."""
    environment.setenv("DISCLOSURE_MODEL", str(model))


@pytest.mark.usefixtures("of_this_model")
def test_a_library_is_built_anew_of_the_folders_it_was_built_from(disclosure, library_folder, generation):
    folders = read_manifest(generation).folders

    ran = disclosure("index", "--library", library_folder)

    assert ran.code == 0
    assert ran.out.startswith("资料库已建立：2份文件，")
    assert ran.out.endswith(f"位置：{library_folder}\n")
    assert read_manifest(current_generation(library_folder)).folders == folders
    assert current_generation(library_folder) != generation
    assert all(Path(folder).is_dir() for folder in folders)


@pytest.mark.usefixtures("of_this_model")
def test_a_document_that_cannot_be_read_leaves_the_library_as_it_was(disclosure, library_folder, generation, texts):
    (texts / "broken.md").write_bytes(b"\xff\xfe\x00\x00\x81")

    ran = disclosure("index", "--documents", texts, "--library", library_folder)

    assert ran.code == 1
    assert "broken.md" in ran.err
    assert current_generation(library_folder) == generation


def test_another_model_rebuilds_the_library_and_is_named_as_the_reason(
    disclosure, environment, library_folder, generation, other_model
):
    environment.setenv("DISCLOSURE_MODEL", str(other_model))

    refused = disclosure("ask", "征地信息由谁公开", "--library", library_folder)
    ran = disclosure("index", "--library", library_folder)

    assert refused.code == 3
    assert "disclosure index" in refused.err
    assert "嵌入模型与上次不同" in ran.out
    assert "嵌入模型与上次不同" not in disclosure("index", "--library", library_folder).out
