import pytest

from assistant.answer import Outcome


def cited(draft):
    return {claim.supports[0].provision.id for claim in draft.claims}


def test_the_duties_of_a_body_are_listed_over_all_documents(drafted):
    draft = drafted("市财政局负责哪些事")

    assert draft.outcome is Outcome.ANSWERED
    assert draft.message == f"市财政局：查到{len(draft.claims)}项。"
    assert cited(draft) == {
        "beijing-2014-work-points#三、(十三)",
        "city-2014-breakdown-table#三、第1行",
        "city-2014-breakdown-table#三、第2行",
        "city-2014-breakdown-table#四、第7行",
        "shanghai-2014-work-points#四、",
    }


def test_a_named_document_narrows_the_list(drafted):
    draft = drafted("北京2014年要点中，市财政局牵头哪些工作？")

    assert cited(draft) == {"beijing-2014-work-points#三、(十三)"}


def test_only_what_it_leads_is_listed_where_that_is_asked(drafted, library):
    for support in [claim.supports[0] for claim in drafted("市环保局牵头哪些工作").claims]:
        roles = {duty.role for duty in support.provision.duties if "环保局" in (duty.actor or "")}
        assert "牵头" in roles


def test_the_table_has_a_row_for_each_claim(drafted):
    draft = drafted("市财政局负责哪些事")

    assert draft.table.columns == ("文件", "条款", "任务", "职责")
    assert len(draft.table.rows) == len(draft.claims)


def test_carried_values_say_so_and_cite_their_row(drafted):
    (claim,) = [
        claim for claim in drafted("市财政局负责哪些事").claims if claim.supports[0].provision.address == "三、第2行"
    ]

    assert claim.text == "“三公”经费公开：市财政局牵头（承上栏）；完成时限：年内（承上栏）。"
    assert [support.provision.address for support in claim.supports] == ["三、第2行", "三、第1行"]


def test_a_body_without_duties_has_none(drafted):
    assert drafted("市天文台负责哪些事").outcome is Outcome.NOT_IN_LIBRARY


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("方案里规划和自然资源委负责什么", "市国土资源局"),
        ("方案里市生态环境局负责什么", "市环保局"),
        ("市药监局牵头哪些", "市食品药品监管局"),
        ("市应急管理局牵头什么", "市安监局"),
    ],
)
def test_a_body_of_today_finds_the_duties_under_the_name_of_its_time_and_says_so(question, name, drafted):
    draft = drafted(question)

    assert draft.outcome is Outcome.ANSWERED
    assert name in draft.question.scope.bodies
    assert f"{name}：查到" in draft.message
    assert "条款中写的是“" in draft.message


def test_only_the_names_that_the_provisions_found_have_are_told(drafted):
    message = drafted("方案里规划和自然资源委负责什么").message

    assert message.startswith("市国土资源局：查到3项。条款中写的是“市国土资源局”")


def test_a_body_called_by_its_own_name_needs_no_remark(drafted):
    assert "条款中写的是" not in drafted("市财政局负责哪些事").message


@pytest.mark.parametrize("question", ["市公安局牵头哪些工作", "市外事办公室厅负责什么"])
def test_a_body_without_duties_is_told_to_have_none(question, drafted):
    draft = drafted(question)

    assert draft.outcome is Outcome.NOT_IN_LIBRARY
    assert not draft.claims
    assert "没有写明由" in draft.message


@pytest.mark.parametrize(
    "question",
    [
        "分解细化方案里，国土那边要牵头的都有哪几件？",
        "分解细化方案给国土部门派了哪些任务",
        "分解细化方案里国土局领了哪几项",
        "分解细化方案里国土资源局要干哪些活",
    ],
)
def test_everyday_names_list_every_row_that_carries_the_body_down(question, drafted):
    draft = drafted(question)

    assert {"四、第1行", "四、第2行", "四、第3行"} <= {
        support.provision.address for claim in draft.claims for support in claim.supports
    }
    assert draft.message == "市国土资源局：查到3项。"


def test_what_a_few_tasks_consist_of_stands_beside_each(drafted):
    texts = [claim.text for claim in drafted("分解细化方案里市住建局牵头什么").claims]

    assert texts[0].startswith("国有土地上房屋征收与补偿信息：市住建局牵头")
    assert "初步评估结果" in texts[1]
    assert texts[2].startswith("保障性住房信息公开：")


def test_a_body_in_the_name_of_a_document_is_not_asked_about(drafted):
    question = drafted("《国务院办公厅2014年政府信息公开工作要点》里市环保局负责什么").question

    assert question.scope.bodies == ("市环保局",)


def test_what_a_body_does_in_one_matter_lists_no_other_tasks(drafted):
    draft = drafted("北京2014年要点里市环保局在建设项目环境影响评价审批信息公开上要做什么")

    assert "市环保局：查到" not in draft.message


def test_our_own_office_is_no_body_that_is_looked_for(drafted):
    assert "没有写明由" not in drafted("依照条例，发现虚假信息，我局应当做什么").message


def test_what_a_body_has_to_disclose_is_its_duties_where_no_matter_is_named(drafted):
    assert cited(drafted("财政部门今年要公开哪些东西，谁牵头")) == cited(drafted("市财政局负责哪些事"))


def test_what_a_body_has_to_disclose_in_one_matter_is_no_question_of_its_duties(drafted):
    assert drafted("财政部门的政府采购要公开哪些东西").message == ""


def test_what_each_task_consists_of_stands_in_its_row_with_marks(assistant):
    answer = assistant.ask("北京市环保局在2014年政府信息公开工作中有哪些职责？")

    assert answer.table.columns == ("条款", "任务", "职责")
    assert all("牵头落实。[" in row[2] and row[1] not in row[2] for row in answer.table.rows)
