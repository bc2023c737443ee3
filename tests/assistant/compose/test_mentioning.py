import pytest

from assistant.answer import Outcome
from assistant.compose.mentioning import mentioning
from assistant.understand.stage import Asked, understand
from assistant.verify.stage import verify


def test_the_provisions_that_use_a_word_are_counted_and_each_is_quoted(drafted, catalogue):
    draft = verify(drafted("上海2014年要点里写明“牵头”的有几项？"), catalogue)

    assert draft.outcome is Outcome.ANSWERED
    assert f"共{len(draft.claims)}项" in draft.message
    assert all("牵头" in claim.supports[0].quote for claim in draft.claims)


def test_paragraphs_of_one_article_are_counted_once(drafted):
    draft = drafted("条例里提到“行政机关”的有多少条？")

    articles = [claim.supports[0].provision.address.partition("条")[0] for claim in draft.claims]
    assert len(articles) == len(set(articles)) > 1


@pytest.mark.parametrize(
    "question",
    ["写明“牵头”的有几项？", "上海2014年要点里写明牵头的有几项？", "上海2014年要点里写明“渔船”的有几项？"],
)
def test_nothing_is_counted_without_a_document_a_quoted_word_or_any_use(question, catalogue):
    assert mentioning(understand(Asked(question), catalogue), catalogue) is None
