from index.parse.lines import inked_lines
from index.parse.markers import kinds
from index.parse.named import named_frame, names_its_frame, without_title_heading


def markdown(source):
    return inked_lines(source, markdown=True)


def words(lines):
    return [line.text for line in lines]


def test_headings_name_the_parts_of_the_frame_and_are_no_text():
    lines = markdown(
        "## 题注\n某号\n## 通知\n请落实。\n## 引言\n为了。\n## 一、甲\n做。\n## 结语\n报送。\n## 落款\n某市\n"
    )

    [section], structure = named_frame(lines)

    assert words(section.head) == ["某号"]
    assert words(section.cover) == ["请落实。"]
    assert words(section.opening) == ["为了。"]
    assert words(section.body) == ["一、甲", "做。"]
    assert words(section.closing) == ["报送。"]
    assert words(section.signature) == ["某市"]
    assert words(structure) == ["题注", "通知", "引言", "结语", "落款"]


def test_what_stands_before_the_first_heading_is_the_head():
    [section], _ = named_frame(markdown("某市要点\n## 引言\n为了。\n"))

    assert words(section.head) == ["某市要点"]


def test_a_deeper_heading_stays_in_the_named_part():
    [section], _ = named_frame(markdown("## 通知\n### 主送\n各区。\n## 一、甲\n做。\n"))

    assert words(section.cover) == ["主送", "各区。"]
    assert words(section.body) == ["一、甲", "做。"]


def test_an_annex_is_a_section_of_its_own():
    sections, _ = named_frame(
        markdown("## 题注\n某号\n## 一、甲\n做。\n## 附件1 方案\n### 一、乙\n做。\n## 结语\n完。\n")
    )

    assert [section.prefix for section in sections] == ["", "附件1·"]
    assert words(sections[1].head) == ["附件1 方案"]
    assert words(sections[1].body) == ["一、乙", "做。"]
    assert words(sections[1].closing) == ["完。"]


def test_a_name_that_comes_again_is_a_heading_like_any_other():
    [section], structure = named_frame(markdown("## 引言\n为了。\n## 一、甲\n做。\n## 引言\n又。\n"))

    assert words(section.opening) == ["为了。"]
    assert words(section.body) == ["一、甲", "做。", "引言", "又。"]
    assert len(structure) == 1


def test_a_name_between_parts_is_a_heading_like_any_other():
    [section], structure = named_frame(markdown("## 一、甲\n做。\n## 结语\n完。\n## 二、乙\n做。\n## 结语\n报送。\n"))

    assert words(section.body) == ["一、甲", "做。", "结语", "完。", "二、乙", "做。"]
    assert words(section.closing) == ["报送。"]
    assert len(structure) == 1


def test_only_headings_name_the_frame():
    assert names_its_frame(markdown("## 引言\n为了。\n"))
    assert not names_its_frame(markdown("引言\n为了。\n"))


def test_a_single_heading_above_all_others_is_the_title():
    lines = without_title_heading(markdown("# 某市要点\n## 总体要求\n做。\n"), kinds())

    assert [line.depth for line in lines] == [0, 2, 0]


def test_the_first_of_several_equal_headings_is_no_title():
    lines = without_title_heading(markdown("## 总体要求\n做。\n## 措施\n做。\n"), kinds())

    assert [line.depth for line in lines] == [2, 0, 2, 0]


def test_a_numbered_heading_is_no_title():
    assert without_title_heading(markdown("# 一、甲\n做。\n"), kinds())[0].depth == 1
