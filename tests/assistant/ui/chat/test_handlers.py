from types import SimpleNamespace

import pytest

from assistant.answer import Outcome
from assistant.ui.chat.handlers import Handlers
from assistant.ui.settings import PageSettings
from index.errors import LibraryError

CHINESE = SimpleNamespace(headers={"accept-language": "zh-CN"})
ENGLISH = SimpleNamespace(headers={"accept-language": "en"})


@pytest.fixture
def handlers(answering, sources, settings):
    return Handlers(answering=answering, sources=sources, settings=settings)


def test_a_question_is_shown_before_its_answer(handlers):
    pending, settled = handlers.ask("谁负责？", (), CHINESE)

    assert "pending" in pending.transcript
    assert settled.turns[0].answer.status is Outcome.ANSWERED
    assert "shows-1-1" in settled.source


def test_earlier_questions_go_along(handlers, answering):
    *_, first = handlers.ask("谁负责？", (), CHINESE)
    list(handlers.ask("什么时候？", first.turns, CHINESE))

    assert answering.asked == [("谁负责？", ()), ("什么时候？", ("谁负责？",))]


@pytest.mark.parametrize("question", ["", "  \n", None, "\u200b"])
def test_an_empty_question_changes_nothing(question, handlers, answering):
    assert list(handlers.ask(question, (), CHINESE)) == []
    assert answering.asked == []


def test_a_question_that_is_too_long_is_refused_by_the_server(handlers, answering):
    *_, shown = handlers.ask("问" * 1001, (), CHINESE)

    assert answering.asked == []
    assert shown.turns[0].answer.status is Outcome.ERROR
    assert "1001" in shown.turns[0].answer.text
    assert len(shown.turns[0].question) == 1000


def test_the_longest_question_is_asked(handlers, answering):
    list(handlers.ask("问" * 1000, (), CHINESE))

    assert len(answering.asked) == 1


def test_an_offered_question_comes_with_a_count(handlers, answering):
    list(handlers.ask_offered("7 某市 2014年工作要点", (), CHINESE))

    assert answering.asked == [("某市 2014年工作要点", ())]


def test_a_mendable_fault_is_told_as_an_answer(sources, settings):
    class Broken:
        def ask(self, question, history=(), *, within=None, on_progress=None):
            raise LibraryError("资料库已损坏：disclosure index")

    handlers = Handlers(answering=Broken(), sources=sources, settings=settings)

    *_, shown = handlers.ask("问", (), CHINESE)

    assert shown.turns[0].answer.status is Outcome.ERROR
    assert "disclosure index" in shown.transcript


def test_any_other_fault_ends_the_waiting(handlers):
    asking = handlers.ask("故障", (), CHINESE)
    pending = next(asking)
    with pytest.raises(RuntimeError):
        next(asking)

    turns, page = handlers.fail(pending.turns, CHINESE)

    assert turns[0].answer.status is Outcome.ERROR
    assert "pending" not in page


def test_a_chosen_mark_opens_its_provision(handlers):
    *_, shown = handlers.ask("谁负责？", (), CHINESE)

    assert "shows-1-3" in handlers.choose("2 1-3", shown.turns, CHINESE)
    assert "nothing" in handlers.choose("3 9-9", shown.turns, CHINESE)


def test_the_page_opens_in_the_browsers_language(handlers):
    assert "请就政府信息公开的文件提问" in handlers.open(CHINESE).transcript
    assert "Ask about the disclosure documents" in handlers.open(ENGLISH).transcript


def test_a_setting_fixes_the_language(answering, sources):
    handlers = Handlers(answering=answering, sources=sources, settings=PageSettings(language="zh"))

    assert "请就政府信息公开的文件提问" in handlers.open(ENGLISH).transcript
