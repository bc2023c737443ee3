"""What is offered is answered: asked over the shipped digests."""

import pytest

from assistant.answer import Outcome
from assistant.ui.chat import offering
from assistant.ui.chat.offering import MOST, offers
from assistant.ui.chat.session import Turn

QUESTIONS = [
    "北京市2014年工作要点要求预决算公开到什么程度？",
    "征地信息公开哪些内容？",
    "北京市对空气质量信息公开有什么要求？",
    "上海市2014年对食品药品安全信息公开有什么要求？",
    "保障性住房分配信息怎么公开？",
    "分解细化方案里“三公”经费公开由谁负责，什么时候完成？",
    "分解细化方案对行政处罚信息公开有什么要求？",
]


@pytest.fixture(scope="module", autouse=True)
def no_hurry():
    """A busy machine tries as much as a quiet one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(offering, "SECONDS", 60.0)
        yield


@pytest.fixture(scope="module", params=QUESTIONS)
def offered(
    request,
    assistant,
):
    question = request.param
    answer = assistant.ask(question)
    return question, answer, offers(Turn(number=1, question=question), answer, (), assistant, assistant)


def test_each_question_that_is_offered_is_answered_with_citations(offered, assistant):
    question, _, follow_ups = offered

    assert len(follow_ups) <= MOST
    for follow_up in follow_ups:
        answer = assistant.ask(follow_up, [question])
        assert answer.status is Outcome.ANSWERED
        assert answer.citations


def test_another_region_answers_from_its_own_documents(offered, assistant):
    question, first, follow_ups = offered
    here = {citation.region for citation in first.citations}
    for follow_up in follow_ups:
        if follow_up.startswith("那"):
            there = {citation.region for citation in assistant.ask(follow_up, [question]).citations}
            assert len(there) == 1
            assert not there & here


def test_most_answers_have_something_to_go_on_with(assistant):
    lists = [offers(Turn(number=1, question=q), assistant.ask(q), (), assistant, assistant) for q in QUESTIONS]

    assert sum(map(bool, lists)) >= 5


def test_a_region_that_is_silent_on_the_matter_is_not_offered(assistant):
    question = "依申请公开收费吗？"
    follow_ups = offers(Turn(number=1, question=question), assistant.ask(question), (), assistant, assistant)

    assert assistant.ask("那北京呢？", [question]).status is Outcome.ANSWERED  # of other things
    assert "那北京呢？" not in follow_ups


def test_two_regions_are_offered_for_comparison(assistant):
    question = "征地信息公开哪些内容？"
    follow_ups = offers(Turn(number=1, question=question), assistant.ask(question), (), assistant, assistant)

    assert "北京和上海的要求有什么不同？" in follow_ups
    assert assistant.ask("北京和上海的要求有什么不同？", [question]).table is not None


def test_what_was_asked_already_is_not_offered(assistant):
    question = "分解细化方案里“三公”经费公开由谁负责，什么时候完成？"
    follow_ups = offers(Turn(number=1, question=question), assistant.ask(question), (), assistant, assistant)

    assert not {"由谁牵头？", "由谁负责？", "什么时候完成？"} & set(follow_ups)


@pytest.mark.parametrize("question", ["今天天气怎么样？", "2030年火星基地的信息公开要求是什么？"])
def test_where_nothing_was_answered_nothing_is_offered(question, assistant):
    assert offers(Turn(number=1, question=question), assistant.ask(question), (), assistant, assistant) == ()
