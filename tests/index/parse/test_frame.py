import pytest

from index.parse.frame import frame
from index.parse.lines import Line, inked_lines
from index.parse.markers import kinds_in_use


def sections_of(source, *, markdown=False):
    lines = inked_lines(source, markdown=markdown)
    return frame(lines, kinds_in_use(lines))


def words(lines):
    return [line.text for line in lines]


def test_title_number_and_bracketed_notes_are_the_head():
    [section] = sections_of(
        "某市要点\n（2014年1月1日公布\n2019年4月3日修订）\n某政发〔2014〕1号\n各区：\n一、甲。做。\n"
    )

    assert words(section.head) == ["某市要点", "（2014年1月1日公布", "2019年4月3日修订）", "某政发〔2014〕1号"]
    assert words(section.body) == ["各区：", "一、甲。做。"]


def test_a_bracket_left_open_in_the_head_does_not_swallow_the_outline():
    [section] = sections_of("（征求意见稿\n一、甲。做。\n二、乙。做。\n")

    assert words(section.head) == ["（征求意见稿"]


def test_a_table_of_contents_belongs_to_the_head():
    [section] = sections_of(
        "办法\n目 录\n第一章 总则\n第二章 附则\n第一章　总则\n第一条 甲。\n第二章　附则\n第二条 乙。\n"
    )

    assert words(section.head)[-1] == "第二章 附则"
    assert words(section.body)[0] == "第一章　总则"


def test_a_signature_ends_the_body_together_with_the_note_on_publication():
    [section] = sections_of("要点\n一、做好工作。\n某市人民政府办公厅\n2014年4月30日\n（此件公开发布）\n")

    assert words(section.signature) == ["某市人民政府办公厅", "2014年4月30日", "（此件公开发布）"]


def test_a_date_in_chinese_numerals_signs_too():
    [section] = sections_of("复函\n某市：\n同意。\n国务院\n二〇〇五年三月三日\n")

    assert words(section.signature) == ["国务院", "二〇〇五年三月三日"]


def test_a_list_of_annexes_is_not_part_of_the_signature():
    [section] = sections_of("复函\n某市：\n同意。\n附件：1.甲方案\n2.乙方案\n国务院\n2005年3月3日\n")

    assert words(section.signature) == ["国务院", "2005年3月3日"]


def test_a_signed_letter_before_the_instrument_is_its_cover():
    [section] = sections_of(
        "关于印发要点的通知\n各区：\n现将要点印发给你们，请贯彻执行。\n市政府\n2014年4月30日\n要点\n一、甲。做。\n二、乙。做。\n"
    )

    assert words(section.cover)[0] == "各区："
    assert words(section.cover)[-1] == "要点"
    assert words(section.body) == ["一、甲。做。", "二、乙。做。"]


def test_a_list_of_annexes_does_not_make_a_letter_an_instrument():
    [section] = sections_of(
        "通知\n各区：\n现印发。\n附件：1.甲\n2.乙\n市政府\n2014年4月30日\n要点\n一、甲。做。\n二、乙。做。\n"
    )

    assert words(section.body) == ["一、甲。做。", "二、乙。做。"]


@pytest.mark.parametrize(
    ("opening", "prefix"),
    [("附件1", "附件1·"), ("附件１", "附件1·"), ("附 件 2：", "附件2·"), ("附件一", "附件1·"), ("附件", "附件·")],
)
def test_an_annex_has_its_prefix(opening, prefix):
    sections = sections_of(f"意见\n一、做好甲。\n市政府\n2014年1月1日\n{opening}\n方案\n一、做好乙。\n")

    assert [section.prefix for section in sections] == ["", prefix]
    assert words(sections[1].head) == [opening, "方案"]


def test_two_annexes_without_number_have_different_prefixes():
    sections = sections_of("意见\n一、做好甲。\n附件\n方案\n一、做好乙。\n附件\n名单\n一、做好丙。\n")

    assert len({section.prefix for section in sections}) == 3


def test_a_markdown_heading_may_open_an_annex_with_a_title():
    sections = sections_of("意见\n\n## 一、甲\n做好。\n\n## 附件2 方案\n一、做好乙。\n", markdown=True)

    assert [section.prefix for section in sections] == ["", "附件2·"]


def test_no_lines_make_no_section():
    assert frame([], ()) == []


def test_a_section_starts_at_its_first_line():
    first, second = sections_of("意见\n一、做好甲。\n附件1\n方案\n一、做好乙。\n")

    assert first.start == 0
    assert second.start == second.head[0].start == Line("附件1", 10, 13).start


@pytest.mark.parametrize(
    "note", ["（信息公开形式：主动公开）", "抄送：市委办公室。", "甲市政府办公室 2014年1月2日印发"]
)
def test_what_stands_below_a_signature_opens_no_annex(note):
    [section] = sections_of(f"通知\n一、甲。做。\n某市政府\n2014年1月2日\n{note}\n")

    assert words(section.signature) == ["某市政府", "2014年1月2日", note]
