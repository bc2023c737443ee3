import pytest

from assistant.verify.stage import problems


def stated(draft):
    return [claim for claim in draft.claims if claim.sides]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("北京和上海2014年要点对事故调查报告公开有什么不同", [("上海", "一般事故"), ("北京", "逐步提高")]),
        ("北京2014年和2016年对预决算公开的要求有什么变化？", [("北京（2014年）", "项级"), ("北京（2016年）", "款”级")]),
        ("分解细化方案和国办要点关于培训的规定对比", [("国办", "未写明"), ("分解细化方案", "每年至少举办一次")]),
        ("北京2014年要点和2016年意见对教育培训的要求有什么不同", [("北京（2016年）", "不少于10课时")]),
    ],
)
def test_differences_are_named_with_the_document_that_says_each(question, told, drafted):
    sides = [side for claim in stated(drafted(question)) for side in claim.sides]

    for name, words in told:
        assert any(side.name == name and words in side.text for side in sides)


def test_what_changed_is_told_old_before_new(drafted):
    (change,) = [
        claim for claim in stated(drafted("从2014年到2016年，北京的预算公开有哪些变化？")) if "细度" in claim.text
    ]

    assert change.text.startswith("变化")
    assert change.text.index("北京（2014年）：") < change.text.index(" → ") < change.text.index("北京（2016年）：")
    assert len({support.document.id for support in change.supports}) == 2


QUESTIONS = [
    "北京和上海征地信息公开有什么不同",
    "国办要点和分解细化方案对环境信息公开要求的差别",
    "依申请公开工作，国办、北京、上海三份要点对比",
    "食品药品安全信息公开，国办、北京、上海、分解细化方案各有什么不同",
    "信用信息公开，各地有什么不同？",
    "条例和国办要点对依申请公开的规定有什么不同",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_statement_of_a_comparison_is_borne_out(question, drafted, catalogue):
    draft = drafted(question)

    assert stated(draft)
    for claim in draft.claims:
        assert problems(claim, draft.question.documents, catalogue) == []


def test_bodies_are_set_against_each_other_only_where_they_differ(drafted):
    said = [claim.text for claim in stated(drafted("北京和上海2014年要点对征地信息公开的要求有什么不同"))]

    assert any("责任单位" in text and "市国土局" in text and "市规划国土资源局" in text for text in said)


def test_what_changed_is_not_told_again_as_a_difference(drafted):
    claims = stated(drafted("预决算公开2014年到2016年有什么变化？"))
    (fine,) = [claim for claim in claims if "细度" in claim.text]

    assert [side.name for side in fine.sides] == ["北京（2014年）", "北京（2016年）", "分解细化方案（2014年）"]
    assert len({side.text for claim in claims for side in claim.sides}) == sum(len(claim.sides) for claim in claims)
