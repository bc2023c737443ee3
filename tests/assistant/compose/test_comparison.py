import pytest

from assistant.answer import Outcome

BEIJING, SHANGHAI, NATIONAL = "beijing-2014-work-points", "shanghai-2014-work-points", "state-council-2014-work-points"
BEIJING_NAME = "《北京市2014年政府信息公开工作要点》（京政办发〔2014〕28号）〔要旨〕"


@pytest.fixture
def compared(drafted):
    return drafted("北京2014年要点和上海2014年要点对食品药品“黑名单”的要求有什么不同")


def test_each_document_says_its_own(compared):
    by_document = {claim.supports[0].document.id: claim for claim in compared.claims if not claim.sides}

    assert compared.outcome is Outcome.ANSWERED
    assert set(by_document) == {BEIJING, SHANGHAI}
    assert by_document[BEIJING].supports[0].provision.address == "二、(八)"
    assert by_document[SHANGHAI].supports[0].provision.address == "五、"


def test_the_table_has_a_column_for_each_document(compared):
    assert compared.table.columns == (
        "《北京市2014年政府信息公开工作要点》（京政办发〔2014〕28号）〔要旨〕",
        "《2014年上海市政府信息公开工作要点》（沪府办发〔2014〕33号）〔要旨〕",
    )
    assert len(compared.table.rows[0]) == 2
    assert compared.message == ""


def test_who_leads_is_quoted_beside_what_is_required(compared):
    leading = [claim for claim in compared.claims if "牵头" in claim.text and not claim.sides]

    assert {claim.supports[0].document.id for claim in leading} == {BEIJING, SHANGHAI}
    for claim in leading:
        assert any("牵头" in support.quote for support in claim.supports)


def test_a_document_without_a_provision_says_so_and_what_was_searched(drafted):
    draft = drafted("上海2014年要点和北京2014年要点对自由贸易试验区负面清单的规定有什么不同")

    assert set(zip(draft.table.columns, draft.table.rows[0], strict=True)) >= {(BEIJING_NAME, "未见对应规定")}
    assert draft.message.startswith(f"{BEIJING_NAME.partition('（')[0]}未见对应规定（已检索“")
    assert "负面清单" in draft.message
    assert {claim.supports[0].document.id for claim in draft.claims} == {SHANGHAI}


@pytest.mark.parametrize(
    ("question", "silent"),
    [
        ("国办要点和上海要点对负面清单有什么不同", "《2014年政府信息公开工作要点》"),
        ("北京和上海征地信息公开有什么不同", "北京市全面推进政务公开工作的实施意见"),
    ],
)
def test_a_chance_find_is_no_provision_on_the_topic(question, silent, drafted):
    draft = drafted(question)

    assert silent in "".join([draft.message, *draft.notices])
    assert "未见对应规定" in draft.table.rows[0]


def test_nothing_on_either_side_is_not_in_the_library(drafted):
    draft = drafted("北京2014年要点和上海2014年要点对火星移民的规定有什么不同")

    assert draft.outcome is Outcome.NOT_IN_LIBRARY
    assert draft.claims == ()


def test_every_cell_carries_its_marks_or_says_that_there_is_nothing(assistant):
    answer = assistant.ask("上海2014年要点和北京2014年要点对自由贸易试验区负面清单的规定有什么不同")
    (row,) = answer.table.rows

    assert len(row) == len(answer.table.columns)
    assert all(cell == "未见对应规定" or cell.rstrip().endswith("]") for cell in row)


@pytest.mark.parametrize(
    "question", ["北京和上海2014年要点对征地公开有什么不同", "上海2014年要点和北京对征地公开有什么不同"]
)
def test_a_place_beside_a_named_document_means_its_document_of_that_kind_and_year(question, drafted):
    assert set(drafted(question).question.documents) == {BEIJING, SHANGHAI}


def test_national_documents_stand_first_and_older_before_newer(drafted):
    columns = drafted("比较北京、国办对预决算公开的要求").table.columns

    assert ["国办发" in columns[0], "2014" in columns[1], "实施意见" in columns[2]] == [True, True, True]


def test_when_documents_have_something_published_is_compared_and_not_looked_up_in_the_catalogue(drafted):
    draft = drafted("解读材料什么时候发布，国办2014年要点跟北京2016年实施意见规定一样吗？")

    assert "3个工作日" in "".join(claim.text for claim in draft.claims)
    assert all(not claim.of_document for claim in draft.claims)


def test_a_text_of_a_place_that_speaks_elsewhere_is_called_silent_beside_the_answer(drafted):
    draft = drafted("北京和上海征地信息公开有什么不同")

    assert draft.message == ""
    assert "北京市全面推进政务公开工作的实施意见" in draft.notices[0]


def test_an_answer_about_several_documents_that_is_no_comparison_has_columns_too(drafted):
    draft = drafted("北京2014年要点和上海2014年要点里，征地信息由谁负责")

    assert len(draft.table.columns) == 2
    assert all("牵头" in cell for cell in draft.table.rows[0])
