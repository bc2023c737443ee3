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
