"""Looking things up for other programs."""

import pytest

from assistant.programs import replies

TABLE = "city-2014-breakdown-table"
POINTS = "beijing-2014-work-points"
REGULATION = "disclosure-regulation-2019"


def test_a_search_finds_provisions_with_all_that_a_citation_needs(assistant):
    found = replies.search(assistant, "征地信息公开", documents=(), limit=3).provisions

    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert (found[0].document_id, found[0].address) == (TABLE, "四、第1行")
    assert found[0].cited_as == "《2014年政府信息公开工作要点分解细化方案》四、第1行（要旨，以原文为准）"
    assert "征地" in found[0].text


def test_a_search_keeps_to_the_documents_named(assistant):
    found = replies.search(assistant, "征地信息公开", documents=[REGULATION], limit=40).provisions

    assert {one.document_id for one in found} == {REGULATION}


def test_a_search_returns_no_more_than_asked(assistant):
    assert len(replies.search(assistant, "公开", documents=(), limit=2).provisions) == 2


def test_pages_of_provisions_are_the_document(assistant):
    first = replies.provisions(assistant, POINTS, offset=0, limit=10)
    rest = replies.provisions(assistant, POINTS, offset=10, limit=200)

    every = [provision.address for provision in assistant.document_provisions(POINTS)]
    assert [one.address for one in (*first.provisions, *rest.provisions)] == every
    assert first.total == len(every)


def test_there_are_no_provisions_of_an_unknown_document(assistant):
    assert replies.provisions(assistant, "nothing", offset=0, limit=10) is None
    assert replies.provision(assistant, "nothing", "第一条") is None
    assert replies.unknown(assistant, [TABLE, "nothing"]) == ["nothing"]


@pytest.mark.parametrize("written", ["三、(十三)", "三、（十三）", " 三、( 十三 ) "])
def test_a_provision_is_found_however_its_brackets_are_written(written, assistant):
    assert replies.provision(assistant, POINTS, written).address == "三、(十三)"


def test_a_provision_is_found_by_another_name(assistant):
    row = replies.provision(assistant, TABLE, "信息解读工作")

    assert row.address == "一、第2行"
    assert row.duties[0].actor == "市级各部门"
    assert row.duties[0].actor_from == "一、第1行"
    assert {cell.column for cell in row.cells} >= {"完成时限"}


def test_duties_are_those_of_the_body_asked_about(assistant):
    reply = replies.duties(assistant, "财政局", offset=0, limit=200)

    assert reply.actors == ("市财政局",)
    assert reply.total == len(reply.duties) > 1
    assert {found.duty.actor for found in reply.duties} == {"市财政局"}
    assert any(found.duty.deadline == "年内" for found in reply.duties)


def test_an_unknown_body_has_no_duties(assistant):
    reply = replies.duties(assistant, "火星管理局", offset=0, limit=10)

    assert (reply.actors, reply.total, reply.duties) == ((), 0, ())
