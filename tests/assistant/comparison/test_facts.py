import pytest

from assistant.comparison.facts import degree, figures, fineness, times


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("预算要公开到支出功能分类的项级科目", {"项级"}),
        ("公开要细到支出功能分类的项级科目", {"项级"}),
        ("全部细化到支出经济分类'款'级科目公开", {"款级"}),
        ("逐步将决算公开到基本支出和项目支出", {"基本支出和项目支出"}),
        ("可能因不公开而受到重大影响", set()),
        ("公开预算", set()),
    ],
)
def test_how_finely_something_is_made_public_is_read_with_its_level(text, levels):
    assert fineness(text) == levels


def test_times_are_no_figures_and_years_ranks_and_document_numbers_are_none_either():
    assert times("每季度不少于2次，3个工作日内发布") == {"每季度不少于2次", "3个工作日内"}
    assert figures("2014年两级政府公布6项数据，3个工作日内报送") == {"6项"}
    assert figures("按国办发〔2014〕12号办理") == frozenset()


def test_of_words_of_degree_the_longer_hides_the_shorter():
    assert degree("全部公开，逐步提高") == {"全部", "逐步"}
    assert degree("建立全过程制度") == {"全过程"}
