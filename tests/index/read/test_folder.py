import os
import re
from datetime import date
from pathlib import Path

import pytest

from index.corpus import Origin, Status
from index.errors import DocumentError
from index.read import folder as folders
from index.read.folder import load_documents, source_files

ROOT = Path(__file__).parents[3]
TEXTS = ROOT.parent / "shared" / "documents"

BARE = "甲省人民政府办公厅关于测试的通知\n甲政办发〔2021〕7号\n各单位：\n一、做好测试。\n二、及时公开。\n"
SIGNED = BARE + "甲省人民政府办公厅\n2021年2月3日\n"


def digest(title: str = "某要点", more: str = "") -> str:
    return f"---\ntitle: {title}\n{more}---\n\n## 一、做好测试\n\n测试要做好。\n"


def put(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / name.replace("__", ".")).write_text(text, "utf-8")
    return folder


def test_documents_come_by_name_with_their_provisions(tmp_path):
    put(tmp_path, b__txt=SIGNED, a__md=digest())

    a, b = load_documents([tmp_path])

    assert (a.id, a.origin, a.title, a.text[:2]) == ("a", Origin.DIGEST, "某要点", "##")
    assert [provision.document_id for provision in a.provisions] == ["a"] * len(a.provisions)
    assert (b.id, b.origin, b.document_number, b.issued) == (
        "b",
        Origin.OFFICIAL,
        "甲政办发〔2021〕7号",
        date(2021, 2, 3),
    )
    assert "二、" in [provision.address for provision in b.provisions]


def test_offsets_point_into_the_text_that_is_kept(tmp_path):
    put(tmp_path, b__txt=SIGNED, a__md=digest())

    for document in load_documents([tmp_path]):
        for provision in document.provisions:
            assert document.text[provision.start : provision.end].strip() == provision.text.strip()


def test_files_that_are_no_documents_are_left_out(tmp_path):
    put(tmp_path, a__md=digest(), README__md="x", _draft__md="x", c__json="{}")
    (tmp_path / ".hidden.md").write_text("x")
    (tmp_path / "folder.md").mkdir()

    assert [document.id for document in load_documents([tmp_path])] == ["a"]


def test_files_of_other_kinds_are_not_left_out_silently(tmp_path, caplog):
    put(tmp_path, a__md=digest(), b__docx="x")

    load_documents([tmp_path])

    assert "b.docx" in caplog.text


def test_front_matter_goes_before_what_the_text_says(tmp_path):
    put(tmp_path, a__md=f"---\norigin: official\nissuer: 乙省\ndocument_number: 乙[2020]1号\n---\n{SIGNED}")

    (document,) = load_documents([tmp_path])

    assert (document.issuer, document.document_number) == ("乙省", "乙〔2020〕1号")
    assert document.title == "甲省人民政府办公厅关于测试的通知"


def test_digest_is_not_read_for_what_its_front_matter_leaves_out(tmp_path):
    put(tmp_path, a__md=digest() + "\n甲省人民政府办公厅\n2021年2月3日\n")

    (document,) = load_documents([tmp_path])

    assert (document.issuer, document.issued, document.status) == (None, None, Status.UNVERIFIED)


def test_official_text_without_a_title_is_called_by_its_file_and_warns(tmp_path):
    put(tmp_path, 某文件__txt="一、做好测试。\n二、及时公开。\n")

    (document,) = load_documents([tmp_path])

    assert document.title == "某文件"
    assert any("标题" in warning for warning in document.warnings)


def test_hash_changes_with_front_matter_and_with_body(tmp_path):
    hashes = set()
    for text in (digest(), digest("另一要点"), digest() + "更多。\n"):
        put(tmp_path, a__md=text)
        hashes.add(load_documents([tmp_path])[0].sha256)

    assert len(hashes) == 3


def test_hash_does_not_depend_on_the_encoding(tmp_path):
    (tmp_path / "a.txt").write_bytes(SIGNED.encode("utf-8"))
    first = load_documents([tmp_path])[0].sha256
    (tmp_path / "a.txt").write_bytes(SIGNED.replace("\n", "\r\n").encode("gbk"))

    assert load_documents([tmp_path])[0].sha256 == first


def test_every_problem_is_told_a_line_each(tmp_path):
    put(
        tmp_path,
        a__md=digest(more="author: 某\n"),
        b__txt="",
        c__md="没有文件头",
        d__md="---\nid: d\n---\n正文。\n",
    )

    with pytest.raises(DocumentError) as told:
        load_documents([tmp_path, tmp_path / "没有"])

    lines = str(told.value).splitlines()
    assert len(lines) == 5
    for said in (
        "没有：文件夹无法读取",
        "a.md:3：不认识的键",
        "b.txt：没有文字",
        "c.md:1：没有文件头",
        "d.md:1：.*缺少 title",
    ):
        assert any(re.search(said, line) for line in lines)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (digest("甲", "id: x\n"), digest("乙", "id: x\n")),
        (
            digest("甲", "document_number: 国办发〔2014〕12号\n"),
            digest("乙", "document_number: 国办发[2014]12号\n"),
        ),
        (digest("关于测试的通知"), digest("《测试的通知》")),
    ],
)
def test_one_instrument_twice_is_told_with_both_files(tmp_path, one, other):
    put(tmp_path, a__md=one, b__md=other)

    with pytest.raises(DocumentError, match=r"a\.md 与 .*b\.md：是同一文件"):
        load_documents([tmp_path])


