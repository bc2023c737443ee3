"""What a benchmark prints: when, of which commit and on which machine it ran, and one Markdown table."""

import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CPUS = Path("/proc/cpuinfo")


def report(title: str, notes: Sequence[str], columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return the whole report; a cell prints as its `str`."""
    head = f"{date.today().isoformat()}, commit {commit()}, {machine()}"
    return "\n".join([f"## {title}", "", head, "", *(f"- {note}" for note in notes), "", table(columns, rows)])


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a Markdown table.

    Raises:
        ValueError: a row does not have a cell for each column.
    """
    if any(len(row) != len(columns) for row in rows):
        raise ValueError("a row does not fit the columns")
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)


def commit(folder: Path = ROOT) -> str:
    """Name the commit that is measured, and whether files differ from it."""
    try:
        name = _git(folder, "rev-parse", "--short", "HEAD")
        return f"{name} with changes" if _git(folder, "status", "--porcelain") else name
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def machine() -> str:
    """Name the processor and how many of its cores there are."""
    return f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def _processor() -> str:
    """The model's name: Linux alone says it in a file."""
    lines = CPUS.read_text("utf-8").splitlines() if CPUS.is_file() else []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor() or platform.machine()
