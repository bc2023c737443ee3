import pytest

from assistant.comparison.differences import Passage, differences
from assistant.comparison.facts import Kind


def common(term):
    """Words of the trade say little, all others much."""
    return 0.1 if term in {"公开", "信息", "加强", "推进", "做好"} else 0.8


def found(*said):
    return {one.kind: one.sides for one in differences([Passage(text, text) for text in said], common)}


def test_levels_that_differ_are_named_in_the_words_of_each():
    sides = found("预算公开到功能分类的项级科目。", "预算全部细化到经济分类款级科目。")[Kind.FINENESS]

    assert sides == (("预算公开到功能分类的项级科目",), ("预算全部细化到经济分类款级科目",))


def test_a_time_that_only_one_states_leaves_the_other_silent():
    sides = found("人员要培训。", "人员每年培训不少于10课时。")[Kind.TIME]

    assert sides == ((), ("人员每年培训不少于10课时",))


def test_a_time_elsewhere_in_the_provision_is_not_called_missing():
    one = Passage("人员每年至少培训一次", "人员每年至少培训一次")
    other = Passage("人员要培训", "人员要培训。每年至少培训一次")

    assert all(difference.kind is not Kind.TIME for difference in differences([one, other], common))


def test_members_of_a_list_that_the_other_lacks_are_named_alone():
    sides = found("公开征地批复、范围、补偿", "公开征地批复、补偿")[Kind.CONTENT]

    assert sides == (("范围",), None)


def test_how_firmly_the_same_is_asked_is_a_difference():
    sides = found("中标成交结果应当公开", "中标成交结果可以公开")[Kind.DEGREE]

    assert sides == (("中标成交结果应当公开",), ("中标成交结果可以公开",))


@pytest.mark.parametrize("text", ["公开征地批复、范围。", "每年公开一次，公开到项级科目。", ""])
def test_the_same_words_do_not_differ(text):
    assert found(text, text) == {}


def test_every_phrase_told_stands_in_the_words_compared():
    texts = ("加强监管（含抽检）结果公开，及时预警。", "建立黑名单制度，公示企业和产品", "公开抽检结果")
    for difference in differences([Passage(text, text) for text in texts], common):
        for text, side in zip(texts, difference.sides, strict=True):
            assert all(phrase in text for phrase in side or ())
