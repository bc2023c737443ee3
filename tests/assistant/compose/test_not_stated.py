import pytest

from assistant.compose.not_stated import not_stated
from assistant.draft import DraftClaim, Hit
from assistant.evidence import Signs
from assistant.understand.stage import Asked, understand


@pytest.fixture
def silence(catalogue, provision, document):
    """What is said to be missing, where so much was said to a question."""

    def find(question, said, **fields):
        hit = Hit(
            provision=provision(said, **{"kind": "部分"} | fields),
            document=document(),
            score=1.0,
            signs=Signs(*[0.0] * len(Signs._fields)),
        )
        claims = [DraftClaim(text=said, supports=())]
        return [claim.text for claim in not_stated(hit, understand(Asked(question), catalogue), claims)]

    return find


def test_that_no_time_is_stated_is_said_where_a_time_was_asked_for(silence):
    assert silence("库房什么时候盘点？", "库房应当盘点。") == ["该条未写明时限。"]


def test_that_nobody_is_named_is_said_where_somebody_was_asked_for(silence):
    assert silence("谁盘点库房？", "做好库房盘点。") == ["该条未写明责任单位。"]


@pytest.mark.parametrize(
    "said",
    ["库房每3年盘点1次。", "半年盘点一次库房。", "2020年起盘点库房。", "到年底盘点完库房。", "盘点用时三到五年。"],
)
def test_nothing_is_missing_where_any_time_was_said(said, silence):
    assert silence("库房什么时候盘点？", said) == []


@pytest.mark.parametrize("said", ["由仓储处负责盘点。", "按“谁保管、谁盘点”的原则。", "各部门要盘点库房。"])
def test_nothing_is_missing_where_anybody_was_named(said, silence):
    assert silence("谁盘点库房？", said) == []


@pytest.mark.parametrize(
    "question", ["库房盘点要不要在期限内完成？", "库房盘点什么时候做，有哪些内容？", "库房怎么盘点"]
)
def test_where_more_or_something_else_was_asked_silence_adds_nothing(question, silence):
    assert silence(question, "做好库房盘点。") == []


def test_an_article_names_its_subject_itself(silence):
    assert silence("谁盘点库房？", "盘点库房。", kind="条") == []
