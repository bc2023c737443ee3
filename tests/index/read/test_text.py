import os
from pathlib import Path

import pytest

from index.errors import DocumentError
from index.read import text as reading
from index.read.text import read_text, shown

SIMPLIFIED = "各单位要做好政府信息公开工作，按照规定的时限（20个工作日）办理，“三公”经费一并公开。\n"
TRADITIONAL = "各單位應做好政府資訊公開工作，依規定時限辦理，並應一併公開經費。\n"


def written(folder: Path, data: bytes, name: str = "文件.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030", "gbk"])
def test_simplified_text_is_read_in_every_usual_encoding(tmp_path, encoding):
    assert read_text(written(tmp_path, SIMPLIFIED.encode(encoding))) == SIMPLIFIED


def test_utf_16_with_a_big_endian_mark_is_read(tmp_path):
    assert read_text(written(tmp_path, b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be"))) == SIMPLIFIED


def test_traditional_text_in_big5_is_not_taken_for_gb18030(tmp_path):
    assert read_text(written(tmp_path, TRADITIONAL.encode("big5"))) == TRADITIONAL


@pytest.mark.parametrize(
    "data",
    [
        SIMPLIFIED.encode("utf-16-le"),
        SIMPLIFIED.encode("utf-16-be"),
        SIMPLIFIED.encode()[:-2],
        SIMPLIFIED.encode() + SIMPLIFIED.encode("gbk"),
        b"\xff\xfe" + SIMPLIFIED.encode("utf-16-le")[:-1],
        bytes(range(256)) * 4,
        os.urandom(4096),
        b"text\0text",
        ("�" * 20 + SIMPLIFIED).encode(),
        ("\x01" * 20 + SIMPLIFIED).encode(),
    ],
)
def test_bytes_that_are_no_certain_text_are_refused_in_one_line(tmp_path, data):
    with pytest.raises(DocumentError, match=r"文件\.txt：") as refused:
        read_text(written(tmp_path, data))

    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"%PDF-1.7\n", "PDF"), (b"PK\x03\x04rest", "Word"), (b"\xd0\xcf\x11\xe0rest", "旧版 Word")],
)
def test_other_formats_are_called_by_their_name(tmp_path, data, name):
    with pytest.raises(DocumentError, match=name):
        read_text(written(tmp_path, data))


def test_utf_16_without_a_mark_is_told_as_what_it_may_be(tmp_path):
    with pytest.raises(DocumentError, match="UTF-16"):
        read_text(written(tmp_path, SIMPLIFIED.encode("utf-16-le")))


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\ufeff\u200b\n".encode()])
def test_file_without_words_is_refused(tmp_path, data):
    with pytest.raises(DocumentError, match="没有文字"):
        read_text(written(tmp_path, data))


def test_line_ends_become_one_kind(tmp_path):
    assert read_text(written(tmp_path, "甲\r\n乙\r丙\u2028丁\x0c戊\n".encode())) == "甲\n乙\n丙\n丁\n戊\n"


def test_characters_that_hide_words_are_removed(tmp_path):
    assert read_text(written(tmp_path, "公\u200b开\u202e信\U000e0041息\ufeff\n".encode())) == "公开信息\n"


def test_file_over_the_size_limit_is_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 10)

    with pytest.raises(DocumentError, match="超过"):
        read_text(written(tmp_path, SIMPLIFIED.encode()))


def test_text_over_the_character_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_CHARACTERS", 10)

    with pytest.raises(DocumentError, match="万字"):
        read_text(written(tmp_path, SIMPLIFIED.encode()))


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(DocumentError, match="无法读取"):
        read_text(tmp_path / "没有.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "管道.txt")

    with pytest.raises(DocumentError, match="不是普通文件"):
        read_text(tmp_path / "管道.txt")


def test_link_is_refused(tmp_path):
    link = tmp_path / "链接.txt"
    link.symlink_to(written(tmp_path, SIMPLIFIED.encode()))

    with pytest.raises(DocumentError, match="不是普通文件"):
        read_text(link)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission_is_refused(tmp_path):
    path = written(tmp_path, SIMPLIFIED.encode())
    path.chmod(0)

    with pytest.raises(DocumentError, match="权限"):
        read_text(path)


def test_name_with_line_break_or_direction_mark_stays_on_one_line():
    assert shown(Path("a\nb\u202etxt.md")) == "a?b?txt.md"
