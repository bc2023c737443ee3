"""Of several documents, places or years that a question names, none stays silent without being said so."""

import pytest

BEIJING, BEIJING_2016 = "beijing-2014-work-points", "beijing-2016-implementation-opinion"
SHANGHAI, NATIONAL = "shanghai-2014-work-points", "state-council-2014-work-points"


def cited(draft):
    return {support.document.id for claim in draft.claims for support in claim.supports}


def said(draft):
    """What an answer says beside its statements."""
    return "".join([draft.message, *draft.notices])


@pytest.mark.parametrize(
    "question",
    [
        "北京和上海的空气质量信息公开由谁负责",
        "北京、上海空气质量信息多久发布一次",
        "北京和上海，空气质量要公开哪些内容",
        "北京跟上海在空气质量信息公开上有什么不同",
    ],
)
def test_each_place_answers_whatever_is_asked(question, drafted):
    assert {BEIJING, SHANGHAI} <= cited(drafted(question))


@pytest.mark.parametrize(
    "question",
    [
        "上海要点和北京要点里自贸试验区各提了什么要求",
        "上海要点和北京要点里自贸试验区信息由谁负责",
        "上海要点和北京要点里自贸试验区信息什么时候公开",
        "上海要点和北京要点里自贸试验区要公开哪些信息",
        "上海要点和北京要点对自贸试验区的要求有什么不同",
    ],
)
def test_a_silent_document_is_named_with_what_was_searched(question, drafted):
    draft = drafted(question)

    assert cited(draft) == {SHANGHAI}
    assert "《北京市2014年政府信息公开工作要点》未见对应规定（已检索“自贸试验区" in said(draft)


def test_a_silent_year_is_named(drafted):
    draft = drafted("2014年和2016年，北京对决策公开的要求各是什么")

    assert cited(draft) == {BEIJING_2016}
    assert "《北京市2014年政府信息公开工作要点》" in said(draft)


def test_where_each_speaks_nothing_is_said_of_silence(drafted):
    assert "未见对应规定" not in said(drafted("国办要点和上海要点里食品安全信息公开什么内容"))


def test_a_time_that_the_provision_of_one_side_lacks_is_said_to_be_lacking(drafted):
    own = [
        claim
        for claim in drafted("北京、上海空气质量信息多久发布一次").claims
        if claim.supports[0].document.id == SHANGHAI
    ]

    assert any("未写明时限" in claim.text for claim in own)


def test_a_number_that_one_document_does_not_have_is_denied_beside_the_others_words(drafted):
    draft = drafted("北京要点第五十条和条例第五十条")

    assert draft.outcome == "partial"
    assert draft.message.endswith("共24条，没有第五十条。")


def test_each_number_is_looked_up_in_the_document_before_it(drafted):
    draft = drafted("北京要点（十三）和上海要点第四条各说什么")

    assert next(s.provision.id for claim in draft.claims for s in claim.supports) == f"{BEIJING}#三、(十三)"
    assert {s.provision.id for claim in draft.claims for s in claim.supports} == {
        f"{BEIJING}#三、(十三)",
        f"{SHANGHAI}#四、",
    }


def test_a_document_for_which_no_number_was_understood_is_named(drafted):
    draft = drafted("条例第三十三条、第三十四条和国办要点的那一块")

    assert "没有认出要查《2014年政府信息公开工作要点》" in said(draft)


def test_a_year_that_is_not_held_is_said_where_nothing_else_is_asked(drafted):
    draft = drafted("2014年和2015年北京的要点有什么变化")

    assert draft.outcome == "not_in_library"
    assert "没有“2015年”的文件" in draft.message
