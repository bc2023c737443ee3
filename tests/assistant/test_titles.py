import pytest

from assistant.titles import without_title

TITLE = "某市仓储工作管理办法"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("仓储工作消防检查", "消防检查"),
        ("消防检查 食堂采购", "消防检查 食堂采购"),
        ("仓储管理", "仓储管理"),
    ],
)
def test_words_of_the_title_go_unless_nothing_to_ask_would_be_left(text, left):
    assert without_title(text, TITLE).strip() == left
