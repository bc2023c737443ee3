"""Run the command in this process, or in one of its own."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from assistant import offline
from assistant.cli import main
from index.library import Library

ROOT = Path(__file__).parents[3]


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def shipped_library(library: Library) -> Path:
    """The folder of the library that was built once for all tests."""
    return library.folder.parents[1]


@pytest.fixture
def environment(shipped_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment of its own, which the command may change."""
    for name in (
        *offline.SETTINGS,
        *offline.REMOVED,
        "DISCLOSURE_DOCUMENTS",
        "DISCLOSURE_MODEL",
        "DISCLOSURE_DEBUG",
        "DISCLOSURE_RECORDS",
    ):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("DISCLOSURE_LIBRARY", str(shipped_library))
    monkeypatch.chdir(tmp_path)
    return monkeypatch


@pytest.fixture
def disclosure(environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run `disclosure` with arguments, as the installed command does."""

    def run(*arguments: object, stdin: str = "") -> Ran:
        environment.setattr(sys, "argv", ["disclosure", *map(str, arguments)])
        environment.setattr(sys, "stdin", io.StringIO(stdin))
        capsys.readouterr()
        before = os.umask(0o022)
        code: object = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code or 0
        finally:
            os.umask(before)
        return Ran(int(str(code)), *capsys.readouterr())

    return run


@pytest.fixture
def process(environment: pytest.MonkeyPatch) -> Callable[..., subprocess.Popen[str]]:
    """Start Python code in a process of its own that can import the packages."""
    environment.setenv("PYTHONPATH", str(ROOT))
    environment.setenv("PYTHONIOENCODING", "utf-8")

    def start(code: str, *arguments: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", code, *map(str, arguments)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")

    return start
