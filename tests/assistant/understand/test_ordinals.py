import pytest

from assistant.question import LAST_ONE
from assistant.understand.places import places


@pytest.mark.parametrize(
    ("spoken", "number", "unit"),
    [
        ("最后一部分", LAST_ONE, "部分"),
        ("收尾那块", LAST_ONE, "部分"),
        ("末尾那一部分", LAST_ONE, "部分"),
        ("压轴的一块", LAST_ONE, "部分"),
        ("最后一章", LAST_ONE, "章"),
        ("最后一大类", LAST_ONE, "类"),
        ("倒数第二部分", -2, "部分"),
        ("倒数第三条", -3, "条"),
        ("开头那部分", 1, "部分"),
        ("头一章", 1, "章"),
        ("第三块", 3, "部分"),
        ("第二大部分", 2, "部分"),
    ],
)
def test_a_place_may_be_named_by_its_order(spoken: str, number: int, unit: str) -> None:
    (place,) = places(f"这份意见{spoken}讲什么")

    assert (place.written, place.number, place.unit) == (spoken, number, unit)


@pytest.mark.parametrize(
    "said", ["最后完成时间", "牵头部分工作", "收尾工作怎么做", "最后一块钱", "龙头一条", "开头条件", "首次公开"]
)
def test_words_of_order_without_a_unit_name_no_place(said: str) -> None:
    assert places(said) == ()


def test_several_come_in_the_order_in_which_they_are_spoken_of() -> None:
    assert [place.written for place in places("开头那部分和最后一部分")] == ["开头那部分", "最后一部分"]
