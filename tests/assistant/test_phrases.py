from assistant.phrases import Phrases


def test_the_phrases_of_a_text_come_longest_first_and_then_in_the_order_given():
    phrases = Phrases([("公开", 1), ("信息公开条例", 2), ("条例", 3), ("公开", 4), ("年报", 5)])

    assert phrases.found_in("政府信息公开条例") == [("信息公开条例", 2), ("公开", 1), ("条例", 3), ("公开", 4)]


def test_a_phrase_is_found_wherever_it_stands_however_short():
    phrases = Phrases([("京", 1), ("北京", 2), ("津", 3)])

    assert [meaning for _, meaning in phrases.found_in("去北京")] == [2, 1]


def test_what_only_begins_like_a_phrase_is_not_found():
    assert Phrases([("信息公开", 1)]).found_in("信息安全") == []
    assert Phrases([("信息公开", 1)]).found_in("") == []
