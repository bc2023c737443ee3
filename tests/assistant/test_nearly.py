import pytest

from assistant.folding import bare
from assistant.nearly import nearly_named

OPINION = "beijing-2016-implementation-opinion"


def named(text, catalogue):
    return [entry.document.id for _, entry in nearly_named(bare(text), catalogue)]


@pytest.mark.parametrize(
    "text",
    [
        "北京市全面推进政务公开的实施意见怎么说",
        "按北京市全面推进政务公开工作实施意见办",
        "北京市全面推近政务公开工作的实施意见",
    ],
)
def test_a_title_with_a_word_left_out_or_mistyped_is_the_documents(text, catalogue):
    assert named(text, catalogue) == [OPINION]


@pytest.mark.parametrize(
    "text", ["北京市2016年政府信息公开工作要点", "天津市2014年政府信息公开工作要点", "征地信息公开由谁负责"]
)
def test_another_year_or_place_is_another_document(text, catalogue):
    assert named(text, catalogue) == []


def test_the_whole_title_is_left_to_the_names(catalogue):
    assert named("北京市全面推进政务公开工作的实施意见", catalogue) == []
