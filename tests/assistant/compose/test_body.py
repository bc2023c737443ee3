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
