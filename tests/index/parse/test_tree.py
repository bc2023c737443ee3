from index.parse.lines import inked_lines
from index.parse.markers import kinds_in_use
from index.parse.tree import build_tree


def tree_of(source, *, markdown=False):
    lines = inked_lines(source, markdown=markdown)
    return build_tree(lines, kinds_in_use(lines))


def shape(nodes):
    return [(node.label, shape(node.children)) if node.children else node.label for node in nodes]


def test_each_lower_number_goes_below_the_one_before():
    _, roots = tree_of("一、甲\n（一）乙\n1.丙\n（1）丁\n（2）戊\n2.己\n（二）庚\n二、辛\n")

    assert shape(roots) == [("一、", [("(一)", [("1.", ["(1)", "(2)"]), "2."]), "(二)"]), "二、"]


def test_lines_before_the_first_number_are_the_opening():
    opening, roots = tree_of("为了甲。\n特制定。\n一、甲\n")

    assert [line.text for line in opening] == ["为了甲。", "特制定。"]
    assert shape(roots) == ["一、"]


def test_running_text_goes_on_in_the_innermost_part():
    _, [part] = tree_of("一、甲\n（一）乙。\n又乙。\n")

    assert [line.text for line in part.children[0].paragraphs] == ["（一）乙。", "又乙。"]
    assert part.end == part.children[0].end == part.children[0].own_end


def test_running_text_in_an_article_is_its_next_paragraph():
    _, [article] = tree_of("第一条 甲：\n（一）乙；\n（二）丙。\n前款所称丁。\n")

    assert shape([article]) == [("第一条", [("第1款", ["(一)", "(二)"]), "第2款"])]


def test_an_article_whose_number_stands_alone_has_its_text_on_the_next_line():
    _, [article] = tree_of("第一条\n应当甲。\n可以乙。\n")

    assert shape([article]) == [("第一条", ["第1款", "第2款"])]


def test_a_title_in_brackets_is_not_yet_a_paragraph():
    _, [article] = tree_of("第一条【目的】\n应当甲。\n")

    assert shape([article]) == [("第一条", ["第1款"])]


def test_decimal_numbers_nest_by_their_points():
    _, roots = tree_of("1 总则\n1.1 目的\n1.1.1 甲\n1.2 依据\n2 组织\n2.1 领导\n")

    assert shape(roots) == [("1", [("1.1", ["1.1.1"]), "1.2"]), ("2", ["2.1"])]


def test_unnumbered_headings_nest_by_their_depth():
    _, roots = tree_of("## 总体要求\n做。\n### 目标\n做。\n## 措施\n做。\n", markdown=True)

    assert shape(roots) == [("总体要求", ["目标"]), "措施"]


def test_a_list_below_an_unnumbered_heading_belongs_to_it():
    _, roots = tree_of("## 一、甲\n### 目标\n（一）乙。\n（二）丙。\n## 二、丁\n", markdown=True)

    assert shape(roots) == [("一、", [("目标", ["(一)", "(二)"])]), "二、"]


def test_a_heading_ends_the_unnumbered_heading_before_it_with_all_it_holds():
    _, roots = tree_of("## 要求\n第一章 甲\n## 措施\n做。\n", markdown=True)

    assert shape(roots) == [("要求", ["第一章"]), "措施"]


def test_a_list_begun_further_out_goes_on_after_an_unnumbered_heading():
    _, roots = tree_of("一、甲\n### 说明\n做。\n二、乙\n", markdown=True)

    assert shape(roots) == [("一、", ["说明"]), "二、"]
