import json
from datetime import UTC, datetime

import pytest

from index.errors import DocumentError, LibraryError
from index.manifest import (
    FORMAT,
    NAME,
    Manifest,
    Source,
    hash_files,
    hash_sources,
    is_made_of,
    read_manifest,
    reading_code,
    write_manifest,
)


@pytest.fixture
def manifest():
    return Manifest(
        format=FORMAT,
        created=datetime(2026, 11, 20, 8, tzinfo=UTC),
        model_sha256="0" * 64,
        dimensions=64,
        folders=("/政策 文件",),
        code="1" * 64,
        sources={"0/要点.md": Source(sha256="3" * 64, document="要点")},
        documents=2,
        provisions=19,
        passages=15,
        in_collection=15,
        chromadb="1.5.9",
        files={"lexical/meta.json": "2" * 64},
    )


def test_what_was_written_is_read(tmp_path, manifest):
    write_manifest(tmp_path, manifest)

    assert read_manifest(tmp_path) == manifest


def test_a_manifest_is_never_overwritten(tmp_path, manifest):
    write_manifest(tmp_path, manifest)

    with pytest.raises(FileExistsError):
        write_manifest(tmp_path, manifest)


@pytest.mark.parametrize("content", [None, b"", b"{", b"{}", b"[]", b"\xff\xfe", f'{{"format": {FORMAT}}}'.encode()])
def test_a_missing_or_damaged_manifest_is_said_with_what_to_do(tmp_path, content):
    if content is not None:
        (tmp_path / NAME).write_bytes(content)

    with pytest.raises(LibraryError, match="disclosure index") as told:
        read_manifest(tmp_path)

    assert "\n" not in str(told.value)


@pytest.mark.parametrize("version", [FORMAT - 1, FORMAT + 1])
def test_another_format_is_refused_with_both_numbers(tmp_path, manifest, version):
    write_manifest(tmp_path, manifest.model_copy(update={"format": version}))

    with pytest.raises(LibraryError, match=rf"{version}.*{FORMAT}.*disclosure index"):
        read_manifest(tmp_path)


def test_a_newer_programs_new_fields_do_not_hide_its_format(tmp_path, manifest):
    record = json.loads(manifest.model_dump_json()) | {"format": FORMAT + 1, "signature": "x"}
    (tmp_path / NAME).write_text(json.dumps(record), "utf-8")

    with pytest.raises(LibraryError, match=f"{FORMAT + 1}"):
        read_manifest(tmp_path)


def test_an_older_programs_fewer_fields_do_not_hide_its_format(tmp_path):
    (tmp_path / NAME).write_text(json.dumps({"format": FORMAT - 1}), "utf-8")

    with pytest.raises(LibraryError, match=f"{FORMAT - 1}.*{FORMAT}.*disclosure index"):
        read_manifest(tmp_path)


def test_every_file_is_hashed_by_its_path(tmp_path):
    (tmp_path / "a" / ".b").mkdir(parents=True)
    for name in ("甲.txt", "a/.b/c", ".hidden"):
        (tmp_path / name).write_bytes(b"")

    hashes = hash_files(tmp_path)

    assert set(hashes) == {"甲.txt", "a/.b/c", ".hidden"}
    assert hashes["甲.txt"] == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def held(manifest, files):
    sources = {name: Source(sha256=sha256, document=None) for name, sha256 in hash_sources(files).items()}
    return manifest.model_copy(update={"sources": sources, "code": reading_code()})


def test_a_generation_is_made_of_its_sources_as_they_are(tmp_path, manifest):
    one, other = tmp_path / "a.md", tmp_path / "b.md"
    one.write_text("甲", "utf-8")
    other.write_text("乙", "utf-8")
    made = held(manifest, [one, other])

    assert is_made_of(made, [one, other])
    assert not is_made_of(made, [one])
    assert not is_made_of(held(manifest, [one]), [one, other])
    one.write_text("丙", "utf-8")
    assert not is_made_of(made, [one, other])
    one.write_text("甲", "utf-8")
    assert is_made_of(made, [one, other])
    assert not is_made_of(made, [one.rename(tmp_path / "c.md"), other])


def test_sources_are_known_by_folder_and_name_wherever_the_folders_are(tmp_path):
    for place in ("x/one", "x/two", "y/one", "y/two"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "a.md").write_text(place[2:], "utf-8")

    here, there = (hash_sources([tmp_path / f"{p}/one/a.md", tmp_path / f"{p}/two/a.md"]) for p in "xy")

    assert here == there
    assert list(here) == ["0/a.md", "1/a.md"]


def test_a_generation_is_made_by_the_code_that_reads(tmp_path, manifest, monkeypatch):
    package = tmp_path / "package"
    (package / "parse").mkdir(parents=True)
    (package / "parse" / "tree.py").write_text("1", "utf-8")
    monkeypatch.setattr("index.manifest.resources.files", lambda name: package)
    made = held(manifest, [])
    assert is_made_of(made, [])

    (package / "parse" / "tree.py").write_text("2", "utf-8")

    assert not is_made_of(made, [])


def test_a_source_that_is_gone_is_told_by_name(tmp_path):
    with pytest.raises(DocumentError, match=r"gone\.md"):
        hash_sources([tmp_path / "gone.md"])


def test_what_is_known_of_a_file_is_not_read_again(tmp_path):
    (tmp_path / "a").write_text("甲", "utf-8")

    assert hash_files(tmp_path, known={"a": "1" * 64, "gone": "2" * 64}) == {"a": "1" * 64}
