"""Read one file as text, whatever its encoding; refuse what is no text rather than guess."""

import codecs
import os
import re
import stat
import tomllib
from functools import cache
from importlib import resources
from pathlib import Path

from index.errors import DocumentError

MOST_BYTES = 50 * 1024 * 1024
MOST_CHARACTERS = 5_000_000
LEAST_COMMON = 0.9
"""Share of characters in everyday use below which a legacy encoding is not believed."""
EVERYDAY = {
    "gb18030": ("gb2312", frozenset([0xA1, 0xA2, 0xA3, *range(0xB0, 0xF8)])),
    "big5": ("big5", frozenset(range(0xA1, 0xC7))),
}
"""Legacy encodings in the order in which they are tried, with the rows of characters in everyday use."""
MOST_DAMAGED = 0.005
"""Share of control and replacement characters above which a file is no text."""
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
"""Zero-width, direction, tag and variation characters: they can hide words from the reader."""
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
SAVE_AS_TEXT = "请另存为 UTF-8 编码的 .txt"


def read_text(path: Path) -> str:
    r"""Return the text of a file: line ends as \n, without byte order mark and invisible characters.

    Raises:
        DocumentError: it cannot be read, is too large, empty, or no text.
    """
    data = _read_bytes(path)
    text = LINE_ENDS.sub("\n", _decode(path, data))
    damaged = len(CONTROL.findall(text)) + text.count("\ufffd")
    if damaged > MOST_DAMAGED * len(text):
        raise _refused(path, "含大量无法识别的字符，不是文本或已损坏", SAVE_AS_TEXT)
    text = CONTROL.sub("", INVISIBLE.sub("", text))
    if not text.strip():
        raise _refused(path, "没有文字（可能是空文件或扫描件）", "请填入正文，或移出该文件夹")
    if len(text) > MOST_CHARACTERS:
        raise _refused(path, f"文字超过 {MOST_CHARACTERS // 10_000} 万字", "请拆分后再加入")
    return text


def shown(path: Path) -> str:
    """Write a path so that it stays on one line and reads in the order in which it is written."""
    return INVISIBLE.sub("?", re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", "?", str(path)))


def _refused(path: Path, reason: str, remedy: str) -> DocumentError:
    return DocumentError(f"{shown(path)}：{reason}；{remedy}")


def _read_bytes(path: Path) -> bytes:
    # Neither a link put in place of the file nor a pipe may lead or hold up the reader.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise _refused(path, "不是普通文件（链接、管道或设备）", "请换成文件本身")
        with os.fdopen(os.open(path, flags), "rb") as file:
            before = os.fstat(file.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise _refused(path, "不是普通文件（链接、管道或设备）", "请换成文件本身")
            if before.st_size > MOST_BYTES:
                raise _refused(path, f"超过 {MOST_BYTES // 1024 // 1024} MB", "请拆分后再加入")
            data = file.read(MOST_BYTES + 1)
            after = os.fstat(file.fileno())
    except OSError as error:
        raise _refused(path, f"无法读取（{error.strerror or error}）", "请检查文件是否存在、有无读取权限") from error
    if (len(data), after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise _refused(path, "读取时被改动", "请待写入完成后重试")
    return data


@cache
def _formats() -> tuple[tuple[bytes, str], ...]:
    table = tomllib.loads(resources.files("index.read").joinpath("formats.toml").read_text("utf-8"))
    return tuple((bytes.fromhex(entry["begins"]), entry["name"]) for entry in table["format"])


def _decode(path: Path, data: bytes) -> str:
    for begins, name in _formats():
        if data.startswith(begins):
            raise _refused(path, f"不是文本，而是{name}", SAVE_AS_TEXT)
    marked = _decode_marked(data)
    if marked is not None:
        return marked
    if b"\0" in data:
        raise _refused(path, "含空字节，不是文本，或是没有标记的 UTF-16", SAVE_AS_TEXT)
    for encoding in ("utf-8", *EVERYDAY):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding not in EVERYDAY or _is_plausible(text, EVERYDAY[encoding]):
            return text
    raise _refused(path, "编码无法确定（不是 UTF-8、GB18030 或 Big5 文本）", SAVE_AS_TEXT)


def _decode_marked(data: bytes) -> str | None:
    """Decode a text whose byte order mark says what it is; None without a mark, or with a wrong one."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def _is_plausible(text: str, everyday: tuple[str, frozenset[int]]) -> bool:
    """Tell text from bytes that merely decode: nearly all of it is ASCII or in everyday use."""
    charset, rows = everyday
    inked = [character for character in text if not character.isspace()]
    common = sum(
        character.isprintable() if character.isascii() else character.encode(charset, "replace")[0] in rows
        for character in inked
    )
    return common >= LEAST_COMMON * len(inked)
