import pytest


@pytest.fixture
def warned(outline):
    return lambda source: {address: p.warnings for address, p in outline(source).items() if p.warnings}


def test_a_gap_is_accepted_and_marked_where_it_is(warned):
    assert warned("一、甲。做。\n三、乙。做。\n四、丙。做。\n") == {"三、": ("编号不连续",)}


def test_a_gap_is_seen_at_every_depth(warned):
    assert warned("一、甲\n（一）乙\n1.丙。\n3.丁。\n（三）戊。\n") == {
        "一、(一)3.": ("编号不连续",),
        "一、(三)": ("编号不连续",),
    }


def test_a_number_that_comes_twice_is_marked(warned):
    assert warned("一、甲。做。\n二、乙。做。\n二、丙。做。\n三、丁。做。\n") == {"续2·二、": ("编号重复",)}


def test_a_one_that_comes_twice_is_marked(warned):
    assert warned("一、甲。做。\n一、乙。做。\n") == {"附件1·一、": ("编号重复",)}


@pytest.mark.parametrize(
    "source",
    [
        "一、甲\n（一）乙。\n（二）丙。\n二、丁\n（三）戊。\n",  # items run on
        "一、甲\n（一）乙。\n（二）丙。\n二、丁\n（一）戊。\n",  # items start again
        "第一章 甲\n第一条 乙。\n第二章 丙\n第二条 丁。\n",
        "第一条 甲。\n第一条之一 乙。\n第一条之二 丙。\n第二条 丁。\n",
        "1 甲\n1.1 乙\n1.2 丙\n2 丁\n2.1 戊\n2.2 己\n",
        "一、甲。\n二、乙。\n一、丙。\n二、丁。\n",  # all starts again
    ],
)
def test_outlines_that_count_on_or_start_again_have_no_warning(warned, source):
    assert warned(source) == {}


def test_a_decimal_number_counts_among_its_own(warned):
    assert warned("1 甲\n1.1 乙\n1.2 丙\n2 丁\n2.3 戊\n") == {"2.3": ("编号不连续",)}
