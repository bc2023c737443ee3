import pytest

REGULATION = "《中华人民共和国政府信息公开条例》现行文本（2019-04-03）"


@pytest.mark.parametrize(
    ("question", "older"),
    [
        ("北京市2014年要点里征地信息由谁牵头？", ["《北京市2014年政府信息公开工作要点》"]),
        ("分解细化方案里三公经费由谁负责？", ["《2014年政府信息公开工作要点分解细化方案》"]),
    ],
)
def test_a_text_older_than_the_rule_it_carries_out_says_so(drafted, question, older):
    draft = drafted(question)

    (told,) = [notice for notice in draft.notices if REGULATION in notice]

    assert all(title in told for title in older)


def test_the_rule_itself_and_what_is_told_of_a_document_say_nothing(drafted):
    for question in ("条例规定依申请公开多久答复？", "北京市2014年要点一共多少项？", "库里有哪些文件"):
        assert not any("现行文本" in notice for notice in drafted(question).notices)


def cited(draft):
    return {support.document for claim in draft.claims for support in claim.supports}


def notice_of(draft):
    (told,) = [notice for notice in draft.notices if REGULATION in notice]
    return told


def test_where_all_of_many_texts_are_older_they_are_counted_in_one_notice(drafted):
    draft = drafted("征地信息由谁负责公开？")

    assert len(cited(draft)) > 2
    assert notice_of(draft).startswith(f"以上{len(cited(draft))}份文件印发在前，早于")


def test_every_older_text_is_named_once_where_a_later_one_stands_beside_it(drafted):
    draft = drafted("预决算公开2014年到2016年有什么变化？")
    older = {document.title for document in cited(draft) if document.implements}

    assert len(older) < len(cited(draft))
    assert all(notice_of(draft).count(f"《{title}》") == 1 for title in older)
