import pytest

from assistant.answer import Outcome
from assistant.verify.stage import verify


def documents(draft):
    return list(dict.fromkeys(claim.supports[0].document.id for claim in draft.claims))


def test_nationwide_documents_come_before_regional_ones(drafted):
    levels = [claim.supports[0].document.level for claim in drafted("食品药品安全信息公开有什么要求").claims]

    assert "国家" in levels
    assert levels == sorted(levels, key=lambda level: level != "国家")


def test_one_document_is_enough_where_it_is_named(drafted):
    assert documents(drafted("上海要点对征地信息公开有什么要求")) == ["shanghai-2014-work-points"]


def test_each_of_several_named_documents_says_its_own(drafted):
    draft = drafted("北京2014年要点和上海2014年要点里食品药品信息由谁牵头")

    assert set(documents(draft)) == {"beijing-2014-work-points", "shanghai-2014-work-points"}


def test_who_is_answered_before_what(drafted):
    first, *_ = drafted("北京2014年要点里征地信息由谁负责").claims

    assert "市国土局、市农委分别牵头落实" in first.text


def test_that_no_time_is_stated_is_said_first(drafted):
    texts = [claim.text for claim in drafted("北京2014年要点里征地信息什么时候公开").claims]

    assert texts[0].endswith("该条未写明时限。")
    assert len(texts) > 1


def test_when_is_answered_with_the_sentence_that_states_it(drafted):
    (claim,) = drafted("收到申请几个工作日内答复").claims

    assert "20个工作日内答复" in claim.text
    assert claim.supports[0].provision.address == "第三十三条第二款"


def test_several_items_of_one_list_or_the_one_for_all_others_become_the_list(drafted):
    draft = drafted("条例规定要主动公开哪些政府信息？")

    whole = [claim.text for claim in draft.claims if claim.supports[0].provision.address == "第二十条"]
    assert len(whole) == 1
    assert "（一）" in whole[0]
    assert "（十五）" in whole[0]


def test_no_claim_is_made_twice(drafted):
    texts = [claim.text for claim in drafted("征地信息要公开哪些内容，谁负责，什么时候？").claims]

    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("question", ["住房公积金提取要什么手续", "火星移民的信息公开由谁负责"])
def test_what_nothing_speaks_to_is_not_answered(question, drafted):
    assert drafted(question).outcome is Outcome.NOT_IN_LIBRARY


def test_where_a_region_leaves_a_time_open_the_nationwide_one_is_given(drafted, catalogue):
    draft = verify(drafted("上海依申请公开答复期限"), catalogue)

    assert "20个工作日" in draft.claims[0].text
    assert draft.claims[0].supports[0].document.id == "disclosure-regulation-2019"
    assert "资料库中上海市的文件没有写明这一时限，以上时限出自全国性规定。" in draft.notices


def test_a_time_that_the_region_states_stands_alone(drafted):
    draft = drafted("北京2016年意见要求清单调整后几个工作日内公开")

    assert documents(draft) == ["beijing-2016-implementation-opinion"]


def test_no_nationwide_time_is_added_where_nothing_nationwide_speaks_of_it(drafted):
    assert documents(drafted("上海市食品安全信息多久公开一次")) == ["shanghai-2014-work-points"]


def test_each_thing_that_a_topic_counts_up_is_answered(drafted):
    draft = drafted("条例列出的哪些信息属于内部事务信息、过程性信息？")

    assert {claim.supports[0].provision.address for claim in draft.claims} == {"第十六条第一款", "第十六条第二款"}


@pytest.mark.parametrize(
    "asked", ["条例对政府信息的定义", "政府信息的含义是什么", "什么叫政府信息", "政府信息指的是什么"]
)
def test_a_definition_is_found_however_it_is_asked_for(asked, drafted):
    assert drafted(asked).claims[0].supports[0].provision.address == "第二条"


def test_each_of_three_that_are_asked_answers(drafted):
    draft = drafted("空气质量信息发布，国办、北京、上海三份2014年要点各自要求发布什么？")

    assert len(documents(draft)) == 3


def test_a_sentence_is_not_told_again_within_the_whole(drafted):
    texts = [claim.text for claim in drafted("上海依申请公开答复期限").claims]

    assert not [one for one in texts for other in texts if one != other and one in other]


def test_silence_is_told_once_though_several_provisions_answer(drafted):
    texts = [claim.text for claim in drafted("上海2014年要点里信息公开培训和考核什么时候做").claims]

    assert sum("未写明时限" in text for text in texts) <= 1


def test_who_has_to_do_it_is_not_added_where_only_a_figure_is_asked_for(drafted):
    texts = [claim.text for claim in drafted("北京2014年要点里空气质量要发布几项污染物").claims]

    assert any("6项污染物" in text for text in texts)
    assert not any("牵头" in text for text in texts)


def test_who_has_to_do_it_follows_what_is_to_be_done(drafted):
    texts = [claim.text for claim in drafted("北京2014年要点对空气质量信息有什么要求").claims]

    assert "牵头" in texts[-1]


def test_the_deadline_of_a_row_is_told_where_days_are_asked_in_words_that_it_lacks(drafted):
    texts = [claim.text for claim in drafted("照分解细化方案，开出罚单后几天之内得上网？").claims]

    assert any("完成时限：" in text and "20个工作日内" in text for text in texts)


def test_who_is_responsible_is_told_before_what_others_only_require(drafted):
    claims = drafted("征地谁管").claims
    heads = [bool(claim.supports[0].provision.duties) for claim in claims]

    assert heads == sorted(heads, reverse=True)
    assert not all(heads)


def test_how_often_is_not_answered_with_a_deadline(drafted):
    (claim,) = drafted("分解细化方案里教育培训多久办一次？").claims

    assert "每年至少举办一次" in claim.text
    assert "完成时限" not in claim.text
