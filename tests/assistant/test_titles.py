import pytest

from assistant.catalogue import Entry
from assistant.titles import titled, without_title

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


@pytest.fixture
def entries(document):
    titles = ("关于粮食仓储安全的指导意见", "关于消防演练的指导意见", "关于食堂卫生的办法")
    return [Entry(document(id=title, title=title), None, frozenset(), ()) for title in titles]


def test_the_document_is_meant_of_whose_title_a_question_says_more_than_of_any_other(entries):
    assert titled("粮食仓储指导意见第三点", entries) is entries[0]


@pytest.mark.parametrize("text", ["指导意见第三点", "粮食和消防的指导意见", "第三点说了什么"])
def test_none_is_meant_where_titles_share_what_is_said_or_each_has_some_of_it(text, entries):
    assert titled(text, entries) is None
