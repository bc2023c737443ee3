"""A model server that is away does not make every question wait for it."""

import time

import pytest
from langchain_core.messages import HumanMessage

from assistant.chain import Assistant
from assistant.settings import shipped
from assistant.wording.chat import MOST_FAILURES, REST_SECONDS, Failure, Reply
from assistant.wording.patience import PatientChat
from assistant.wording.prompts import read_prompts
from assistant.wording.settings import Endpoint, ModelSettings


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def chat(server, clock):
    settings = ModelSettings(base_url=server.url, model="office-model")
    return PatientChat(Endpoint(server.url, "office-model", "key", settings), clock)


def ask(chat, *, stop=False):
    until = time.monotonic() + 10
    return chat.ask([HumanMessage("问")], until=until, progress=lambda characters: stop)


def fail(server, chat, times=MOST_FAILURES, fault="500"):
    server.replies, server.fault = ["答"], fault
    return [ask(chat) for _ in range(times)]


def test_after_some_failures_in_a_row_it_is_not_asked(server, chat):
    assert fail(server, chat) == [Failure.UNREACHABLE] * MOST_FAILURES
    assert ask(chat) is Failure.RESTING
    assert len(server.asked) == MOST_FAILURES


def test_after_its_rest_it_is_asked_again_and_trusted_again(server, chat, clock):
    fail(server, chat)
    clock.now += REST_SECONDS
    server.fault = None

    assert ask(chat) == Reply("答")
    assert ask(chat) == Reply("答")


def test_when_it_fails_after_its_rest_it_rests_again(server, chat, clock):
    fail(server, chat)
    clock.now += REST_SECONDS

    assert ask(chat) is Failure.UNREACHABLE
    assert ask(chat) is Failure.RESTING


def test_while_one_question_tries_it_again_others_go_on_without(server, chat, clock):
    fail(server, chat)
    clock.now += REST_SECONDS
    server.fault, met = "silent", []

    def meanwhile(characters):
        met.append(ask(chat))
        return True

    chat.ask([HumanMessage("问")], until=time.monotonic() + 10, progress=meanwhile)

    assert met == [Failure.RESTING]
    assert len(server.asked) == MOST_FAILURES + 1


@pytest.mark.parametrize("fault", ["401", "length"])
def test_a_server_that_answers_wrongly_is_there(server, chat, fault):
    fail(server, chat, MOST_FAILURES + 2, fault)

    assert len(server.asked) == MOST_FAILURES + 2


def test_failures_count_in_a_row_only(server, chat):
    fail(server, chat, MOST_FAILURES - 1)
    server.fault = None
    ask(chat)

    assert fail(server, chat, MOST_FAILURES - 1)[-1] is Failure.UNREACHABLE


def test_who_stops_waiting_says_nothing_of_the_server(server, chat):
    fail(server, chat, MOST_FAILURES - 1)
    server.fault = "silent"
    assert ask(chat, stop=True) is Failure.STOPPED
    server.fault = None

    assert ask(chat) == Reply("答")


def test_the_answer_says_plainly_that_the_model_rests(server, chat, library):
    fail(server, chat)
    assistant = Assistant(library, longest_question=1000, retrieved=20, model=(chat, read_prompts(shipped("prompts"))))

    answer = assistant.ask("行政机关收到政府信息公开申请，最长多久答复？")

    assert answer.composer == "extractive"
    assert answer.notices[-1] == "模型接连3次没有应答，60秒内不再等待，以下为条款摘录。"
    assert len(server.asked) == MOST_FAILURES
