import pytest

from assistant.answer import Outcome


def test_a_place_that_is_not_held_is_named_with_what_was_searched(drafted):
    draft = drafted("深圳的三公经费怎么公开")

    assert draft.outcome is Outcome.NOT_IN_LIBRARY
    assert "资料库中没有“深圳”的文件。" in draft.message
    assert "已检索：2份文件，检索词“三公经费" in draft.message
    assert draft.claims == ()


def test_only_nationwide_provisions_come_near_for_another_place(drafted):
    draft = drafted("深圳的三公经费怎么公开")

    assert {support.document.region for support in draft.nearest} == {"全国"}
    assert draft.message.endswith("下列全国性规定可作参考，不能代替当地文件：")


def test_at_most_three_come_near(drafted):
    assert 0 < len(drafted("住房公积金提取要什么手续").nearest) <= 3


def test_what_comes_near_is_quoted_and_not_claimed(drafted):
    draft = drafted("住房公积金提取要什么手续")

    assert draft.claims == ()
    assert draft.message.startswith("资料库中没有查到能回答“")
    for support in draft.nearest:
        assert support.quote in support.provision.shown_text


def test_an_unknown_number_is_named(drafted):
    assert "国办发〔2020〕61号" in drafted("国办发〔2020〕61号怎么规定").message


def test_a_figure_that_no_provision_has_is_not_in_the_library(drafted):
    assert drafted("违反条例的机关要罚款多少？").outcome is Outcome.NOT_IN_LIBRARY


def test_an_answer_beside_a_place_that_is_not_held_is_partial(drafted):
    draft = drafted("北京2014年要点和深圳的征地信息公开有什么不同")

    assert draft.outcome is Outcome.PARTIAL
    assert draft.notices[0] == "资料库中没有“深圳”的文件，以下只涉及已有文件。"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("深圳的三公经费怎么公开", "需要有：深圳（市级）的政府信息公开文件"),
        ("广东的三公经费怎么公开", "需要有：广东（省级）的政府信息公开文件"),
        ("行政处罚法第五条", "需要有：《行政处罚法》。"),
        ("住房公积金提取要什么手续", "需要国家层面的其他法律"),
    ],
)
def test_the_document_that_would_be_needed_is_named_with_its_level(question, told, drafted):
    assert told in drafted(question).message
