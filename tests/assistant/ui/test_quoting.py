import pytest

from assistant.ui.quoting import locate, marked, marked_cell, without_blank_lines


@pytest.mark.parametrize(
    ("quote", "words", "found"),
    [
        ("年底前公开", "应在2014年\n年底前公开预决算", "年底前公开"),
        ("2014年年底前", "应在2014年\n　　年底前公开", "2014年\n　　年底前"),
        ("细到 项级\n科目", "公开要细到项级科目；", "细到项级科目"),
        (" 全文 ", "全文", "全文"),
    ],
)
def test_a_quote_is_found_whatever_the_blanks(quote, words, found):
    span = locate(quote, words)

    assert words[span.start : span.end] == found


@pytest.mark.parametrize("quote", ["", " \n", "别的话"])
def test_what_is_not_there_is_not_found(quote):
    assert locate(quote, "公开要细到项级科目") is None


def test_only_the_quote_is_marked():
    words = "甲<乙>丙"

    assert marked(words, locate("<乙>", words)) == "甲<mark>&lt;乙&gt;</mark>丙"
    assert marked(words, None) == "甲&lt;乙&gt;丙"


def test_a_quote_over_several_cells_marks_each_of_them():
    quote = "年内 | 市财政局牵头"

    assert marked_cell("年内", quote) == "<mark>年内</mark>"
    assert marked_cell("市财政局牵头", quote) == "<mark>市财政局牵头</mark>"
    assert marked_cell("预算和决算公开", quote) == "预算和决算公开"
    assert marked_cell("", quote) == ""


def test_a_quote_within_a_cell_marks_its_words():
    assert marked_cell("审计结果公告及时发布。", "及时发布") == "审计结果公告<mark>及时发布</mark>。"


def test_blank_lines_go_and_indents_stay():
    assert without_blank_lines("甲\n\n　\n　　乙\n丙") == "甲\n　　乙\n丙"
