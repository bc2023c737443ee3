"""The page as officers start it: `disclosure chat` in a process of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx

from index.errors import UserError

COMMAND = "from assistant.cli import main; main()"
LONGEST_START_SECONDS = 180
STEP_SECONDS = 0.05


class Served(NamedTuple):
    """A page that is up."""

    url: str
    seconds: float
    """From starting the command until the page was answered."""


@contextmanager
def served(library: Path, folder: Path) -> Iterator[Served]:
    """Serve the page from a library; its output goes to a file in `folder`.

    Raises:
        UserError: it did not come up.
    """
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-c", COMMAND, "chat", "--no-browser", "--port", str(port), "--library", str(library)]
    with (folder / f"page-{port}.log").open("w+", encoding="utf-8") as log:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=os.environ | _quiet(folder))
        try:
            _await_page(url, process, Path(log.name))
            yield Served(url, time.perf_counter() - started)
        finally:
            process.terminate()
            process.wait()


def _quiet(folder: Path) -> dict[str, str]:
    return {"DISCLOSURE_RECORDS": str(folder / "records"), "PYTHONIOENCODING": "utf-8"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_page(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + LONGEST_START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            # The port answers from the start, the page once it is ready.
            if httpx.get(url, timeout=LONGEST_START_SECONDS).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            time.sleep(STEP_SECONDS)
    raise UserError(f"the page did not come up: {log.read_text('utf-8')}")
