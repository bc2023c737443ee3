import os
import sys
import threading
import time
from datetime import UTC, datetime

import pytest

from assistant.answer import Answer, Outcome
from assistant.ui.evaluating.runner import NICE, Runner, State
from evals.cases import Case
from evals.perform import Begun, Wanted
from evals.run_folder import RunFolder, RunSettings
from index.errors import UsageError

CASES = [Case(id=f"c{number}", kind="fact", question="？", author="test") for number in range(5)]


class Assistant:
    """Waits before the third answer until it may go on."""

    generation = "01"

    def __init__(self):
        self.asked, self.reached, self.released = 0, threading.Event(), threading.Event()
        self.priority = None

    def ask(self, question, history=()):
        self.asked += 1
        self.priority = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
        if self.asked == 3:
            self.reached.set()
            self.released.wait(20)
        return Answer(question=question, status=Outcome.REFUSED, text="")

    def documents(self):
        return ()

    def document_provisions(self, document_id):
        return ()


@pytest.fixture
def assistant():
    return Assistant()


@pytest.fixture
def folder(tmp_path):
    plain = {"version": None, "commit": None, "generation": "01", "documents": {}, "model_sha256": ""}
    settings = RunSettings(started=datetime.now(UTC), composer="extractive", repeat=1, cases="", options={}, **plain)
    return RunFolder.create(tmp_path, settings, CASES, {})


@pytest.fixture
def runner(assistant, folder):
    return Runner(lambda wanted, opening: Begun(folder, assistant, ""))


def ended(runner):
    until = time.monotonic() + 20
    while runner.status.is_ongoing and time.monotonic() < until:
        time.sleep(0.01)
    return runner.status


def test_a_second_start_is_told_of_the_first_and_changes_nothing(runner, assistant):
    assert runner.start(Wanted()) is None
    assert assistant.reached.wait(20)

    busy = runner.start(Wanted())

    assert (busy.done, busy.total) == (2, 5)
    assert busy.began == runner.status.began
    assistant.released.set()
    assert ended(runner).state is State.FINISHED
    assert assistant.asked == 5


def test_what_was_answered_before_a_cancel_stays_and_the_run_goes_on_from_there(runner, assistant, folder):
    runner.start(Wanted())
    assert assistant.reached.wait(20)
    runner.cancel()
    assistant.released.set()

    assert ended(runner).state is State.CANCELLED
    assert [given.case for given in folder.answers()] == ["c0", "c1", "c2"]
    assert folder.summary() is None

    runner.start(Wanted(resume=folder.name))

    assert ended(runner).state is State.FINISHED
    assert assistant.asked == 5
    assert folder.summary().cases == 5


def test_a_fault_that_a_person_can_mend_is_told_and_another_run_may_start():
    def begin(wanted, opening):
        raise UsageError("没有这次运行")

    runner = Runner(begin)
    runner.start(Wanted())

    assert (ended(runner).state, runner.status.fault) == (State.FAILED, "没有这次运行")
    assert runner.start(Wanted()) is None


def test_a_fault_nobody_foresaw_does_not_leave_the_run_going_for_ever(caplog):
    runner = Runner(lambda wanted, opening: 1 / 0)
    runner.start(Wanted())

    assert (ended(runner).state, runner.status.fault) == (State.FAILED, None)
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere threads have no priority of their own")
def test_all_others_go_first(runner, assistant):
    before = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    assistant.released.set()
    runner.start(Wanted())
    ended(runner)

    assert assistant.priority == min(19, NICE)
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == before
