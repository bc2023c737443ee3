"""Check a generation before it is published, in a child process: a damaged index can crash its reader."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from index.embed import Vectors
from index.errors import LibraryError, UserError
from index.library import EMBEDDINGS, Parts, open_parts
from index.lock import PrivateFolder
from index.manifest import hash_files
from index.passages import Passage, passages
from index.store import Store

SELF_QUERIES = 200
SECONDS = 600
QUERY_CHARACTERS = 200
ROOT = Path(__file__).resolve().parent.parent


def check_in_child(folder: Path) -> None:
    """Check the generation in `folder` in a process of its own.

    Raises:
        LibraryError: it does not hold what was put into it.
    """
    # From where this package lies: a file of the user's folder must not stand in for a module.
    command = [sys.executable, "-m", "index.check", str(folder.resolve())]
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


def check_generation(folder: Path) -> list[str]:
    """Return what is wrong with a generation: counts, and passages that do not find themselves."""
    private = PrivateFolder()
    parts = open_parts(folder, hash_files(folder), private.path)
    try:
        with np.load(folder / EMBEDDINGS) as held:
            hashes, vectors = held["sha256"], held["vectors"]
        expected = _expected(parts.store)
        if [passage.sha256 for passage in expected] != list(hashes):
            return ["向量与条款对不上"]
        return _miscounted(parts, len(expected)) or _lost(parts, expected, vectors)
    finally:
        parts.vectors.close()
        private.close()


def _expected(store: Store) -> list[Passage]:
    whole = (replace(document, provisions=store.provisions(document.id)) for document in store.documents)
    return [passage for document in whole for passage in passages(document)]


def _miscounted(parts: Parts, expected: int) -> list[str]:
    counts = (("检索索引", parts.lexical.count), ("向量索引", parts.vectors.count))
    return [f"{name} {count} 条，应为 {expected} 条" for name, count in counts if count != expected]


def _lost(parts: Parts, expected: list[Passage], vectors: Vectors) -> list[str]:
    """Return which passages of a sample do not find themselves, by meaning or by their words."""
    wrong = []
    for row in range(0, len(expected), max(1, len(expected) // SELF_QUERIES)):
        passage, vector = expected[row], vectors[row : row + 1]
        best = parts.vectors.search(vector, limit=1)
        # Two provisions may say the same; then either may come first, at the same similarity.
        if vector.any() and (not best or best[0].similarity < 0.999):
            wrong.append(f"{passage.provision_id} 在向量索引中找不到自身")
        query = passage.embedding_text[:QUERY_CHARACTERS]
        if not parts.lexical.search(query, limit=1, documents=[passage.document_id]):
            wrong.append(f"{passage.provision_id} 在检索索引中找不到自身")
    return wrong


def main() -> int:
    """Check the generation named on the command line; print what is wrong."""
    try:
        wrong = check_generation(Path(sys.argv[1]))
    except (UserError, OSError) as error:
        wrong = [str(error)]
    sys.stderr.write("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
