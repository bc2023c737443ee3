import threading
import time

import pytest
from langchain_core.messages import HumanMessage

from assistant.wording import network
from assistant.wording.chat import Failure, Reply


def ask(chat, seconds=60):
    return chat.ask([HumanMessage("问")], until=time.monotonic() + seconds, progress=lambda characters: None)


def test_a_whole_reply_is_returned(server, chat_at):
    server.replies = ["答"]

    assert ask(chat_at(server.url)) == Reply("答")


def test_a_wrong_key_is_told_apart(server, chat_at):
    server.replies, server.fault = ["答"], "401"

    assert ask(chat_at(server.url)) is Failure.KEY


def test_a_server_that_is_busy_is_told_apart(server, chat_at):
    server.replies, server.fault = ["答"], "429"

    assert ask(chat_at(server.url)) is Failure.BUSY


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize("fault", ["length", "filtered"])
def test_a_reply_that_broke_off_is_told_apart(server, chat_at, fault, stream):
    server.replies, server.fault = ["答"], fault

    assert ask(chat_at(server.url, stream=stream)) is Failure.INCOMPLETE


def test_a_public_address_is_not_asked(chat_at):
    assert ask(chat_at("https://8.8.8.8/v1")) is Failure.PUBLIC


def test_no_time_left_asks_nothing(server, chat_at):
    server.replies = ["答"]

    assert ask(chat_at(server.url), seconds=-1) is Failure.TIME
    assert server.asked == []


@pytest.mark.parametrize(("format", "sent"), [("schema", "json_schema"), ("object", "json_object"), ("text", None)])
def test_the_form_of_the_reply_is_asked_for_as_set(server, chat_at, format, sent):
    server.replies = ["{}"]

    ask(chat_at(server.url, format=format))

    assert server.asked[0].get("response_format", {}).get("type") == sent
    assert server.asked[0]["temperature"] == 0


def test_a_name_that_takes_long_to_look_up_ends_in_time(monkeypatch, chat_at, within):
    looked = threading.Event()
    monkeypatch.setattr(network.socket, "getaddrinfo", lambda *args, **named: looked.wait(20) and [])

    assert within(lambda: ask(chat_at("http://model.office/v1"), seconds=0.5), 10) is Failure.TIME
    looked.set()


def test_the_waiting_ends_when_it_is_told_to_even_while_nothing_comes(server, chat_at):
    server.replies, server.fault = ["答"], "silent"
    told = []

    def stop(characters):
        told.append(characters)
        return len(told) > 1

    started = time.monotonic()
    reply = chat_at(server.url).ask([HumanMessage("问")], until=started + 10, progress=stop)

    assert reply is Failure.STOPPED
    assert time.monotonic() - started < 5
    assert told == [0, 0]
