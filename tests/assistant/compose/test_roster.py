import pytest

from assistant.compose.roster import asks_roster, holds_roster


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("把入库货主的名单列出来", True),
        ("給我一份貨主名單，列全", True),
        ("导出一份超期货主的花名册", True),
        ("货主名单要不要公布", False),
        ("名单列入几类货主", False),
        ("列出名单公布制度的要求", False),
    ],
)
def test_only_who_orders_a_list_of_names_asks_for_one(question, asks):
    assert asks_roster(question) is asks


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("货主名单如下：张某、李某。", True),
        ("组　长：张　某　　副镇长", True),
        ("下列镇各设一处：东镇、西镇、南镇、北镇、上镇、下镇、前镇、后镇。", True),
        ("货主名单每年公布。", False),
        ("货主、管理员应当登记。", False),
    ],
)
def test_a_list_of_names_is_known_by_its_look(words, holds, provision):
    assert holds_roster(provision(words)) is holds


def test_what_stands_under_the_heading_of_a_list_is_one(provision):
    assert holds_roster(provision("张某", headings=("货主名单",)))
