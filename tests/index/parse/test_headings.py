import pytest


@pytest.mark.parametrize(
    ("source", "address", "heading"),
    [
        ("一、推进公开。做好工作。\n", "一、", "推进公开"),
        ("一、推进公开\n做好工作。\n", "一、", "推进公开"),
        ("一、推进公开。\n做好工作。\n", "一、", "推进公开"),
        ("一、\t推进公开\n做好工作。\n", "一、", "推进公开"),
        ("一、做好工作。\n二、做。\n", "一、", ""),
        ("一、推进甲；推进乙。做好工作。\n", "一、", ""),
        (f"一、{'推进公开' * 15}。做好工作。\n", "一、", ""),
        ("第一章　总则\n第一条 甲。\n", "第一章", "总则"),
        ("第一章　总  则\n第一条 甲。\n", "第一章", "总则"),
        ("一、加强 领导\n做好工作。\n", "一、", "加强 领导"),
        ("第一条 为了甲。制定本办法。\n", "第一条", ""),
        ("第一条【目的】为了甲。\n", "第一条", "目的"),
        ("第一条 【目的】\n为了甲。\n", "第一条", "目的"),
        ("一、问题：一是甲不足，影响乙；二是丙。\n", "一、一是", "甲不足"),
    ],
)
def test_a_heading_is_a_line_of_its_own_or_the_first_sentence(outline, source, address, heading):
    assert outline(source)[address].heading == heading


def test_the_path_shows_numbers_and_headings(outline):
    provisions = outline("第一章 总则\n第一条【目的】为了甲。\n")

    assert provisions["第一条"].heading_path == "第一章 总则 › 第一条 目的"


def test_paragraphs_add_nothing_to_the_path(outline):
    provisions = outline("第一条 甲。\n乙：\n（一）丙。\n")

    assert provisions["第一条第二款第一项"].headings[0] == "第一条"
    assert provisions["第一条第二款"].headings == ("第一条",)


def test_a_sentence_that_says_a_duty_is_text_though_it_fills_its_line(outline):
    provisions = outline(
        "一、（总）\n（一）区局要优化备案，于7月底前上线。\n上线后公布。\n（二）加强领导，明确责任。\n各部门重视。\n"
    )

    assert provisions["一、(一)"].heading == ""
    assert provisions["一、(二)"].heading == "加强领导，明确责任"