def test_two_numbers_make_two_instruments_of_one_title(tmp_path):
    put(
        tmp_path,
        a__md=digest("甲", "document_number: 甲〔2014〕1号\n"),
        b__md=digest("甲", "document_number: 甲〔2015〕1号\n"),
    )

    assert len(load_documents([tmp_path])) == 2


def test_digest_and_official_text_of_one_instrument_are_both_kept(tmp_path):
    put(tmp_path, a__md=digest("甲", "document_number: 甲政办发〔2021〕7号\n"), b__txt=SIGNED)

    assert [document.origin for document in load_documents([tmp_path])] == [Origin.DIGEST, Origin.OFFICIAL]


def test_digest_that_fits_two_official_texts_is_told(tmp_path):
    put(tmp_path, x__md=digest("甲", "document_number: 甲政办发〔2021〕7号\n"), b__txt=SIGNED)
    put(tmp_path, x__txt=BARE.replace("7号", "8号"))

    with pytest.raises(DocumentError, match="请核对 id 和文号"):
        load_documents([tmp_path])


def test_document_without_provisions_is_told(tmp_path):
    put(tmp_path, a__md="---\ntitle: 甲\n---\n\n")

    with pytest.raises(DocumentError, match=r"a\.md：没有读出任何条款"):
        load_documents([tmp_path])


@pytest.mark.parametrize("name", ["a#b.txt", "a\nb.txt", "a\u202eb.txt"])
def test_name_that_cannot_be_an_id_is_told_on_one_line(tmp_path, name):
    (tmp_path / name).write_text(SIGNED, "utf-8")

    with pytest.raises(DocumentError, match="请改名") as told:
        load_documents([tmp_path])

    assert "\n" not in str(told.value)


def test_no_folder_is_told():
    with pytest.raises(DocumentError, match="没有指定文件夹"):
        load_documents([])


def test_empty_folder_is_told(tmp_path):
    with pytest.raises(DocumentError, match=r"没有 \.md 或 \.txt"):
        load_documents([tmp_path])


@pytest.mark.parametrize("read", [load_documents, source_files])
def test_file_in_place_of_a_folder_is_told(tmp_path, read):
    put(tmp_path, a__md=digest())

    with pytest.raises(DocumentError, match="文件夹无法读取"):
        read([tmp_path / "a.md"])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_folder_without_permission_is_told(tmp_path):
    (tmp_path / "closed").mkdir(mode=0)

    with pytest.raises(DocumentError, match="权限"):
        load_documents([tmp_path / "closed"])


def test_folder_that_cannot_be_listed_is_told(tmp_path, monkeypatch):
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(folders.Path, "iterdir", refuse)

    with pytest.raises(DocumentError, match="文件夹无法读取（Permission denied）"):
        load_documents([tmp_path])


def test_link_out_of_the_folder_is_refused(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    put(tmp_path, secret__txt=SIGNED)
    put(inside, a__md=digest())
    (inside / "b.txt").symlink_to(tmp_path / "secret.txt")
    (inside / "c.txt").symlink_to(inside / "c.txt")

    with pytest.raises(DocumentError) as told:
        load_documents([inside])

    assert [line.count("链接指向文件夹之外或已失效") for line in str(told.value).splitlines()] == [1, 1]
    assert "b.txt" in str(told.value)
    assert "secret" not in str(told.value)


def test_link_inside_the_folder_is_followed(tmp_path):
    put(tmp_path, _text__txt=SIGNED)
    (tmp_path / "b.txt").symlink_to("_text.txt")

    assert [document.id for document in load_documents([tmp_path])] == ["b"]


def test_folder_named_twice_is_read_once(tmp_path):
    put(tmp_path, a__md=digest())
    (tmp_path / "inner").mkdir()

    assert len(load_documents([tmp_path, tmp_path / "inner" / ".."])) == 1


def test_source_files_are_those_that_are_read(tmp_path):
    put(tmp_path, b__txt=SIGNED, a__MD=digest(), README__md="x")

    assert [file.name for file in source_files([tmp_path])] == ["a.MD", "b.txt"]


@pytest.mark.shared
@pytest.mark.skipif(not TEXTS.is_dir(), reason=f"{TEXTS} is not there")
def test_digests_and_official_texts_load_together():
    documents = load_documents([ROOT / "documents", TEXTS / "official", TEXTS / "statecouncil"])

    assert len(documents) == 6 + 6 + 30
