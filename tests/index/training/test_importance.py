import pytest

from index.training.corpus import Article
from index.training.importance import Asked, Use, count_asked, count_use, importance
from index.words import UNKNOWN, Cutter


@pytest.fixture(scope="module")
def cut():
    return Cutter()


def test_a_word_is_counted_once_a_question_and_as_answered_where_the_answer_has_it(cut):
    pairs = [("债务，债务怎么还", "清偿债务"), ("债务谁还", "不收取费用")]

    assert count_asked(pairs, cut)["债务"] == Asked(2, 1)


def test_unknown_words_are_counted_as_one(cut):
    asked = count_asked([("附近的川菜馆", "无"), ("仨川菜馆", "川菜馆")], cut)

    assert asked[UNKNOWN].times == 2


def test_the_use_of_a_word_is_counted_in_articles_laws_and_titles(cut):
    law = [
        Article("1#1", "债务法", (), "债务"),
        Article("1#2", "债务法", (), "债务"),
        Article("2#1", "某法", (), "债务"),
    ]

    assert count_use(law, cut)["债务"] == Use(3, 2, 1)


def test_what_answers_have_is_important_and_what_is_seldom_asked_follows_its_use():
    asked = {"债务": Asked(20, 19), "工资": Asked(20, 18), "东西": Asked(20, 0), "大家": Asked(20, 1)}
    use = {"债务": Use(500, 100, 3), "工资": Use(800, 300, 5), "东西": Use(2, 2, 0), "大家": Use(1, 1, 0)}
    use |= {"户籍": Use(600, 200, 4), "川菜": Use(1, 1, 0)}

    found = importance(asked, use, ["债务", "东西", "户籍", "川菜"])

    assert found["债务"] > 0.8 > 0.2 > found["东西"]
    assert found["户籍"] > 0.5 > found["川菜"]
