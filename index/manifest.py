"""The manifest of a generation: written last, so its presence means that the generation is whole."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from importlib import metadata, resources
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from index.errors import DocumentError, LibraryError

NAME = "manifest.json"
FORMAT = 4
"""Layout of a generation on disk; raised when an older program could not read it."""
READING_CODE = ("parse", "read", "duties", "metadata", "corpus.py", "numerals.py", "passages.py", "tokens.py")


Read = TypeVar("Read", bound=BaseModel)


class Source(BaseModel, frozen=True):
    """A file that a generation was made of."""

    sha256: str
    document: str | None
    """Id of the document that is this file alone; None where two files make one document."""


class Manifest(BaseModel, frozen=True):
    """What a generation was made of."""

    format: int
    created: datetime
    model_sha256: str
    dimensions: int
    folders: tuple[str, ...]
    """Folders the documents came from; empty for the shipped ones."""
    code: str
    """Hash over the code that reads sources."""
    sources: dict[str, Source]
    """The files it was made of, by the number of their folder and their name."""
    documents: int
    provisions: int
    passages: int
    in_collection: int
    """Rows of the vectors that are in Chroma's collection, whether their passages are still held or not."""
    chromadb: str
    files: dict[str, str]
    """SHA-256 of every file of the generation, by its path in it."""


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest and push it to the disk."""
    with (folder / NAME).open("x", encoding="utf-8") as file:
        file.write(manifest.model_dump_json(indent=2))
        file.flush()
        os.fsync(file.fileno())


class Head(BaseModel, frozen=True):
    """What every format of the manifest has said."""

    format: int
    folders: tuple[str, ...] = ()


def read_head(folder: Path) -> Head:
    """Read what a manifest of any format says.

    Raises:
        LibraryError: there is none.
    """
    return _read(folder, Head)


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a generation.

    Raises:
        LibraryError: there is none, or a program of another format wrote it.
    """
    version = read_head(folder).format
    if version != FORMAT:
        raise LibraryError(f"资料库（{folder}）格式版本为 {version}，本程序需要 {FORMAT}；请运行 disclosure index 重建")
    return _read(folder, Manifest)


def _read(folder: Path, model: type[Read]) -> Read:
    try:
        return model.model_validate_json((folder / NAME).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise LibraryError(f"资料库不完整（{folder} 没有有效的清单）；请运行 disclosure index 重建") from error


def chroma_version() -> str:
    """Return the installed version of Chroma: a generation is not opened with another."""
    return metadata.version("chromadb")


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hash_files(folder: Path, *, known: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the SHA-256 of every file under a folder, by its path in it; what is known is not read."""
    names = {path.relative_to(folder).as_posix(): path for path in sorted(_files(folder))}
    return {name: (known or {}).get(name) or hash_file(path) for name, path in names.items()}


def hash_sources(files: Sequence[Path]) -> dict[str, str]:
    """Return the SHA-256 of each source by the number of its folder and its name: folders may move.

    Raises:
        DocumentError: a source cannot be read.
    """
    folders = {folder: number for number, folder in enumerate(dict.fromkeys(file.parent for file in files))}
    return {f"{folders[file.parent]}/{file.name}": _hash_source(file) for file in files}


def _hash_source(file: Path) -> str:
    try:
        return hash_file(file)
    except OSError as error:
        raise DocumentError(f"{file}：无法读取（{error.strerror}）；请检查文件和权限") from error


def is_made_of(manifest: Manifest, files: Sequence[Path]) -> bool:
    """Whether a generation was made of these files, as they are now, by the code as it is now."""
    held = {name: source.sha256 for name, source in manifest.sources.items()}
    return manifest.code == reading_code() and held == hash_sources(files)


def reading_code() -> str:
    """Return a hash over the code that turns sources into provisions."""
    digest = hashlib.sha256()
    package = Path(str(resources.files("index")))
    code = [path for name in READING_CODE for path in _files(package / name) if path.suffix in (".py", ".toml")]
    for path in sorted(code):
        digest.update(path.name.encode())
        digest.update(hash_file(path).encode())
    return digest.hexdigest()


def _files(place: Path) -> list[Path]:
    return [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]
