"""What the buttons of the training tab do, without a browser."""

from types import SimpleNamespace

import pytest

from assistant.quiz.play import Game
from assistant.quiz.question import Kind
from assistant.quiz.walk import Walk
from assistant.ui.downloads import Downloads
from assistant.ui.settings import PageSettings
from assistant.ui.training.handlers import Handlers

KINDS = [kind.value for kind in Kind]
REQUEST = SimpleNamespace(headers={"accept-language": "zh-CN"})


@pytest.fixture
def handlers(sources):
    return Handlers(sources=sources, downloads=Downloads(), settings=PageSettings())


@pytest.fixture
def started(handlers):
    return handlers.start([], KINDS, 12, 5, "甲队、乙队", REQUEST)


def test_quiz_begins_with_the_first_question_and_hides_the_settings(started):
    assert isinstance(started.going, Game)
    assert "第 1 / 12 题" in started.stage
    assert "甲队" in started.stage
    assert started.settings["visible"] is False


def test_state_of_a_quiz_does_not_hold_the_library(started):
    assert all(question.claims == () for question in started.going.sheet.questions)


@pytest.mark.parametrize("count", [0, 61, 2.5, None])
def test_number_of_questions_that_cannot_be_is_told(handlers, count):
    shown = handlers.start([], KINDS, count, 1, "", REQUEST)
    assert shown.going is None
    assert "题数请填" in shown.told


@pytest.mark.parametrize("seed", [-1, None, 1_000_000])
def test_sheet_number_that_cannot_be_is_told(handlers, seed):
    assert "卷号请填" in handlers.start([], KINDS, 3, seed, "", REQUEST).told


def test_no_kind_is_told(handlers):
    assert "至少选择一种题型" in handlers.start([], ["no such kind"], 3, 1, "", REQUEST).told


def test_empty_library_is_told():
    empty = SimpleNamespace(documents=lambda: [], document_provisions=lambda id: [])
    handlers = Handlers(sources=empty, downloads=Downloads(), settings=PageSettings())
    assert "还没有文件" in handlers.start([], KINDS, 3, 1, "", REQUEST).told


def test_shortage_is_told_beside_the_first_question(handlers):
    shown = handlers.start(["city-2014-breakdown-table"], ["match"], 30, 1, "", REQUEST)
    assert shown.going is not None
    assert "只能出" in shown.told


def test_documents_without_such_questions_are_told(handlers):
    shown = handlers.start(["state-council-2014-work-points"], ["match"], 3, 1, "", REQUEST)
    assert shown.going is None
    assert "出不了" in shown.told


def test_wrong_answer_shows_the_key_with_a_button_for_the_provision(handlers, started):
    question = started.going.question
    wrong = next(place for place in range(4) if place not in question.answer)

    shown = handlers.act(f"1 pick {wrong}", started.going, REQUEST)
    shown = handlers.act("2 submit", shown.going, REQUEST)

    assert "答错了" in shown.stage
    assert "verdict wrong" in shown.stage
    assert 'class="opens chip at-p~' in shown.stage
    assert "要旨，以原文为准" in shown.stage


def test_whatever_the_browser_sends_changes_nothing_it_may_not(handlers, started):
    for sent in ("1 pick x", "2 pick 99", "3 team -1", "4 nonsense", "5 ", "", "6 pick ²"):
        assert handlers.act(sent, started.going, REQUEST).going == started.going


def test_end_offers_results_and_both_sheets(handlers, started):
    game = handlers.act("1 pick 0", started.going, REQUEST).going
    game = handlers.act("2 submit", game, REQUEST).going

    shown = handlers.act("3 end", game, REQUEST)

    assert "测验结束" in shown.stage
    assert shown.stage.count("/export/") == 4
    assert shown.stage.count("data:image/svg+xml;base64,") == 2


def test_end_without_answers_says_so(handlers, started):
    assert "没有结果" in handlers.act("1 end", started.going, REQUEST).stage


def test_printing_offers_sheet_and_key(handlers):
    told = handlers.print([], KINDS, 5, 1, REQUEST)
    assert told.count("/export/") == 2
    assert "卷号 1" in told


def test_name_of_a_team_stays_text(handlers):
    shown = handlers.start([], KINDS, 3, 1, "<img src=x onerror=alert(1)>", REQUEST)
    assert "<img" not in shown.stage


def test_drill_is_walked_through_to_its_end(handlers):
    shown = handlers.act("1 drill correction", None, REQUEST)
    assert isinstance(shown.going, Walk)
    steps = shown.going.drill.steps
    for step in steps:
        for place in step.right:
            shown = handlers.act(f"1 pick {place}", shown.going, REQUEST)
        for address in step.cite:
            shown = handlers.act(f"1 cite {step.provisions.index(address)}", shown.going, REQUEST)
        shown = handlers.act("1 submit", shown.going, REQUEST)
        assert "verdict right" in shown.stage
        shown = handlers.act("1 next", shown.going, REQUEST)
    assert f"都正确的 {len(steps)} 步" in shown.stage


def test_drill_says_what_is_missing_and_what_does_not_belong(handlers):
    walk = handlers.act("1 drill correction", None, REQUEST).going
    wrong = next(place for place, one in enumerate(walk.step.provisions) if one not in walk.step.cite)
    for act in ("pick 0", f"cite {wrong}", "submit"):
        shown = handlers.act(f"1 {act}", walk, REQUEST)
        walk = shown.going
    assert "办法不对" in shown.stage
    assert "漏了：第三十条" in shown.stage
    assert "不是这一步的依据" in shown.stage


def test_drill_over_a_document_that_is_not_held_is_refused():
    empty = SimpleNamespace(documents=lambda: [], document_provisions=lambda id: [])
    handlers = Handlers(sources=empty, downloads=Downloads(), settings=PageSettings())
    shown = handlers.act("1 drill correction", None, REQUEST)
    assert shown.going is None
    assert "不能演练" in shown.told


def test_unknown_drill_changes_nothing(handlers):
    assert handlers.act("1 drill no-such", None, REQUEST).going is None


def test_english_page_speaks_english(handlers):
    request = SimpleNamespace(headers={"accept-language": "en"})
    shown = handlers.start([], KINDS, 3, 1, "", request)
    assert "Question 1 / 3" in shown.stage
    assert "Everyone" in shown.stage


def test_shortage_and_teams_left_out_stand_beside_the_question(handlers):
    shown = handlers.start(["city-2014-breakdown-table"], ["match"], 30, 1, "一组、一组、二组", REQUEST)

    assert shown.going.teams == ("一组", "二组")
    assert "只能出" in shown.stage
    assert "队名重复" in shown.stage


def test_answers_are_told_in_words_at_the_end(handlers, started):
    question = started.going.question
    wrong = next(place for place in range(len(question.options)) if place not in question.answer)
    game = started.going
    for act in (f"pick {wrong}", "submit", "end"):
        shown = handlers.act(f"1 {act}", game, REQUEST)
        game = shown.going

    assert question.options[wrong] in shown.stage
    assert question.options[question.answer[0]] in shown.stage
