"""Embedding models: a sentence-transformers directory on disk, never fetched from a hub."""

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import LibraryError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]
"""float32, shape (texts, dimensions), unit rows; a zero row for a text without a known token."""

FORBIDDEN = {".py", ".pyc", ".bin", ".pkl", ".pickle", ".pt", ".pth", ".ckpt"}
"""Files that could run code when a model is loaded."""
STATIC = (["StaticEmbedding"], ["StaticEmbedding", "Normalize"])
"""The modules of a directory that is read without sentence-transformers."""


class Embedder(Protocol):
    """Turns texts into vectors."""

    @property
    def sha256(self) -> str:
        """Identity of the model: hash over all its files."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed texts, in order.

        Raises:
            LibraryError: the model gives no numbers.
        """


def shipped_model() -> Path:
    """Where the model of this distribution lies."""
    return Path(str(resources.files("index").joinpath("model")))


def shipped_embedder() -> "StaticEmbedder":
    """Open the model of this distribution.

    Raises:
        LibraryError: it is missing or damaged.
    """
    return StaticEmbedder(shipped_model(), shipped_model())


def open_embedder(folder: Path) -> Embedder:
    """Open a model directory; a plain static model is read without loading sentence-transformers.

    Raises:
        LibraryError: the directory is missing, incomplete, or holds files that could run code.
    """
    if not folder.is_dir():
        raise LibraryError(f"没有这个嵌入模型目录：{folder}；请核对 DISCLOSURE_MODEL，或删去它改用自带模型")
    if not (folder / "modules.json").is_file():
        raise LibraryError(
            f"嵌入模型目录不完整：{folder}（缺少 modules.json）；请指定本机的 sentence-transformers 目录"
        )
    unsafe = sorted(path.name for path in folder.rglob("*") if path.suffix.lower() in FORBIDDEN)
    if unsafe:
        raise LibraryError(
            f"嵌入模型目录含有可执行内容，拒绝加载：{folder}（{'、'.join(unsafe[:3])}）；请换用 safetensors 格式"
        )
    modules = _modules(folder)
    if [kind.rpartition(".")[2] for kind, _ in modules] in STATIC:
        return StaticEmbedder(folder, folder / modules[0][1])
    return TransformerEmbedder(folder)


def _modules(folder: Path) -> list[tuple[str, str]]:
    """Return type and place of each module."""
    try:
        entries = json.loads((folder / "modules.json").read_text("utf-8"))
        return [(str(entry["type"]), str(entry["path"])) for entry in entries]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _unreadable(folder / "modules.json") from error


def _unreadable(place: Path) -> LibraryError:
    return LibraryError(f"嵌入模型无法读取：{place}（文件缺失或已损坏）；请重新安装，或用 DISCLOSURE_MODEL 另行指定")


def _sha256(folder: Path) -> str:
    digest = hashlib.sha256()
    try:
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".md"):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    except OSError as error:
        raise _unreadable(folder) from error
    return digest.hexdigest()


class StaticEmbedder:
    """Mean of token vectors, read straight from the directory: starts in a fraction of a second."""

    def __init__(self, folder: Path, place: Path) -> None:
        """Read tokenizer and weights, which lie in `place`, somewhere in the model's folder.

        Raises:
            LibraryError: they are missing or damaged.
        """
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        self._folder = folder
        try:
            self._tokenizer = Tokenizer.from_file(str(place / "tokenizer.json"))
            self._weights = next(iter(load_file(place / "model.safetensors").values()))
        except Exception as error:  # the tokenizers raise nothing narrower
            raise _unreadable(place) from error
        is_whole = self._weights.ndim == 2 and len(self._weights) >= self._tokenizer.get_vocab_size()
        if not is_whole or not np.isfinite(self._weights).all():
            raise _unreadable(place)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    @cached_property
    def sha256(self) -> str:
        """Identity of the model: hash over all its files."""
        return _sha256(self._folder)

    def pieces(self, text: str) -> list[int]:
        """Return the pieces of the vocabulary that a text is cut into, in order."""
        ids: list[int] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return ids

    @property
    def piece_vectors(self) -> Vectors:
        """What each piece of the vocabulary adds to a text, by its number; rows of any length."""
        vectors: Vectors = self._weights.astype(np.float32)
        return vectors

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed texts, in order."""
        vectors = np.zeros((len(texts), self._weights.shape[1]), dtype=np.float32)
        for row, encoding in enumerate(self._tokenizer.encode_batch(list(texts), add_special_tokens=False)):
            if encoding.ids:
                vectors[row] = self._weights[encoding.ids].astype(np.float32).mean(axis=0)
        return _unit(vectors)


class TransformerEmbedder:
    """Any other sentence-transformers directory; importing the library takes seconds, so it is put off."""

    def __init__(self, folder: Path) -> None:
        """Remember the directory."""
        self._folder = folder

    @cached_property
    def sha256(self) -> str:
        """Identity of the model: hash over all its files."""
        return _sha256(self._folder)

    @cached_property
    def _model(self) -> "SentenceTransformer":
        from sentence_transformers import SentenceTransformer

        try:
            model = SentenceTransformer(str(self._folder), device="cpu", local_files_only=True, trust_remote_code=False)
        except Exception as error:  # each kind of module fails in its own way
            raise _unreadable(self._folder) from error
        model.float()  # in half precision an empty text divides by zero
        return model

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed texts, in order."""
        found = np.asarray(
            self._model.encode(list(texts), convert_to_numpy=True, show_progress_bar=False), dtype=np.float32
        )
        if not np.isfinite(found).all():
            raise LibraryError(f"嵌入模型给出的向量无效（不是有限数）：{self._folder}；请重新安装模型")
        return _unit(found)


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    units: Vectors = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return units
