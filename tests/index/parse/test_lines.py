from index.parse.lines import inked_lines


def test_offsets_point_at_the_inked_part_of_each_line():
    source = "\ufeff　　标题 \r\n\r\n\t正文。　\n"

    lines = inked_lines(source, markdown=False)

    assert [line.text for line in lines] == ["标题", "正文。"]
    assert all(source[line.start : line.end] == line.text for line in lines)


def test_page_breaks_and_line_separators_are_no_ink():
    source = "一、甲。\x0c\n\x0c\n\u200b\n二、乙。\u2028三、丙。"

    assert [line.text for line in inked_lines(source, markdown=False)] == ["一、甲。", "二、乙。", "三、丙。"]


def test_hashes_give_a_depth_in_markdown_and_are_text_elsewhere():
    source = "## 一、甲\n"

    assert [(line.text, line.depth) for line in inked_lines(source, markdown=True)] == [("一、甲", 2)]
    assert [(line.text, line.depth) for line in inked_lines(source, markdown=False)] == [("## 一、甲", 0)]


def test_hashes_without_a_blank_are_a_heading_too():
    assert inked_lines("##一、甲", markdown=True)[0].depth == 2


def test_a_nul_is_kept_as_text():
    source = "甲\x00乙\n"

    assert inked_lines(source, markdown=False)[0].text == "甲\x00乙"
