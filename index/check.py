"""Check a generation before it is published, in a child process: a damaged index can crash its reader."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from index.embed import Vectors
from index.errors import LibraryError, UserError
from index.library import Parts, open_parts, open_vectors
from index.lock import PrivateFolder
from index.manifest import hash_files
from index.passages import Passage, passages
from index.store import PassageRow, Store

SELF_QUERIES = 200
SECONDS = 600
QUERY_CHARACTERS = 200
ITSELF = 0.999
"""Least cosine of a vector with itself, after Chroma's arithmetic."""
ONLY = "--only"
ROOT = Path(__file__).resolve().parent.parent


def check_in_child(folder: Path, documents: Sequence[str] | None = None) -> None:
    """Check the generation in `folder` in a process of its own: these documents, or all.

    Raises:
        LibraryError: it does not hold what was put into it.
    """
    # From where this package lies: a file of the user's folder must not stand in for a module.
    command = [
        sys.executable,
        "-m",
        "index.check",
        str(folder.resolve()),
        *((ONLY, *documents) if documents is not None else ()),
    ]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise LibraryError("新建的资料库没有通过自检（超时）；原有资料库保持不变") from error
    if done.returncode != 0:
        reason = (done.stderr.strip().splitlines() or [f"进程崩溃，代码 {done.returncode}"])[-1]
        raise LibraryError(f"新建的资料库没有通过自检：{reason}；原有资料库保持不变，请重试")


def check_generation(folder: Path, documents: Sequence[str] | None = None) -> list[str]:
    """Return what is wrong with a generation: counts, and passages that do not find themselves.

    Where `documents` are given, what was not taken over from a checked generation is theirs.
    """
    private = PrivateFolder()
    parts = open_parts(folder, hash_files(folder), private.path)
    try:
        names = [document.id for document in parts.store.documents] if documents is None else documents
        expected = {passage.provision_id: passage for passage in _expected(parts.store, names)}
        held = [row for name in names for row in parts.store.passages_of(name)]
        if {row.provision_id: row.sha256 for row in held} != {name: p.sha256 for name, p in expected.items()}:
            return ["向量与条款对不上"]
        in_collection = None if documents is not None else parts.collection.count
        return _miscounted(parts, in_collection) or _lost(parts, held, expected, open_vectors(folder))
    finally:
        parts.collection.close()
        private.close()


def _expected(store: Store, names: Sequence[str]) -> Iterator[Passage]:
    for name in names:
        if (document := store.document(name)) is not None:
            yield from passages(replace(document, provisions=store.provisions(name)))


def _miscounted(parts: Parts, in_collection: int | None) -> list[str]:
    expected = parts.store.counts().passages
    counts = (("检索索引", parts.lexical.count), ("向量索引", expected if in_collection is None else in_collection))
    return [f"{name} {count} 条，应为 {expected} 条" for name, count in counts if count != expected]


def _lost(parts: Parts, held: Sequence[PassageRow], expected: Mapping[str, Passage], vectors: Vectors) -> list[str]:
    """Return which passages of a sample do not find themselves, by meaning or by their words."""
    wrong = []
    row_of = {row.provision_id: row.row for row in held}
    for name, row, _ in held[:: max(1, len(held) // SELF_QUERIES)]:
        vector = vectors[row : row + 1]
        best = parts.dense.search(vector, limit=1)[0]
        # Two provisions may say the same; then either may come first, with the same vector.
        found = vectors[row_of.get(best[0].provision_id, row)] if best else np.zeros_like(vector[0])
        if vector.any() and (not best or min(best[0].similarity, float(found @ vector[0])) < ITSELF):
            wrong.append(f"{name} 在向量索引中找不到自身")
        query = expected[name].embedding_text[:QUERY_CHARACTERS]
        if not parts.lexical.search(query, limit=1, documents=[name.partition("#")[0]]):
            wrong.append(f"{name} 在检索索引中找不到自身")
    return wrong


def main() -> int:
    """Check the generation named on the command line, or some of its documents; print what is wrong."""
    try:
        folder, *only = sys.argv[1:]
        wrong = check_generation(Path(folder), only[1:] if only else None)
    except (UserError, OSError) as error:
        wrong = [str(error)]
    sys.stderr.write("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
