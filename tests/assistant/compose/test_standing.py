import pytest

from assistant.answer import Outcome
from assistant.compose.standing import asks_where
from assistant.understand.stage import Asked, understand
from assistant.verify.stage import verify


@pytest.mark.parametrize(
    ("question", "address", "text"),
    [
        ("条例里收取信息处理费的规定在第几章", "第四章", "第四章 依申请公开。"),
        ("上海2014年要点里依申请公开在哪一部分？", "十二、", "十二、做好依申请公开工作。"),
    ],
)
def test_the_chapter_or_part_in_which_something_stands_is_named(question, address, text, drafted, catalogue):
    draft = verify(drafted(question), catalogue)

    assert draft.outcome is Outcome.ANSWERED
    assert [(claim.text, claim.supports[0].provision.address) for claim in draft.claims] == [(text, address)]


@pytest.mark.parametrize("question", ["条例第三章有几条", "条例分几章", "哪一类信息要公开", "条例最后一章是什么"])
def test_what_else_is_asked_of_chapters_is_no_question_of_where(question, catalogue):
    assert asks_where(understand(Asked(question), catalogue)) is None
