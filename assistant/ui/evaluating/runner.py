"""One evaluation at a time in the background, with as little of the machine as officers notice."""

import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from evals.perform import Begun, Wanted, finish
from index.errors import UserError

logger = logging.getLogger(__name__)
NICE = 15
REST = 1.0
"""Seconds of rest for each second of work: the interpreter does one thing at a time."""
LONGEST_REST = 0.5
Opening = Callable[[str, int, int], None]


class State(StrEnum):
    """How far a run has come."""

    OPENING = "opening"
    ANSWERING = "answering"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    FAILED = "failed"


ONGOING = (State.OPENING, State.ANSWERING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The run that is under way, or was last."""

    state: State
    began: datetime
    run: str | None = None
    """Its name, as soon as it has one."""
    done: int = 0
    total: int = 0
    fault: str | None = None
    """What a person can mend; empty where only the log knows."""

    @property
    def is_ongoing(self) -> bool:
        """Whether a second one has to wait."""
        return self.state in ONGOING


class CancelledError(Exception):
    """Somebody no longer wants the run; what is answered is kept."""


class Runner:
    """Runs one evaluation at a time; used from several threads."""

    def __init__(self, begin: Callable[[Wanted, Opening], Begun]) -> None:
        """Remember what opens the library and begins a run."""
        self._begin = begin
        self._lock = threading.Lock()
        self._cancel = threading.Event()
        self._status: Status | None = None

    @property
    def status(self) -> Status | None:
        """The run under way, else the last one; None before the first."""
        return self._status

    def start(self, wanted: Wanted) -> Status | None:
        """Start a run; where one is under way, return its status instead."""
        with self._lock:
            if self._status is not None and self._status.is_ongoing:
                return self._status
            self._cancel.clear()
            self._status = Status(state=State.OPENING, began=datetime.now().astimezone())
        threading.Thread(target=self._run, args=(wanted,), name="evaluation", daemon=True).start()
        return None

    def cancel(self) -> None:
        """Stop after the answer that is being given."""
        self._cancel.set()

    def _run(self, wanted: Wanted) -> None:
        _step_back()
        try:
            begun = self._begin(wanted, lambda step, done, total: self._check())
            self._tell(state=State.ANSWERING, run=begun.folder.name)
            finish(begun, self._courteous())
            self._tell(state=State.FINISHED)
        except CancelledError:
            self._tell(state=State.CANCELLED)
        except UserError as error:
            self._tell(state=State.FAILED, fault=str(error))
        except Exception:  # the outermost boundary of this thread: else the page would wait for ever
            logger.exception("evaluation failed")
            self._tell(state=State.FAILED)

    def _courteous(self) -> Callable[[int, int], None]:
        """Return what is told of each answer, and rests as long as it took."""
        since = time.monotonic()

        def progress(done: int, total: int) -> None:
            nonlocal since
            self._tell(done=done, total=total)
            self._check()
            self._cancel.wait(min(LONGEST_REST, REST * (time.monotonic() - since)))
            since = time.monotonic()

        return progress

    def _check(self) -> None:
        if self._cancel.is_set():
            raise CancelledError

    def _tell(self, **changed: object) -> None:
        if self._status is not None:
            self._status = replace(self._status, **changed)  # type: ignore[arg-type]


def _step_back() -> None:
    """Let all others go first; on Linux a thread has a priority of its own."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
