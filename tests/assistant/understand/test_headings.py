import pytest

from assistant.question import Aspect
from assistant.understand.headings import asks_for_contents, headed

RULE, POINTS = ("disclosure-regulation-2019",), ("state-council-2014-work-points",)


@pytest.mark.parametrize(
    ("topic", "documents", "address"),
    [
        ("总则", RULE, "第一章"),
        ("总则讲了什么", RULE, "第一章"),
        ("依申请公开“这一章共", RULE, "第四章"),
        ("推动公共监管信息公开 这部分下面分了几点", POINTS, "六、"),
    ],
)
def test_a_unit_is_named_by_its_heading(topic, documents, address, catalogue):
    assert headed(topic, documents, catalogue).addresses == (address,)


@pytest.mark.parametrize("topic", ["总则适用于企业", "依申请公开要收费", "", "没有这个标题"])
def test_a_heading_that_is_only_part_of_what_is_asked_names_nothing(topic, catalogue):
    assert headed(topic, RULE, catalogue) is None


def test_without_a_document_a_heading_names_nothing(catalogue):
    assert headed("总则", (), catalogue) is None


def test_who_and_when_do_not_ask_for_contents():
    assert asks_for_contents(frozenset({Aspect.WHAT, Aspect.STRUCTURE}))
    assert not asks_for_contents(frozenset({Aspect.WHO}))
