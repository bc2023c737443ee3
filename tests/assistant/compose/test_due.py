import pytest

from assistant.answer import Outcome

TABLE = "city-2014-breakdown-table"


def tasks(draft):
    return [claim.supports[0].provision.address for claim in draft.claims]


def with_deadline(library, words):
    return [
        provision.address
        for provision in library.document_provisions(TABLE)
        if any(duty.deadline == words for duty in provision.duties)
    ]


@pytest.mark.parametrize(
    ("question", "deadline"),
    [
        ("分解细化方案里6月底前要完成的有哪几项？", "6月底前"),
        ("分解细化方案里9月底前要完成的任务有哪些", "9月底前"),
        ("分解细化方案中哪些任务的时限是年内", "年内"),
        ("分解细化方案哪些任务要求实时公开？", "实时"),
    ],
)
def test_all_tasks_of_a_deadline_are_listed_carried_ones_too(question, deadline, drafted, library):
    draft = drafted(question)

    assert draft.outcome is Outcome.ANSWERED
    assert tasks(draft) == with_deadline(library, deadline)
    assert draft.message == f"时限为“{deadline}”的任务，查到{len(draft.claims)}项："


def test_only_the_tasks_of_the_named_body_are_listed(drafted):
    assert tasks(drafted("分解细化方案里市财政局年内要完成的任务有哪些")) == ["三、第1行", "三、第2行", "四、第7行"]


def test_a_deadline_that_nothing_has_lists_nothing(drafted):
    assert "时限为" not in drafted("分解细化方案里3月底前要完成的任务有哪些").message


def test_without_a_named_document_nothing_is_listed(drafted):
    assert "时限为" not in drafted("9月底前要完成的任务有哪些").message


@pytest.mark.parametrize(
    "question",
    [
        "分解细化方案里环境空气质量实时发布的范围是什么",
        "分解细化方案中实时公开土地成交结果由谁牵头，什么时候开始",
        "实时发布空气质量，国办2014年要点和分解细化方案有什么不同",
    ],
)
def test_a_deadline_inside_a_topic_lists_no_tasks(question, drafted):
    assert "时限为" not in drafted(question).message
