from assistant.lacking import Lacking


def test_important_words_that_a_text_does_not_have_are_lacking():
    measure = Lacking("地方政府债务", {})

    assert measure("地方政府的债务") == (0, 0)
    assert measure("地方政府").total > 0.8
    assert measure("地方政府").greatest > 0.8
    assert [word.text for word in measure.words("地方政府")] == ["债务"]


def test_everyday_words_are_hardly_missed():
    assert Lacking("老百姓的东西", {})("公民").total < 0.1


def test_an_official_word_says_the_everyday_one():
    said = {"年报": ("年度报告",)}

    assert Lacking("部门年报", {})("部门年度报告").total > Lacking("部门年报", said)("部门年度报告").total
