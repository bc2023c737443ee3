import json
from importlib import resources

from index.words import cutter, stands_in, words


def importance(text):
    return {word.text: word.importance for word in words(text)}


def test_what_an_answer_has_weighs_more_than_what_people_only_say():
    found = importance("老百姓 债务")

    assert found["债务"] > 0.8
    assert found["老百姓"] < 0.1


def test_a_piece_of_two_words_is_also_each_of_them():
    assert {"疫苗流通", "疫苗", "流通"} <= set(cutter()("疫苗流通信息"))


def test_single_characters_make_a_word_that_nobody_knows():
    assert "川菜馆" in "".join(cutter()("附近的川菜馆"))
    assert all(len(word) > 1 for word in cutter()("附近的川菜馆"))


def test_numbers_and_marks_are_no_words():
    assert words("2014年，28号！") == []


def test_a_longer_word_also_stands_where_its_pairs_do():
    assert stands_in("征地批复", "征地、地批、批复")
    assert not stands_in("征地批复", "征地、批复")
    assert not stands_in("债务", "债权")


def test_there_is_an_importance_for_each_piece_of_the_vocabulary():
    stored = json.loads(resources.files("index").joinpath("importance.json").read_text("utf-8"))

    assert len(stored) == max(cutter().places.values()) + 1
    assert all(0 <= share <= 100 for share in stored)
