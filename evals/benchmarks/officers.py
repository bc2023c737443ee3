"""Simulated officers: each speaks to the page as a browser does, all of them at once."""

import asyncio
import html
import json
import re
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import httpx

CONFIGURATION = "window.gradio_config = "
"""Stands in the page before what it is made of."""
LONGEST_WAIT_SECONDS = 120
REUSED_SECONDS = 2
"""A connection that rested longer is not used again: the server closes it after five, and a browser would ask anew."""
SEAT = "（座席{officer}-{turn}）"
"""Ends each question, so that an answer shows whose it is."""


class PageFault(Exception):  # noqa: N818 - said of the page, not of this program
    """The page did not answer as a browser needs it to."""


class Asking(NamedTuple):
    """The event that sends a question, as the page describes it to the browser."""

    event: int
    trigger: int
    values: list[Any]
    question: int
    """Place of the question among `values`."""
    transcript: int
    """Place of the conversation among what comes back."""


def asking(config: dict[str, Any]) -> Asking:
    """Find the event in the page's configuration.

    Raises:
        PageFault: the page has none.
    """
    ids = {one["props"].get("elem_id"): one["id"] for one in config["components"]}
    values = _values(config)
    if not {"question", "transcript"} <= ids.keys():
        raise PageFault("the page has no question or no conversation")
    box, transcript = ids["question"], ids["transcript"]
    for event in config["dependencies"]:
        if [box, "submit"] in event["targets"]:
            given = [values.get(name) for name in event["inputs"]]
            places = event["inputs"].index(box), event["outputs"].index(transcript)
            return Asking(event["id"], box, given, *places)
    raise PageFault("no event sends a question")


def _values(config: dict[str, Any]) -> dict[int, Any]:
    """Return what each component holds when the page is opened; what the server keeps is None."""
    return {one["id"]: one["props"].get("value") for one in config["components"]}


@dataclass(slots=True)
class Officer:
    """One browser with one conversation."""

    number: int
    client: httpx.AsyncClient
    session: str = field(default_factory=lambda: secrets.token_hex(8))
    asking: Asking | None = None
    seats: list[str] = field(default_factory=list)
    presence: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Open the page."""
        page = _read(await self.client.get("/")).text
        config, _ = json.JSONDecoder().raw_decode(page.partition(CONFIGURATION)[2])
        self.asking, values = asking(config), _values(config)
        self.presence = asyncio.create_task(self._stay())
        for event in config["dependencies"]:
            if any(kind == "load" for _, kind in event["targets"]):
                sent = self._sent(event["id"], [values.get(name) for name in event["inputs"]], None)
                await (self._queued(sent) if event["queue"] else self._called(sent))

    async def leave(self) -> None:
        """Close the page."""
        if self.presence is not None:
            self.presence.cancel()
            await asyncio.wait([self.presence])

    async def _stay(self) -> None:
        """Hold the connection by which the page knows that somebody still has it open."""
        async with self.client.stream("GET", f"/gradio_api/heartbeat/{self.session}") as beats:
            async for _ in beats.aiter_bytes():
                pass

    async def ask(self, question: str) -> str:
        """Ask a question; return the conversation that the page shows then, as text with marks."""
        event = self.asking
        if event is None:
            raise PageFault("the page is not open")
        seat = SEAT.format(officer=f"{self.number:03}", turn=len(self.seats))
        self.seats.append(seat)
        values = list(event.values)
        values[event.question] = question + seat
        sent = self._sent(event.event, values, event.trigger)
        shown = await self._queued(sent)
        return html.unescape(str(shown[event.transcript]))

    async def _called(self, sent: dict[str, Any]) -> None:
        _read(await self.client.post("/gradio_api/run/predict", json=sent))

    async def _queued(self, sent: dict[str, Any]) -> list[Any]:
        _read(await self.client.post("/gradio_api/queue/join", json=sent))
        return await self._shown()

    def _sent(self, event: int, values: list[Any], trigger: int | None) -> dict[str, Any]:
        return {
            "data": values,
            "fn_index": event,
            "session_hash": self.session,
            "event_data": None,
            "trigger_id": trigger,
        }

    async def _shown(self) -> list[Any]:
        """Read the stream of events until the question is done."""
        address = "/gradio_api/queue/data"
        async with self.client.stream("GET", address, params={"session_hash": self.session}) as stream:
            async for line in stream.aiter_lines():
                message = json.loads(line.removeprefix("data:")) if line else {}
                if message.get("msg") == "process_completed":
                    if not message["success"]:
                        raise PageFault(str(message["output"].get("error")))
                    shown: list[Any] = message["output"]["data"]
                    return shown
        raise PageFault("the stream ended before the answer")


def _read(response: httpx.Response) -> httpx.Response:
    if response.status_code != httpx.codes.OK:
        raise PageFault(f"{response.status_code} {response.text[:80]}")
    return response


@dataclass(frozen=True, slots=True)
class Crowd:
    """How it went."""

    opened: list[float]
    """Seconds until each page was open."""
    waits: list[float]
    """Seconds from sending a question to its answer."""
    faults: list[str]
    mixed: int
    """Answers that miss a question of their own officer or show one of another's."""


async def crowd(url: str, officers: int, questions: Sequence[str], rounds: int) -> Crowd:
    """Let officers open the page at once, then ask at once, `rounds` times."""
    seen = Crowd([], [], [], 0)
    limits = httpx.Limits(max_connections=None, keepalive_expiry=REUSED_SECONDS)
    async with httpx.AsyncClient(base_url=url, timeout=LONGEST_WAIT_SECONDS, limits=limits) as client:
        crowded = [Officer(number, client) for number in range(officers)]
        await asyncio.gather(*(_timed(officer.open(), seen.opened, seen.faults) for officer in crowded))
        inside = [officer for officer in crowded if officer.asking]
        mixed = 0
        for turn in range(rounds):
            asked = (one.ask(questions[(one.number + turn * officers) % len(questions)]) for one in inside)
            shown = await asyncio.gather(*(_timed(one, seen.waits, seen.faults) for one in asked))
            mixed += sum(_is_mixed(officer, text) for officer, text in zip(inside, shown, strict=True) if text)
        await asyncio.gather(*(officer.leave() for officer in crowded))
    return Crowd(seen.opened, seen.waits, seen.faults, mixed)


async def _timed(work: Any, seconds: list[float], faults: list[str]) -> Any:  # noqa: ANN401 - whatever the work gives
    started = time.perf_counter()
    try:
        done = await work
    except (PageFault, httpx.HTTPError) as fault:
        faults.append(f"{type(fault).__name__}: {fault}")
        return None
    seconds.append(time.perf_counter() - started)
    return done


def _is_mixed(officer: Officer, shown: str) -> bool:
    return set(re.findall(SEAT.format(officer=r"\d+", turn=r"\d+"), shown)) != set(officer.seats)
