import pytest

from assistant.understand.places import places


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
