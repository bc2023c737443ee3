"""Many programs at once: all are answered, nobody else waits for them."""

import asyncio
import threading

import httpx
import pytest

from assistant.answer import Answer, Outcome
from assistant.api.asking import AT_ONCE, WAITING
from assistant.ui.app import build_app
from assistant.ui.settings import PageSettings

PROGRAMS = 50


class Slow:
    """Answers nobody before it is released."""

    def __init__(self):
        self.released = threading.Event()
        self.most, self.now, self.lock = 0, 0, threading.Lock()

    def ask(self, question, history=()):
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        assert self.released.wait(60)
        with self.lock:
            self.now -= 1
        return Answer(question=question, status=Outcome.ANSWERED, text=f"{question}的回答")


@pytest.fixture
def slow():
    slow = Slow()
    yield slow
    slow.released.set()


def connect(app):
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:7860", timeout=60)


async def send(client, count, slow):
    """Send so many questions, and return once as many as may are being answered."""
    asked = [
        asyncio.create_task(client.post("/api/v1/ask", json={"question": f"第{number}问"})) for number in range(count)
    ]
    while slow.now < min(count, AT_ONCE):
        await asyncio.sleep(0.01)
    return asked


def test_fifty_programs_hold_up_neither_each_other_nor_the_page(slow, assistant):
    app = build_app(slow, assistant, settings=PageSettings())

    async def run():
        async with connect(app) as client:
            asked = await send(client, PROGRAMS, slow)
            others = [await client.get(path) for path in ("/healthz", "/api/v1/documents", "/api/v1/openapi.json")]
            slow.released.set()
            return others, await asyncio.gather(*asked)

    others, answers = asyncio.run(run())

    assert [other.status_code for other in others] == [200, 200, 200]
    assert [answer.json()["text"] for answer in answers] == [f"第{number}问的回答" for number in range(PROGRAMS)]
    assert slow.most == AT_ONCE


def test_one_too_many_is_told_to_come_again(slow, assistant):
    app = build_app(slow, assistant, settings=PageSettings())

    async def run():
        async with connect(app) as client:
            asked = await send(client, AT_ONCE + WAITING, slow)
            late = await client.post("/api/v1/ask", json={"question": "迟到的问题"})
            slow.released.set()
            return late, await asyncio.gather(*asked)

    late, answers = asyncio.run(run())

    assert (late.status_code, late.headers["retry-after"]) == (503, "5")
    assert {answer.status_code for answer in answers} == {200}
