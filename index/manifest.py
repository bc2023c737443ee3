"""The manifest of a generation: written last, so its presence means that the generation is whole."""

import hashlib
import os
from collections.abc import Sequence
from datetime import datetime
from importlib import metadata, resources
from pathlib import Path

from pydantic import BaseModel

from index.errors import DocumentError, LibraryError

NAME = "manifest.json"
FORMAT = 2
"""Layout of a generation on disk; raised when an older program could not read it."""
READING_CODE = ("parse", "read", "duties", "metadata", "corpus.py", "numerals.py", "passages.py", "tokens.py")


class Manifest(BaseModel, frozen=True):
    """What a generation was made of."""

    format: int
    created: datetime
    model_sha256: str
    dimensions: int
    folders: tuple[str, ...]
    """Folders the documents came from; empty for the shipped ones."""
    fingerprint: str
    """Hash over the source files and over the code that reads them."""
    documents: int
    provisions: int
    passages: int
    chromadb: str
    files: dict[str, str]
    """SHA-256 of every file of the generation, by its path in it."""


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest and push it to the disk."""
    with (folder / NAME).open("x", encoding="utf-8") as file:
        file.write(manifest.model_dump_json(indent=2))
        file.flush()
        os.fsync(file.fileno())


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a generation.

    Raises:
        LibraryError: there is none, or a newer program wrote it.
    """
    try:
        manifest = Manifest.model_validate_json((folder / NAME).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise LibraryError(f"资料库不完整（{folder} 没有有效的清单）；请运行 disclosure index 重建") from error
    if manifest.format != FORMAT:
        raise LibraryError(
            f"资料库（{folder}）格式版本为 {manifest.format}，本程序需要 {FORMAT}；请运行 disclosure index 重建"
        )
    return manifest


def chroma_version() -> str:
    """Return the installed version of Chroma: a generation is not opened with another."""
    return metadata.version("chromadb")


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hash_files(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file under a folder, by its path in it."""
    return {path.relative_to(folder).as_posix(): hash_file(path) for path in sorted(_files(folder))}


def fingerprint(files: Sequence[Path]) -> str:
    """Hash the sources together with the code that turns them into provisions.

    Raises:
        DocumentError: a source cannot be read.
    """
    digest = hashlib.sha256()
    package = Path(str(resources.files("index")))
    code = [path for name in READING_CODE for path in _files(package / name) if path.suffix in (".py", ".toml")]
    for path in [*sorted(code), *files]:
        digest.update(path.name.encode())
        try:
            digest.update(hash_file(path).encode())
        except OSError as error:
            raise DocumentError(f"{path}：无法读取（{error.strerror}）；请检查文件和权限") from error
    return digest.hexdigest()


def _files(place: Path) -> list[Path]:
    return [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]
