import pytest

from assistant.catalogue import Catalogue
from assistant.understand.scope import find_scope

BEIJING, BEIJING_2016 = "beijing-2014-work-points", "beijing-2016-implementation-opinion"
SHANGHAI, NATIONAL = "shanghai-2014-work-points", "state-council-2014-work-points"
TABLE, REGULATION = "city-2014-breakdown-table", "disclosure-regulation-2019"


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("分解细化方案里三公经费由谁负责", {TABLE}),
        ("京政办发2014 28号第（二十一）条", {BEIJING}),
        ("京政办发[2014]28号有什么要求", {BEIJING}),
        ("条例第三十三条", {REGULATION}),
        ("国办要点第六部分", {NATIONAL}),
        ("北京2014年要点里食品药品谁牵头", {BEIJING}),
        ("北京2016年意见对政策解读有什么要求", {BEIJING_2016}),
        ("《上海市2014年政府信息公开工作要点》", {SHANGHAI}),
        ("北京市怎么规定保障性住房公开", {BEIJING, BEIJING_2016}),
        ("上海和北京的要点有什么不同", {SHANGHAI, BEIJING}),
        ("国办对专项转移支付公开有什么要求", {NATIONAL}),
        ("国办和上海2014年要点，报送落实情况各是什么时候", {NATIONAL, SHANGHAI}),
    ],
)
def test_names_numbers_places_and_years_select_documents(
    question: str, documents: set[str], catalogue: Catalogue
) -> None:
    found = find_scope(question, catalogue)

    assert set(found.documents or ()) == documents
    assert found.named


def test_a_question_without_names_is_about_all_documents(catalogue: Catalogue) -> None:
    assert find_scope("三公经费由谁负责公开", catalogue).documents is None


@pytest.mark.parametrize("region", ["深圳", "广州", "杭州", "广东"])
def test_a_region_that_is_not_held_is_missing_and_no_other_region_answers(region: str, catalogue: Catalogue) -> None:
    found = find_scope(f"{region}的三公经费怎么公开", catalogue)

    assert found.scope.missing == (region,)
    assert not found.named
    assert set(found.documents or ()) == {REGULATION, NATIONAL}


def test_a_year_that_is_not_held_is_missing(catalogue: Catalogue) -> None:
    assert find_scope("2018年北京要点有什么要求", catalogue).scope.missing == ("2018年",)


def test_a_year_in_a_deadline_is_no_year_of_a_document(catalogue: Catalogue) -> None:
    assert find_scope("到2020年公共数据开放率要达到多少", catalogue).scope.years == ()


def test_an_unknown_number_is_missing(catalogue: Catalogue) -> None:
    assert find_scope("国办发〔2020〕61号怎么规定", catalogue).scope.missing == ("国办发〔2020〕61号",)


def test_giving_an_opinion_names_no_document(catalogue: Catalogue) -> None:
    assert find_scope("第三方多久内提出意见", catalogue).documents is None


def test_a_year_in_what_a_named_document_says_is_no_year_of_a_document(catalogue: Catalogue) -> None:
    found = find_scope("北京实施意见提出2018年要达到什么目标", catalogue)

    assert set(found.scope.documents) == {BEIJING_2016}
    assert found.scope.missing == ()


def test_a_district_is_reported_missing_and_its_city_named(catalogue: Catalogue) -> None:
    found = find_scope("海淀区的征地信息由谁公开", catalogue)

    assert found.scope.missing == ("海淀区",)
    assert "北京市" in found.scope.regions


@pytest.mark.parametrize("question", ["128号文第三条", "国办发〔2014〕99999号第三条"])
def test_another_number_is_not_the_number_of_a_document_that_ends_alike(question: str, catalogue: Catalogue) -> None:
    assert find_scope(question, catalogue).scope.missing


@pytest.mark.parametrize(
    "question",
    [
        "各区要在45天之内拿出实施办法吗",
        "各部门年底前要不要制定具体的实施细则",
        "材料直接报天津，几天有回音",
        "负责人离开广州要先跟谁报告",
        "当初夸下海口，三公经费多久公布",
        "这份条例里怎么收费",
    ],
)
def test_deadlines_destinations_and_figures_of_speech_name_no_document_that_is_lacking(
    question: str, catalogue: Catalogue
) -> None:
    assert find_scope(question, catalogue).scope.missing == ()


@pytest.mark.parametrize("question", ["条例实施细则怎么规定收费", "海口的三公经费怎么公开", "去广州的意见里怎么说"])
def test_what_is_lacking_is_still_said_to_be(question: str, catalogue: Catalogue) -> None:
    assert find_scope(question, catalogue).scope.missing


def test_a_second_document_of_the_same_place_is_said_by_year_and_kind_alone(catalogue: Catalogue) -> None:
    found = find_scope("北京2014年要点和2016实施意见，培训怎么要求", catalogue)

    assert set(found.documents or ()) == {BEIJING, BEIJING_2016}
    assert found.scope.missing == ()


def test_what_somebody_does_with_an_instrument_is_no_title(catalogue: Catalogue) -> None:
    found = find_scope("我要画条例的结构图，它分几章", catalogue)

    assert found.scope.missing == ()
    assert found.documents == ("disclosure-regulation-2019",)
    assert find_scope("重要文物条例怎么规定", catalogue).scope.missing == ("《重要文物条例》",)
