import pytest

from assistant.answer import Outcome


def said(draft):
    return "\n".join(claim.text for claim in draft.claims)


def addresses(draft):
    return {support.provision.address for claim in draft.claims for support in claim.supports}


@pytest.mark.parametrize(
    ("question", "count", "heading", "address"),
    [
        ("北京2014年要点一共有几大部分？最后一部分是什么？", "共5个部分", "五、加大组织管理力度", "五、"),
        ("北京2014年要点总共分几块，收尾那块讲什么", "共5个部分", "五、加大组织管理力度", "五、"),
        ("国办2014年要点有几部分？倒数第二部分叫什么？", "共8个部分", "七、认真做好依申请公开工作", "七、"),
        ("条例共几章，最后一章是什么？", "共6章", "第六章 附则", "第六章"),
        ("分解细化方案分几类，开头那一类是什么？", "共8类", "一、加强主动公开工作", "一、"),
    ],
)
def test_the_number_of_parts_comes_with_the_part_asked_about(question, count, heading, address, drafted):
    draft = drafted(question)

    assert draft.outcome is Outcome.ANSWERED
    assert count in draft.claims[0].text
    assert heading in said(draft)
    assert address in {a[: len(address)] for a in addresses(draft)}


def test_parts_of_a_text_in_chapters_are_its_chapters(drafted):
    assert "第五章 监督和保障" in said(drafted("条例倒数第二部分讲什么"))


def test_a_number_below_a_part_is_counted_there(drafted):
    draft = drafted("条例分几章，第三章有几条？")

    assert [claim.text[-7:] for claim in draft.claims[1:]] == ["动公开共8条。"]
    assert "共6章" in draft.claims[0].text


def test_what_is_asked_of_a_part_alone_leaves_the_document_out(drafted):
    assert "共6章" not in said(drafted("条例第三章有几条"))


def test_more_parts_from_the_end_than_there_are_is_denied(drafted):
    assert drafted("条例倒数第九章讲什么").outcome is Outcome.NOT_IN_LIBRARY
