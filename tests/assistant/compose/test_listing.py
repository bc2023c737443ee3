import pytest

from assistant.answer import Outcome
from index.corpus import Status


def texts(draft):
    return [claim.text for claim in draft.claims]


def test_the_library_is_listed_whole(drafted, catalogue):
    draft = drafted("库里有哪些文件？")

    assert draft.message == "资料库中共有6份文件："
    assert [claim.supports[0].document.id for claim in draft.claims] == [e.document.id for e in catalogue.entries]


def test_a_line_has_what_the_catalogue_knows_and_nothing_more(drafted):
    lines = texts(drafted("库里有哪些文件？"))

    assert (
        "《北京市2014年政府信息公开工作要点》（京政办发〔2014〕28号）〔要旨〕，发文机关：北京市人民政府办公厅，"
        "发布日期：2014-04-30，适用地区：北京市，状态：已届期" in lines
    )
    assert "《2014年政府信息公开工作要点分解细化方案》〔要旨〕，状态：已届期" in lines


def test_documents_of_a_place_come_with_the_nationwide_ones(drafted):
    draft = drafted("哪些文件适用于上海？")

    assert {claim.supports[0].document.id for claim in draft.claims} == {
        "shanghai-2014-work-points",
        "disclosure-regulation-2019",
        "state-council-2014-work-points",
    }
    assert draft.message == "资料库中共有3份相关文件："


@pytest.mark.parametrize(
    ("question", "said"),
    [("分解细化方案的文号是什么", "文本未载明文号。"), ("分解细化方案是谁发布的", "文本未载明发文机关。")],
)
def test_what_a_text_does_not_state_is_not_answered(question, said, drafted):
    draft = drafted(question)

    assert draft.outcome is Outcome.NOT_IN_LIBRARY
    assert draft.message.endswith(said)


def test_a_number_that_is_known_is_told(drafted):
    (line,) = texts(drafted("上海要点的文号是什么？"))

    assert "沪府办发〔2014〕33号" in line


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("北京要点一共多少项", "共5个部分，24项："),
        ("条例一共多少章多少条", "共6章，56条："),
        ("分解细化方案分几类", "共8类，34行任务："),
        ("上海要点分几个部分", "共14个部分："),
    ],
)
def test_an_outline_is_counted(question, counts, drafted):
    (line,) = texts(drafted(question))

    assert counts in line


def test_an_outline_names_its_parts(drafted):
    (line,) = texts(drafted("条例一共几章"))

    assert line.endswith(
        "第一章 总则；第二章 公开的主体和范围；第三章 主动公开；第四章 依申请公开；第五章 监督和保障；第六章 附则。"
    )


def test_what_is_said_of_a_document_cites_its_head(drafted):
    claims = [*drafted("库里有哪些文件？").claims, *drafted("条例一共几章").claims]

    assert {claim.supports[0].provision.address for claim in claims} == {"题注"}
    assert all(claim.of_document for claim in claims)


@pytest.mark.parametrize(
    ("question", "ends"), [("条例一共几章", ["第一章", "第六章"]), ("北京要点一共多少项", ["一、", "五、"])]
)
def test_an_outline_cites_its_first_and_its_last_unit_besides(question, ends, drafted):
    (claim,) = drafted(question).claims

    assert [support.provision.address for support in claim.supports[1:]] == ends


def listed(draft):
    return {claim.supports[0].document.id for claim in draft.claims}


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("有没有2016年的文件", "beijing-2016-implementation-opinion"),
        ("哪份文件最新", "disclosure-regulation-2019"),
        ("最新的文件是哪个", "disclosure-regulation-2019"),
        ("最早的是哪份", "state-council-2014-work-points"),
        ("京政办发〔2014〕28号是什么文件", "beijing-2014-work-points"),
        ("沪府办发〔2014〕33号叫什么", "shanghai-2014-work-points"),
        ("711号是什么", "disclosure-regulation-2019"),
        ("哪些是国务院办公厅发的", "state-council-2014-work-points"),
        ("条例什么时候修订的", "disclosure-regulation-2019"),
    ],
)
def test_a_document_is_found_in_the_catalogue_by_what_is_said_of_it(question, document, drafted):
    assert document in listed(drafted(question))


def test_documents_in_force_are_those_that_are_marked_so(drafted, catalogue):
    draft = drafted("现行有效的有哪些")

    assert listed(draft) == {e.document.id for e in catalogue.entries if e.document.status is Status.IN_FORCE}
    assert "标明“现行”的文件" in draft.message


def test_that_none_is_repealed_is_said(drafted):
    draft = drafted("哪些已经废止了")

    assert draft.outcome is Outcome.NOT_IN_LIBRARY or listed(draft)
    assert "废止" in draft.message


def test_how_many_parts_is_a_question_about_the_outline(drafted):
    assert "共8个部分" in texts(drafted("国办要点有几个部分"))[0]


def test_a_document_that_nobody_named_is_found_for_its_number(drafted):
    claims = drafted("自贸区负面清单那个要点，是沪府办发多少号").claims

    assert claims[0].text.startswith("《2014年上海市政府信息公开工作要点》（沪府办发〔2014〕33号）")
