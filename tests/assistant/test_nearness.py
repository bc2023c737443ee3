import pytest

from assistant.nearness import nearness


def test_a_word_that_stands_there_is_as_near_as_can_be():
    assert nearness("标准", "收费、标准") == pytest.approx(1.0, abs=1e-4)


def test_a_word_of_like_meaning_is_nearer_than_another():
    assert nearness("打印", "复制、邮寄等成本费用") > nearness("休渔", "复制、邮寄等成本费用") + 0.1


@pytest.mark.parametrize("text", ["", "　"])
def test_nothing_is_near_to_no_text(text):
    assert nearness("收费", text) == 0.0


def test_an_unknown_word_is_near_to_nothing():
    assert nearness("\U0001f600", "公开") == 0.0
