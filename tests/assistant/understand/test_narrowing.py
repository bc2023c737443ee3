import pytest

from assistant.answer import Outcome, Scope
from assistant.question import Filter

BEIJING, SHANGHAI = "beijing-2014-work-points", "shanghai-2014-work-points"
STATE = "state-council-2014-work-points"
QUESTION = "食品药品安全信息公开有什么要求？"


def cited(answer):
    return {citation.document_id for citation in answer.citations}


@pytest.mark.parametrize(
    ("within", "documents"),
    [
        (Filter(documents=(SHANGHAI,)), {SHANGHAI}),
        (Filter(regions=("北京市",), years=(2014,)), {BEIJING}),
        (Filter(regions=("全国",), years=(2014,)), {STATE}),
    ],
)
def test_only_what_the_filter_lets_through_answers(within, documents, assistant):
    answer = assistant.ask(QUESTION, within=within)

    assert answer.status is Outcome.ANSWERED
    assert cited(answer) == documents == set(answer.scope.documents)


def test_without_a_filter_more_documents_answer(assistant):
    assert len(cited(assistant.ask(QUESTION))) > 1


def test_a_filter_narrows_what_the_question_names(assistant):
    answer = assistant.ask("北京和上海2014年对食品药品安全信息公开有什么要求？", within=Filter(regions=("上海市",)))

    assert cited(answer) == {SHANGHAI}


def test_what_is_outside_the_filter_is_not_answered(assistant):
    answer = assistant.ask("上海2014年对食品药品安全信息公开有什么要求？", within=Filter(regions=("北京市",)))

    assert answer.status is Outcome.NOT_IN_LIBRARY
    assert "限定的范围" in answer.text
    assert not answer.citations


def test_a_body_lets_its_own_provisions_through(assistant):
    answer = assistant.ask("“三公”经费怎么公开？", within=Filter(bodies=("市审计局",)))

    texts = [citation.text for citation in answer.citations]
    assert all("市审计局" in text for text in texts)
    assert "市审计局" in answer.scope.bodies


def test_a_region_the_question_names_can_be_left_out(assistant):
    question = "北京2014年对食品药品安全信息公开有什么要求？"
    read = assistant.ask(question).scope
    assert read.documents == (BEIJING,)

    answer = assistant.ask(question, within=Filter(ignored=Scope(regions=read.regions)))

    assert {BEIJING, SHANGHAI, STATE} <= set(answer.scope.documents)
    assert answer.scope.regions == ()
    assert answer.scope.years == (2014,)


def test_the_only_document_left_out_leaves_all(assistant):
    question = "北京市2014年工作要点对食品药品安全信息公开有什么要求？"

    answer = assistant.ask(question, within=Filter(ignored=Scope(documents=(BEIJING,))))

    assert answer.scope == Scope(bodies=answer.scope.bodies)
    assert len(cited(answer)) > 1


def test_one_of_two_documents_can_be_left_out(assistant):
    question = "北京和上海2014年对食品药品安全信息公开有什么要求？"

    answer = assistant.ask(question, within=Filter(ignored=Scope(documents=(BEIJING,))))

    assert answer.scope.documents == (SHANGHAI,)
