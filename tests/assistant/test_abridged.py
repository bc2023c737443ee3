import pytest

from assistant.abridged import Abridged, fits

TITLE = "国家职业教育改革实施方案"


def longest(said, title=TITLE):
    return said[-found[-1].length :] if (found := fits(said, title)) else ""


@pytest.mark.parametrize("said", ["职业教育", "职教改革", "国家职教改革", "教育改革"])
def test_words_of_a_title_fit_in_their_order_shortened_or_not(said):
    assert longest(said) == said


@pytest.mark.parametrize("said", ["改革职业", "教师", "国案", "家方"])
def test_characters_out_of_order_or_far_apart_do_not_fit(said):
    assert longest(said) != said


def test_what_is_said_before_is_left_out():
    assert longest("请介绍职教改革") == "职教改革"


def test_words_that_stand_together_count_for_more():
    together, apart = fits("职业教育", TITLE)[-1], fits("职教改革", TITLE)[-1]

    assert together.score > apart.score


def test_titles_are_found_by_the_characters_they_hold():
    abridged = Abridged([("河道管理", 1), ("道路运输", 2), ("管道保护", 3)])

    assert {meaning for _, meaning in abridged.holding("道管")} == {1, 3}
