import pytest

from assistant.catalogue import Catalogue
from assistant.question import Aspect
from assistant.understand.stage import Asked, understand

BEIJING, SHANGHAI = "beijing-2014-work-points", "shanghai-2014-work-points"


def test_a_follow_up_about_another_place_keeps_topic_and_aspect(catalogue: Catalogue) -> None:
    question = understand(Asked("那上海呢？", ("北京要点里征地信息由谁负责",)), catalogue)

    assert question.topic == "征地信息"
    assert question.documents == (SHANGHAI,)
    assert Aspect.WHO in question.aspects


def test_a_follow_up_without_topic_keeps_scope_and_topic(catalogue: Catalogue) -> None:
    question = understand(Asked("由谁牵头？", ("北京要点里征地信息怎么公开",)), catalogue)

    assert question.topic == "征地信息 公开"
    assert question.documents == (BEIJING,)
    assert question.aspects == {Aspect.WHO}


def test_an_independent_question_is_not_polluted(catalogue: Catalogue) -> None:
    question = understand(Asked("条例对第三方意见的期限怎么规定？", ("北京要点里征地信息怎么公开",)), catalogue)

    assert "征地" not in question.query
    assert question.documents == ("disclosure-regulation-2019",)


def test_follow_ups_are_read_in_a_row(catalogue: Catalogue) -> None:
    history = ("北京要点里食品药品信息谁牵头", "那上海呢？")

    question = understand(Asked("什么时候完成？", history), catalogue)

    assert question.documents == (SHANGHAI,)
    assert question.topic == "食品药品信息"


def test_everyday_words_widen_the_query_and_keep_the_topic(catalogue: Catalogue) -> None:
    question = understand(Asked("晒账本由谁负责"), catalogue)

    assert question.topic == "晒账本"
    assert "预算决算公开" in question.query


def test_traditional_characters_are_read(catalogue: Catalogue) -> None:
    question = understand(Asked("條例第二十條第七項"), catalogue)

    assert question.places[0].addresses[0] == "第二十条第七项"
    assert question.text == "條例第二十條第七項"


@pytest.mark.parametrize("said", ["你好", "谢谢！", "好的", "收到"])
def test_small_talk_takes_nothing_from_the_question_before(said: str, catalogue: Catalogue) -> None:
    question = understand(Asked(said, ("深圳的三公经费怎么公开",)), catalogue)

    assert question.scope.missing == ()
    assert question.topic == ""


@pytest.mark.parametrize(
    "said",
    [
        "国办2014年要点里，实时发布监测数据的城市有多少个？",
        "条例里行政机关什么时候公布年度工作报告？",
        "北京2014年要点里，征地批复的公布时间怎么定",
    ],
)
def test_a_word_of_the_catalogue_inside_a_topic_asks_nothing_of_the_catalogue(said: str, catalogue: Catalogue) -> None:
    assert Aspect.CATALOGUE not in understand(Asked(said), catalogue).aspects


@pytest.mark.parametrize(
    "said", ["国办2014年要点是什么时候印发的？", "条例最早是哪一年公布的", "北京2014年要点的文号", "库里有哪些文件"]
)
def test_what_the_catalogue_knows_is_asked_of_it(said: str, catalogue: Catalogue) -> None:
    assert Aspect.CATALOGUE in understand(Asked(said), catalogue).aspects


@pytest.mark.parametrize(
    "said",
    [
        "口头申请和书面申请有什么区别？",
        "条例里主动公开与依申请公开的时限有什么不同？",
        "培训证和毕业证一样吗？",
        "两种情形的待遇会不会一样吗",
    ],
)
def test_two_things_in_one_rule_are_no_comparison_of_documents(said: str, catalogue: Catalogue) -> None:
    assert Aspect.COMPARISON not in understand(Asked(said), catalogue).aspects


@pytest.mark.parametrize(
    "said",
    [
        "北京和上海2014年要点对征地信息的要求有什么不同？",
        "三公经费公开，各地规定有什么不同",
        "预算公开的细化程度有什么变化",
        "审计结果公开，北京2014年要点和2016年实施意见一样吗",
    ],
)
def test_documents_places_and_years_are_compared(said: str, catalogue: Catalogue) -> None:
    assert Aspect.COMPARISON in understand(Asked(said), catalogue).aspects


@pytest.mark.parametrize(
    ("said", "topic"), [("按照条例，档案怎么保存", "档案 保存"), ("照分解细化方案，处罚几天上网", "处罚 上网")]
)
def test_what_leads_to_a_document_is_not_part_of_the_topic(said: str, topic: str, catalogue: Catalogue) -> None:
    assert understand(Asked(said), catalogue).topic == topic


def test_what_a_body_has_to_do_is_asked_in_everyday_words(catalogue: Catalogue) -> None:
    assert Aspect.DUTIES_OF_BODY in understand(Asked("市财政局要办哪几件事？"), catalogue).aspects


def test_a_place_to_be_told_more_of_is_one_of_the_document_spoken_of(catalogue: Catalogue) -> None:
    question = understand(Asked("第二点展开说说", ("北京2014年工作要点有哪几部分？",)), catalogue)

    assert question.documents == ("beijing-2014-work-points",)
    assert [place.addresses[0] for place in question.places] == ["二、"]
