import pytest

from assistant.question import Filter
from assistant.understand.stage import Asked, understand

BEIJING, BEIJING_2016 = "beijing-2014-work-points", "beijing-2016-implementation-opinion"
SHANGHAI, NATIONAL = "shanghai-2014-work-points", "state-council-2014-work-points"
REGULATION = "disclosure-regulation-2019"


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("国办要点和上海要点的要求", {(NATIONAL,), (SHANGHAI,)}),
        ("北京和上海的征地信息", {(BEIJING, BEIJING_2016), (SHANGHAI,)}),
        ("国家和上海对食品安全的要求", {(REGULATION, NATIONAL), (SHANGHAI,)}),
        ("2014年和2016年，北京的要求", {(BEIJING,), (BEIJING_2016,)}),
        ("北京对培训，从2014年要点到2016年实施意见", {(BEIJING,), (BEIJING_2016,)}),
        ("北京市的征地信息", set()),
        ("条例第三十三条", set()),
    ],
)
def test_documents_places_and_years_are_sides(question, sides, catalogue):
    assert {tuple(sorted(side)) for side in understand(Asked(question), catalogue).sides} == {
        tuple(sorted(side)) for side in sides
    }


def test_an_instrument_that_only_dates_something_is_no_side(catalogue):
    question = understand(Asked("京政办发〔2014〕28号里，条例施行前的老文件怎么清理公开"), catalogue)

    assert question.documents == (BEIJING,)
    assert question.sides == ()


def test_a_place_without_a_document_of_the_year_is_missing(catalogue):
    assert understand(Asked("北京和上海2016年意见对政策解读的要求"), catalogue).scope.missing == ("上海2016年意见",)


def test_a_filter_leaves_the_sides_that_it_lets_through(catalogue):
    within = Filter(documents=(SHANGHAI, BEIJING))

    assert understand(Asked("条例、上海要点和北京要点", within=within), catalogue).sides == ((BEIJING,), (SHANGHAI,))
    assert understand(Asked("条例和上海要点", within=within), catalogue).sides == ()


def test_the_words_for_the_whole_country_beside_a_place_are_no_topic(catalogue):
    assert understand(Asked("上海和国家对国家秘密怎么规定"), catalogue).topic == "国家秘密"


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("条例、国办要点、北京要点三份文件对依申请公开各怎么说", "依申请公开"),
        ("给干部讲座，北京要点和上海要点各定了什么指标", "给干部讲座 指标"),
        ("北京跟上海在征地信息公开上有什么不同", "征地信息公开"),
        ("上海和北京2014年要点里自贸试验区各提了什么要求", "自贸试验区"),
    ],
)
def test_words_that_ask_for_each_take_nothing_of_the_topic_along(question, topic, catalogue):
    assert understand(Asked(question), catalogue).topic == topic
