"""Read every document in some folders; all that is wrong with them is told at once."""

import hashlib
import logging
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.corpus import Document, Origin, Status
from index.errors import DocumentError
from index.metadata import Metadata, normalise_number, read_metadata
from index.parse.document import parse
from index.read.front_matter import FrontMatter, split_front_matter
from index.read.instruments import pairs_of_one_instrument
from index.read.text import read_text, shown

logger = logging.getLogger(__name__)

MARKDOWN, BARE = ".md", ".txt"
COMPANIONS = (".json", ".toml")
"""Files that may lie beside the documents without remark."""
README = "readme.md"
LONGEST_ID = 120


def source_files(folders: Sequence[Path]) -> list[Path]:
    """Return the files that hold documents, by name, folder after folder.

    Raises:
        DocumentError: a folder cannot be read or holds no document, or a link leads out of it.
    """
    files, problems = _find(folders)
    _raise_all(problems)
    return files


def load_documents(folders: Sequence[Path]) -> list[Document]:
    """Read and parse all documents; official text and digest of one instrument are both returned.

    Raises:
        DocumentError: one line for each thing that is wrong with a folder or file.
    """
    files, problems = _find(folders)
    return _load(files, problems)


def load_files(files: Sequence[Path]) -> list[Document]:
    """Read and parse one document a file, in order.

    Raises:
        DocumentError: one line for each thing that is wrong with a file, or with two that do not go together.
    """
    return _load(files, [])


def _load(files: Sequence[Path], problems: list[str]) -> list[Document]:
    read: list[tuple[Path, Document]] = []
    for file in files:
        try:
            read.append((file, load_document(file)))
        except DocumentError as error:
            problems.append(str(error))
    problems += _twice(read)
    _raise_all(problems)
    return [document for _, document in read]


def load_document(file: Path) -> Document:
    """Read and parse one file: Markdown with front matter, or the bare official text.

    Raises:
        DocumentError: it cannot be read, says something it may not, or holds no provision.
    """
    text = read_text(file.resolve() if file.is_symlink() else file)
    is_markdown = file.suffix.lower() == MARKDOWN
    front, body = _front_matter(file, text) if is_markdown else (FrontMatter(origin=Origin.OFFICIAL), text)
    # A restatement is not read for metadata: its words are not the issuer's.
    found = read_metadata(body) if front.origin is Origin.OFFICIAL else Metadata()
    document = _document(front.id or _stem(file), front, found, body)
    parsed = parse(document.id, body, markdown=is_markdown)
    if not parsed.provisions:
        raise DocumentError(f"{shown(file)}：没有读出任何条款；请检查正文是否为空")
    unnamed = () if front.title or found.title else ("未能读出标题，以文件名代替",)
    return replace(
        document,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        provisions=parsed.provisions,
        warnings=(*unnamed, *parsed.warnings),
    )


def _front_matter(file: Path, text: str) -> tuple[FrontMatter, str]:
    front, body, present = split_front_matter(file, text)
    if not present:
        raise DocumentError(f"{shown(file)}:1：没有文件头（---）；请补上，或在非文件的名称前加 _")
    if front.origin is Origin.DIGEST and front.title is None:
        raise DocumentError(f"{shown(file)}:1：要旨的文件头缺少 title；请补上")
    return front, body


def _stem(file: Path) -> str:
    """Return the file's name as an id, spelt the same on every system."""
    stem = unicodedata.normalize("NFC", file.stem).strip()
    if "#" in stem or "\\" in stem or not stem or shown(Path(stem)) != stem or len(stem) > LONGEST_ID:
        raise DocumentError(f"{shown(file)}：文件名不能用作编号（含 #、\\ 或不可见字符，或过长）；请改名")
    return stem


def _document(document_id: str, front: FrontMatter, found: Metadata, body: str) -> Document:
    """Put together what the front matter says and, where it is silent, what the text says."""
    number = front.document_number and normalise_number(front.document_number)
    titles = [front.title, found.title, *front.alternative_titles, *found.alternative_titles]
    named = list(dict.fromkeys(title for title in titles if title)) or [document_id]
    return Document(
        id=document_id,
        title=named[0],
        alternative_titles=tuple(named[1:]),
        document_number=number or found.document_number,
        issuer=front.issuer or found.issuer,
        issued=front.issued or found.issued,
        effective=front.effective or found.effective,
        region=front.region or found.region,
        level=front.level or found.level,
        status=front.status or Status.UNVERIFIED,
        implements=front.implements,
        source=front.source,
        origin=front.origin,
        text=body,
        sha256="",
    )


def _twice(read: Sequence[tuple[Path, Document]]) -> list[str]:
    """Tell of instruments that are there twice in one kind of words, and of pairs that are not clear."""
    remedy = "请只保留一份，确为两份的请在文件头写明文号"
    problems: list[str] = []
    across: dict[Path, list[Path]] = {}
    for one, other in pairs_of_one_instrument([document for _, document in read]):
        (file, document), (twin, other_document) = read[one], read[other]
        if document.origin is other_document.origin:
            names = f"{shown(file)} 与 {shown(twin)}"
            problems.append(f"{names}：是同一文件（编号、文号或标题与机关相同）；{remedy}")
        else:
            across.setdefault(file, []).append(twin)
            across.setdefault(twin, []).append(file)
    for file, twins in across.items():
        if len(twins) > 1:
            names = "、".join(shown(twin) for twin in twins)
            problems.append(f"{shown(file)}：与 {names} 都是同一文件；请核对 id 和文号")
    return problems


def _find(folders: Sequence[Path]) -> tuple[list[Path], list[str]]:
    """Return the files to read and what keeps the others from being read."""
    files: dict[Path, Path] = {}
    problems: list[str] = [] if folders else ["没有指定文件夹；请用 --documents 指定"]
    for folder in folders:
        try:
            found, wrong = _look_into(folder)
        except OSError as error:
            problems.append(f"{shown(folder)}：文件夹无法读取（{error.strerror or error}）；请检查路径和权限")
            continue
        if not found and not wrong:
            problems.append(f"{shown(folder)}：文件夹中没有 .md 或 .txt 文件；请放入文件，或另行指定文件夹")
        files.update((file.resolve(), file) for file in found)
        problems += wrong
    return list(files.values()), problems


def _look_into(folder: Path) -> tuple[list[Path], list[str]]:
    root = folder.resolve(strict=True)
    found: list[Path] = []
    problems: list[str] = []
    unread: list[str] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.startswith(("_", ".")) or entry.name.lower() == README or entry.is_dir():
            continue
        if entry.suffix.lower() not in (MARKDOWN, BARE):
            unread += [shown(Path(entry.name))] if entry.suffix.lower() not in COMPANIONS else []
        elif entry.is_symlink() and not _stays_inside(entry, root):
            problems.append(f"{shown(entry)}：链接指向文件夹之外或已失效；请换成文件本身")
        else:
            found.append(entry)
    if unread:
        logger.warning(
            "%s 中有 %d 个文件未读取（只读 .md 和 .txt）：%s",
            shown(folder),
            len(unread),
            "、".join(unread[:5]),
        )
    return found, problems


def _stays_inside(link: Path, root: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _raise_all(problems: Sequence[str]) -> None:
    if problems:
        raise DocumentError("\n".join(problems))
