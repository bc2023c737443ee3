import pytest

from assistant.retrieve.coverage import Coverage, not_literal

COUNT = 100
FREQUENCIES = {"征地": 2, "信息": 80, "公开": 90}


def covered(topic, text, synonyms=None):
    measured = Coverage(topic, count=COUNT, frequency=lambda term: FREQUENCIES.get(term, 0))
    return measured([text], synonyms or {})


def share(topic, text, synonyms=None):
    return covered(topic, text, synonyms).shares[0]


def test_a_text_with_all_of_a_topic_covers_it_and_one_with_nothing_of_it_does_not():
    assert share("征地", "征地补偿") == 1
    assert share("征地", "收费标准") == 0
    assert share("", "收费标准") == 0


def test_a_rare_word_covers_more_than_a_common_one():
    assert share("征地 公开", "征地") > share("征地 公开", "公开")


def test_among_rare_words_common_ones_count_for_next_to_nothing():
    assert covered("征地 公开", "公开").of_rare[0] < share("征地 公开", "公开")
    assert covered("征地 公开", "公开").of_rare[0] < 0.1
    assert covered("征地 公开", "征地").of_rare[0] > 0.9


def test_the_official_word_counts_nearly_as_much_as_the_everyday_one():
    assert share("征地", "土地征收", {"征地": ["土地征收"]}) == pytest.approx(0.8)


def test_every_text_gets_its_own_share_in_order():
    measured = Coverage("征地", count=COUNT, frequency=lambda term: 2)

    assert list(measured(["收费", "征地", "征地"], {}).shares) == [0, 1, 1]
    assert list(measured([], {}).shares) == []


def test_an_everyday_word_that_the_texts_use_is_not_widened():
    synonyms = {"处理费": ["信息处理费"], "复印件": ["复制"]}

    assert not_literal(synonyms, ["收取处理费"]) == {"复印件": ["复制"]}
