import time
from types import SimpleNamespace

import gradio as gr
import pytest

from assistant.answer import Outcome, Scope
from assistant.question import Filter
from assistant.ui.chat.handlers import Handlers
from assistant.ui.chat.session import Conversation
from assistant.ui.settings import PageSettings
from index.errors import LibraryError

CHINESE = SimpleNamespace(headers={"accept-language": "zh-CN"})
ENGLISH = SimpleNamespace(headers={"accept-language": "en"})


@pytest.fixture
def handlers(answering, sources, settings):
    return Handlers(answering=answering, sources=sources, settings=settings)


@pytest.fixture
def conversation():
    return Conversation()


def ask(handlers, question, conversation, filters=()):
    return list(handlers.ask(question, filters, conversation, CHINESE))


def test_an_answer_that_is_there_at_once_is_shown_without_a_flicker(handlers, conversation):
    [settled] = ask(handlers, "谁负责？", conversation)

    assert conversation.turns[0].answer.status is Outcome.ANSWERED
    assert "pending" not in settled.transcript
    assert "shows-1-1" in settled.source


def test_a_question_is_shown_while_its_answer_takes_time(handlers, conversation, answering):
    answering.delay_seconds = 0.4
    pending, *_, settled = ask(handlers, "谁负责？", conversation)

    assert "pending" in pending.transcript
    assert "pending" not in settled.transcript


def test_how_far_the_model_is_is_told_without_sending_the_conversation_again(sources, settings, conversation):
    class Slow:
        def ask(self, question, history=(), *, within=None, on_progress=None):
            on_progress("compose", 123)
            time.sleep(0.9)
            return SimpleNamespace(status=Outcome.ERROR, citations=())

    handlers = Handlers(answering=Slow(), sources=sources, settings=settings)
    asking = handlers.ask("问", (), conversation, CHINESE)
    pending, told = next(asking), next(asking)

    assert "pending" in pending.transcript
    assert "已写 123 字" in told.progress
    assert told.transcript == told.source == gr.skip()


def test_stopping_asks_the_answering_to_do_without_its_model(sources, settings, conversation, answering):
    class Worded:
        def ask(self, question, history=(), *, within=None, on_progress=None):
            until = time.monotonic() + 10
            while not on_progress("compose", 5) and time.monotonic() < until:
                time.sleep(0.05)
            return answering.ask(question)

        preview = answering.preview

    handlers = Handlers(answering=Worded(), sources=sources, settings=settings)
    asking = handlers.ask("谁负责？", (), conversation, CHINESE)
    next(asking)
    started = time.monotonic()
    handlers.stop(conversation)
    *_, settled = asking

    assert time.monotonic() - started < 2
    assert "市财政局牵头" in settled.transcript


def test_what_does_not_stop_is_no_longer_waited_for(handlers, conversation, answering, monkeypatch):
    monkeypatch.setattr("assistant.ui.chat.waiting.PATIENCE_SECONDS", 0.0)
    answering.released.clear()
    asking = handlers.ask("谁负责？", (), conversation, CHINESE)
    next(asking)
    handlers.stop(conversation)
    *_, settled = asking
    answering.released.set()

    assert "已停止" in settled.transcript
    assert "pending" not in settled.transcript


def test_an_answer_that_comes_after_a_new_conversation_began_is_dropped(handlers, conversation, answering):
    answering.released.clear()
    asking = handlers.ask("谁负责？", (), conversation, CHINESE)
    next(asking)
    handlers.open(conversation, CHINESE)
    answering.released.set()

    assert [shown for shown in asking if shown.transcript != gr.skip()] == []
    assert conversation.turns == ()


def test_earlier_questions_go_along(handlers, answering, conversation):
    ask(handlers, "谁负责？", conversation)
    ask(handlers, "什么时候？", conversation)

    assert answering.asked == [("谁负责？", ()), ("什么时候？", ("谁负责？",))]


@pytest.mark.parametrize("question", ["", "  \n", None, "\u200b"])
def test_an_empty_question_changes_nothing(question, handlers, answering, conversation):
    assert ask(handlers, question, conversation) == []
    assert answering.asked == []


def test_a_question_that_is_too_long_is_refused_by_the_server(handlers, answering, conversation):
    ask(handlers, "问" * 1001, conversation)

    assert answering.asked == []
    assert conversation.turns[0].answer.status is Outcome.ERROR
    assert "1001" in conversation.turns[0].answer.text
    assert len(conversation.turns[0].question) == 1000


def test_the_longest_question_is_asked(handlers, answering, conversation):
    ask(handlers, "问" * 1000, conversation)

    assert len(answering.asked) == 1


def test_an_offered_question_comes_with_a_count(handlers, answering, conversation):
    list(handlers.ask_offered("7 某市 2014年工作要点", (), conversation, CHINESE))

    assert answering.asked == [("某市 2014年工作要点", ())]


def test_what_was_chosen_restricts_the_question(handlers, answering, conversation):
    ask(handlers, "谁负责？", conversation, ["region:某市", "year:2014", "body:市财政局"])

    assert answering.within == [Filter(regions=("某市",), years=(2014,), bodies=("市财政局",))]


def test_a_restriction_that_was_read_out_of_the_question_can_be_taken_away(handlers, answering, conversation):
    ask(handlers, "谁负责？", conversation)
    list(handlers.ask_without("3 1 year:2014", conversation, CHINESE))

    assert answering.asked[-1] == ("谁负责？", ("谁负责？",))
    assert answering.within[-1] == Filter(ignored=Scope(years=(2014,)))


def test_a_mendable_fault_is_told_as_an_answer(sources, settings, conversation):
    class Broken:
        def ask(self, question, history=(), *, within=None, on_progress=None):
            raise LibraryError("资料库已损坏：disclosure index")

    handlers = Handlers(answering=Broken(), sources=sources, settings=settings)

    *_, shown = ask(handlers, "问", conversation)

    assert conversation.turns[0].answer.status is Outcome.ERROR
    assert "disclosure index" in shown.transcript


def test_any_other_fault_ends_the_waiting(handlers, conversation):
    with pytest.raises(RuntimeError):
        ask(handlers, "故障", conversation)

    page = handlers.fail(conversation, CHINESE)

    assert conversation.turns[0].answer.status is Outcome.ERROR
    assert "pending" not in page


def test_a_chosen_mark_opens_its_provision(handlers, conversation):
    ask(handlers, "谁负责？", conversation)

    assert "shows-1-3" in handlers.choose("2 1-3", conversation, CHINESE)
    assert "nothing" in handlers.choose("3 9-9", conversation, CHINESE)


def test_the_page_opens_in_the_browsers_language(handlers, conversation):
    assert "请就政府信息公开的文件提问" in handlers.open(conversation, CHINESE)[0]
    assert "Ask about the disclosure documents" in handlers.open(conversation, ENGLISH)[0]


def test_a_setting_fixes_the_language(answering, sources, conversation):
    handlers = Handlers(answering=answering, sources=sources, settings=PageSettings(language="zh"))

    assert "请就政府信息公开的文件提问" in handlers.open(conversation, ENGLISH)[0]
