from assistant.retrieve.coverage import Coverage, not_literal

COUNT = 100
FREQUENCIES = {"征地": 2, "信息": 80, "公开": 90}


def coverage(topic):
    return Coverage(topic, count=COUNT, frequency=lambda term: FREQUENCIES.get(term, 0))


def test_a_text_with_all_of_a_topic_covers_it_and_one_with_nothing_of_it_does_not():
    assert coverage("征地")("征地补偿", {}) == 1
    assert coverage("征地")("收费标准", {}) == 0
    assert coverage("")("收费标准", {}) == 0


def test_a_rare_word_covers_more_than_a_common_one():
    topic = coverage("征地 公开")

    assert topic("征地", {}) > topic("公开", {})


def test_among_rare_words_common_ones_count_for_next_to_nothing():
    topic = coverage("征地 公开")

    assert topic.of_rare("公开", {}) < topic("公开", {})
    assert topic.of_rare("公开", {}) < 0.1
    assert topic.of_rare("征地", {}) > 0.9


def test_the_official_word_counts_nearly_as_much_as_the_everyday_one():
    topic = coverage("征地")

    assert 0 < topic("土地征收", {"征地": ["土地征收"]}) < 1


def test_an_everyday_word_that_the_texts_use_is_not_widened():
    synonyms = {"处理费": ["信息处理费"], "复印件": ["复制"]}

    assert not_literal(synonyms, ["收取处理费"]) == {"复印件": ["复制"]}
