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
