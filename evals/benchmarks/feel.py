"""Feel: how long the page keeps people waiting, alone and fifty at once."""

import asyncio
import math
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from evals.benchmarks.browser import Seen, watch
from evals.benchmarks.library import say
from evals.benchmarks.officers import Crowd, crowd
from evals.benchmarks.report import report
from evals.benchmarks.serving import served
from evals.cases import read_cases, shipped_cases

QUESTION = "“三公”经费公开由谁负责，什么时候完成？"
COLUMNS = ("what", "bar s", "best s", "median s", "95 % s", "worst s")
STARTED, LOADED, ANSWERED, CROWDED = 15.0, 1.0, 0.5, 3.0


def feel(*, officers: int, rounds: int, repeats: int) -> str:
    """Return the report; everything is done `repeats` times, on the shipped digests."""
    asked = [case.question for case in read_cases(shipped_cases()) if not case.history]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with served(folder / "library", folder) as built:
            say(f"library built, page ready in {built.seconds:.1f} s")
        starts, seen, crowds = [], [], []
        for _ in range(repeats):
            with served(folder / "library", folder) as page:
                starts.append(page.seconds)
                # The first answer and the first page warm up what the others share.
                seen += [watch(page.url, QUESTION) for _ in range(3)]
                crowds.append(asyncio.run(crowd(page.url, officers, asked, rounds)))
            say(f"started in {starts[-1]:.1f} s, {len(crowds[-1].faults)} faults")
    return report(
        "Feel", _notes(crowds, officers, rounds, repeats), COLUMNS, list(_rows(starts, seen, crowds, officers))
    )


def _notes(crowds: Sequence[Crowd], officers: int, rounds: int, repeats: int) -> list[str]:
    faults = [fault for one in crowds for fault in one.faults]
    answers, mixed = sum(len(one.waits) for one in crowds), sum(one.mixed for one in crowds)
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return [
        f"{repeats} starts of a built library; at each three pages in a browser, then {officers} officers over HTTP, "
        f"{rounds} questions each, all at the same moment; server and officers share the machine",
        f"answers {answers}, faults {len(faults)}, answers in another's conversation {mixed}; load in the end {load}",
        *sorted(set(faults))[:5],
    ]


def _rows(
    starts: Sequence[float], seen: Sequence[Seen], crowds: Sequence[Crowd], officers: int
) -> Iterable[Sequence[object]]:
    yield _row("command until the page answers", STARTED, starts)
    yield _row("browser until the page can be used", LOADED, [one.page for one in seen])
    yield _row("Enter until the answer is seen", ANSWERED, [one.answer for one in seen])
    for number, one in enumerate(crowds, 1):
        yield _row(f"{officers} pages opened at once, start {number}", CROWDED, one.opened)
        yield _row(f"{officers} questions at once, start {number}", CROWDED, one.waits)


def _row(name: str, bar: float, seconds: Sequence[float]) -> Sequence[object]:
    ordered = sorted(seconds) or [math.nan]
    places = (0, (len(ordered) - 1) // 2, math.ceil(0.95 * len(ordered)) - 1, -1)
    return (name, bar, *(f"{ordered[place]:.2f}" for place in places))
