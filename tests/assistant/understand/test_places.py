import pytest

from assistant.question import LAST_ONE
from assistant.understand.places import neighbour, places


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("第三十三条第三款", "第三十三条第三款"),
        ("第33条第3款", "第三十三条第三款"),
        ("第３３条", "第三十三条"),
        ("第（二十一）条", "第二十一条"),
        ("第四条第二款第三项", "第四条第二款第三项"),
        ("第二十条第七项", "第二十条第七项"),
        ("第三十三条之一", "第三十三条之一"),
        ("三、(十三)", "三、(十三)"),
        ("三、（十三）", "三、(十三)"),
        ("五、二是", "五、二是"),
        ("第六部分", "六、"),
        ("第八类", "八、"),
        ("第三类第2行", "三、第2行"),
        ("第二章", "第二章"),
    ],
)
def test_any_spelling_leads_to_the_one_address(written: str, address: str) -> None:
    found = places(f"请问{written}怎么规定")

    assert [place.addresses[0] for place in found] == [address]


def test_items_in_brackets_may_be_called_articles() -> None:
    (place,) = places("北京要点第十三条")

    assert "(十三)" in place.addresses


def test_the_first_paragraph_of_a_one_paragraph_article_is_the_article() -> None:
    (place,) = places("第五条第一款")

    assert "第五条" in place.addresses


def test_numbers_that_count_something_else_are_no_places() -> None:
    assert places("20个工作日内答复，共24项，第一时间公开") == ()


@pytest.mark.parametrize(
    ("written", "addresses"),
    [
        ("第二十条第一项至第三项", ["第二十条第一项", "第二十条第二项", "第二十条第三项"]),
        ("第二十条第（七）（八）项", ["第二十条第七项", "第二十条第八项"]),
        ("33、34、35条", ["第三十三条", "第三十四条", "第三十五条"]),
        ("(一)至(三)", ["(一)", "(二)", "(三)"]),
        ("四、第9行", ["四、第9行"]),
        ("711号令42条第二款", ["第四十二条第二款"]),
        ("第叁拾叁条", ["第三十三条"]),
        ("要点(21)", ["(二十一)"]),
        ("要点（２１）", ["(二十一)"]),
    ],
)
def test_ranges_lists_and_other_digits_are_written_out(written: str, addresses: list[str]) -> None:
    assert [place.addresses[0] for place in places(written)] == addresses


def test_an_item_in_brackets_may_be_a_part() -> None:
    (place,) = places("上海要点（七）")

    assert place.addresses == ("(七)", "七、")


def test_a_place_knows_what_it_is_said_to_stand_in() -> None:
    (place,) = places("第三十三条第五款")

    assert (place.within, place.number, place.unit) == ("第三十三条", 5, "款")


def test_the_last_of_a_unit_has_no_number() -> None:
    (place,) = places("条例最后一条")

    assert (place.number, place.unit) == (LAST_ONE, "条")


@pytest.mark.parametrize("question", ["第999999999999999999999条", "第12345678901234567890类", "alert(1)"])
def test_what_no_address_can_be_is_no_place(question: str) -> None:
    assert places(question) == ()


@pytest.mark.parametrize(
    ("spoken", "before", "address"),
    [
        ("下一条呢", "第三十三条", "第三十四条"),
        ("上一条呢", "第三十三条", "第三十二条"),
        ("下一款", "第三十三条第一款", "第三十三条第二款"),
        ("下一条", "第三十三条第一款", "第三十四条"),
    ],
)
def test_a_neighbour_is_counted_from_the_place_before(spoken: str, before: str, address: str) -> None:
    found = neighbour(spoken, places(before)[0])

    assert found is not None
    assert found.addresses[0] == address


def test_other_words_mean_no_neighbour() -> None:
    assert neighbour("那期限呢", places("第三十三条")[0]) is None


@pytest.mark.parametrize(
    ("question", "written"),
    [("预案5.1.2对存粮的要求", ["5.1.2"]), ("预案5.1里的要求", ["5.1"]), ("涨了5.1万元", [])],
)
def test_decimal_numbers_of_sections_are_told_from_figures(question, written):
    assert [place.written for place in places(question)] == written
