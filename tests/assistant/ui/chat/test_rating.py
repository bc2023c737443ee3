import os
from dataclasses import replace

import pytest

from assistant.answer import Outcome
from assistant.feedback import PLACE, Kind, read
from assistant.ui.chat.rating import rated, rating
from assistant.ui.chat.session import Conversation
from assistant.ui.texts import TEXTS

ZH = TEXTS["zh"]


@pytest.fixture
def conversation(answering):
    held = Conversation()
    for question in ("谁负责？", "什么时候？"):
        held.settle(held.begin(question, None), answering.ask(question))
    return held


def shown(conversation, number=2):
    turn = conversation.turn(str(number))
    return rating(number, turn.answer, conversation.opinions.get(number), ZH)


def test_an_opinion_is_kept_with_its_answer_and_the_questions_before_it(conversation, tmp_path):
    rated("2 wrong_citation 应引第三十三条", conversation, tmp_path)

    [kept] = read(tmp_path).values()
    assert (kept.kind, kept.comment) == (Kind.WRONG_CITATION, "应引第三十三条")
    assert kept.answer["question"] == "什么时候？"
    assert kept.history == ("谁负责？",)


def test_saved_is_said_of_what_was_kept(conversation, tmp_path):
    assert "意见已保存" not in shown(conversation)
    rated("2 helpful ", conversation, tmp_path)

    assert "意见已保存" in shown(conversation)
    assert '<button type="button" class="rates kept" value="helpful">有帮助</button>' in shown(conversation)
    assert shown(conversation).count("rates kept") == 1


def test_what_could_not_be_kept_is_not_called_saved(conversation, tmp_path):
    (tmp_path / PLACE.parent).write_text("a file where the folder should be")
    rated("2 wrong 错", conversation, tmp_path)

    page = shown(conversation)
    assert "意见没有保存：意见无法写入" in page
    assert "意见已保存" not in page
    assert "rates kept" not in page


def test_too_long_a_comment_is_told_in_a_line(conversation, tmp_path):
    rated(f"2 wrong {'长' * 2001}", conversation, tmp_path)

    assert "最多2000字" in shown(conversation)
    assert not os.path.exists(tmp_path / PLACE)


@pytest.mark.parametrize("said", ["", "2", "9 wrong x", "2 perfect x", "x y z"])
def test_what_means_nothing_keeps_nothing(said, conversation, tmp_path):
    rated(said, conversation, tmp_path)

    assert conversation.opinions == {}
    assert read(tmp_path) == {}


def test_a_fault_is_not_rated(conversation):
    answer = replace(conversation.turns[0].answer, status=Outcome.ERROR)

    assert rating(1, answer, None, ZH) == ""
