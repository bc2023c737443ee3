from collections import Counter

import pytest

from assistant.answer import Outcome
from assistant.catalogue import Catalogue
from assistant.compose.lookup import count_of


def cited(draft):
    return [support.provision.address for claim in draft.claims for support in claim.supports]


@pytest.mark.parametrize(
    ("question", "address"),
    [
        ("条例第三十三条第二款", "第三十三条第二款"),
        ("条例第二十条第七项", "第二十条第七项"),
        ("条例第五条第一款", "第五条"),
        ("北京要点第十三条", "三、(十三)"),
        ("北京要点第（二十一）项", "四、(二十一)"),
        ("国办要点五、二是", "五、二是"),
        ("上海要点第十部分", "十、"),
        ("京政办发2014 28号第（二十一）条", "四、(二十一)"),
    ],
)
def test_a_place_is_answered_with_its_own_words(question, address, drafted):
    draft = drafted(question)

    assert draft.outcome is Outcome.ANSWERED
    assert cited(draft) == [address]
    assert draft.claims[0].supports[0].quote == draft.claims[0].supports[0].provision.own_text.strip()


def test_a_row_is_answered_with_requirement_bodies_and_deadline(drafted):
    (claim,) = drafted("分解细化方案第三类第2行").claims

    assert claim.text.startswith("“三公”经费公开：对以下信息作细化说明")
    assert claim.text.endswith("（市财政局牵头（承上栏）；完成时限：年内（承上栏））")
    assert {support.provision.address for support in claim.supports} == {"三、第1行", "三、第2行"}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("北京要点第三十条", "共24条，没有第三十条。"),
        ("北京要点第30项", "共24项，没有第30项。"),
        ("条例第八十条", "共56条，没有第八十条。"),
        ("国办要点第十部分", "共8个部分，没有第十部分。"),
        ("分解细化方案第九类", "共8类，没有第九类。"),
        ("条例第九章", "共6章，没有第九章。"),
    ],
)
def test_a_place_that_is_not_there_is_denied_with_the_count(question, said, drafted):
    draft = drafted(question)

    assert draft.outcome is Outcome.NOT_IN_LIBRARY
    assert draft.message.endswith(said)
    assert draft.claims == ()


def test_a_place_that_no_document_has_is_denied_for_all(drafted):
    assert drafted("第九十九条").message == "资料库的6份文件中都没有第九十九条。"


def test_a_place_in_several_documents_asks_which(drafted):
    draft = drafted("第六部分")

    assert draft.outcome is Outcome.CLARIFY
    assert "《2014年上海市政府信息公开工作要点》第六部分" in draft.choices
    assert len(draft.choices) > 1
    assert draft.claims == ()


def test_every_choice_leads_to_an_answer(drafted):
    for choice in drafted("第六部分").choices:
        assert drafted(choice).outcome is Outcome.ANSWERED


def test_an_article_with_items_comes_with_the_whole_list(drafted):
    addresses = cited(drafted("条例第二十条"))

    assert addresses[0] == "第二十条"
    assert addresses[-1] == "第二十条第十五项"
    assert len(addresses) == 16


def test_an_article_comes_with_the_items_of_its_paragraphs(drafted):
    addresses = cited(drafted("条例第四条"))

    assert addresses[:3] == ["第四条第一款", "第四条第二款", "第四条第二款第一项"]
    assert addresses[-1] == "第四条第二款第五项"


def test_a_short_chapter_comes_with_all_its_words(drafted, library):
    draft = drafted("条例第六章")
    owning = [
        provision.address
        for provision in library.document_provisions("disclosure-regulation-2019")
        if provision.own_text and provision.headings[:1] == ("第六章 附则",)
    ]

    assert cited(draft) == owning


def test_of_a_long_chapter_every_article_is_listed(drafted, library):
    articles = [
        provision.address
        for provision in library.document_provisions("disclosure-regulation-2019")
        if provision.parent == "第二章"
    ]

    assert cited(drafted("条例第二章")) == ["第二章", *articles]
    assert "第十条" in articles


def test_of_a_long_part_the_headings_are_listed_once(drafted):
    draft = drafted("北京2016年意见第三部分")

    assert "三、推进决策公开" in [claim.text for claim in draft.claims]


def test_counts_leave_the_frame_out(catalogue: Catalogue):
    entries = {entry.document.id: entry for entry in catalogue.entries}

    def counted(unit):
        return Counter({id: count_of(unit, entry, catalogue) for id, entry in entries.items()})

    assert counted("项")["beijing-2014-work-points"] == 24
    assert counted("条")["disclosure-regulation-2019"] == 56
    assert counted("部分")["state-council-2014-work-points"] == 8
    assert counted("部分")["shanghai-2014-work-points"] == 14
    assert counted("行")["city-2014-breakdown-table"] == 34


@pytest.mark.parametrize(
    ("question", "addresses"),
    [
        ("条例第四条第二项", ["第四条第二款第二项"]),
        ("条例第四条第②项", ["第四条第二款第二项"]),
        ("条例第五十三条第一款第二项", ["第五十三条第二项"]),
        ("上海要点（七）", ["七、"]),
        ("京政办发2014年28号第十三条", ["三、(十三)"]),
        ("28号文第十三条", ["三、(十三)"]),
        ("国务院令711号42条第二款", ["第四十二条第二款"]),
        ("国办发2014第12号第八部分", ["八、"]),
        ("条例最后一条", ["第五十六条"]),
        ("上海2014年要点最后一条", ["十四、"]),
        ("条例34、35条", ["第三十四条", "第三十五条"]),
    ],
)
def test_what_people_leave_out_of_an_address_is_found_all_the_same(question, addresses, drafted):
    assert list(dict.fromkeys(cited(drafted(question))))[: len(addresses)] == addresses


@pytest.mark.parametrize("question", ["方案第15行", "方案第十五项任务"])
def test_rows_may_be_counted_through_the_table(question, drafted):
    assert "四、第6行" in cited(drafted(question))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("条例第三十三条第五款", "第三十三条共3款，没有第三十三条第五款"),
        ("条例第二十条第十六项", "第二十条共15项，没有第二十条第十六项"),
        ("方案第三类第五行", "三共3行，没有第三类第五行"),
    ],
)
def test_what_is_missing_is_counted_where_it_is_said_to_stand(question, told, drafted):
    draft = drafted(question)

    assert draft.outcome is Outcome.NOT_IN_LIBRARY
    assert told in draft.message


@pytest.mark.parametrize(
    ("question", "told"), [("条例第三章有几条", "第三章 主动公开共8条"), ("条例第三十三条有几款", "第三十三条共3款")]
)
def test_how_many_stand_in_a_place_is_said_first(question, told, drafted):
    (claim,) = drafted(question).claims

    assert claim.text.startswith(told)


@pytest.mark.parametrize(
    "question",
    [
        "民法典第一条",
        "行政许可法第三十三条",
        "信访条例第五条",
        "北京市信息公开条例第三条",
        "国务院令第492号",
        "京政办〔2014〕28号第八条",
    ],
)
def test_another_instrument_is_reported_missing_and_never_answered_from_what_is_held(question, drafted):
    draft = drafted(question)

    assert draft.outcome is Outcome.NOT_IN_LIBRARY
    assert draft.question.scope.missing
    assert not draft.claims


def test_the_next_article_follows_the_one_that_was_asked_about(drafted):
    assert cited(drafted("下一条呢", "条例第三十三条"))[0] == "第三十四条"
