import pytest

from index.parse.lines import Line, inked_lines
from index.parse.markers import kinds, kinds_in_use, line_markers, match_marker


def marker_of(text, *others):
    lines = [Line(each, 0, len(each)) for each in (text, *others)]
    return match_marker(text, kinds_in_use(lines))


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("第一编 总则", "编", "第一编"),
        ("第三章　附则", "章", "第三章"),
        ("第 2 节 程序", "节", "第二节"),
        ("第三十三条　行政机关应当", "条", "第三十三条"),
        ("第33条 行政机关应当", "条", "第三十三条"),
        ("第三十三条之一 行政机关应当", "条", "第三十三条之一"),
        ("第 三 十 三 条 行政机关应当", "条", "第三十三条"),
        ("第五条【公开】行政机关应当", "条", "第五条"),
        ("三、推进公开", "部分", "三、"),
        ("三．推进公开", "部分", "三、"),
        ("二十一、推进公开", "部分", "二十一、"),
        ("（十三）推进公开", "项", "(十三)"),
        ("( 十三 ) 推进公开", "项", "(十三)"),
        ("4.推进公开", "点", "4."),
        ("４．推进公开", "点", "4."),
        ("4、推进公开", "点", "4."),
        ("（1）推进公开", "目", "(1)"),
        ("（１）推进公开", "目", "(1)"),
        ("①推进公开", "圈", "①"),
        ("一是推进公开", "是", "一是"),
    ],
)
def test_each_way_of_numbering_has_its_label(text, kind, label):
    marker = marker_of(text)

    assert marker is not None
    assert (marker.kind, marker.label) == (kind, label)


@pytest.mark.parametrize(
    "text",
    ["推进公开", "第三条", "2014年推进公开", "3.5万元以上的", "（征求意见稿）", "第三条规定的期限", "十分重要", ""],
)
def test_running_text_has_no_marker(text):
    if text == "第三条":
        assert marker_of(text) is not None
    else:
        assert marker_of(text) is None


def test_the_length_covers_the_number_and_its_brackets():
    text = "（十三）推进公开"

    assert text[marker_of(text).length :] == "推进公开"


def test_decimal_numbers_need_a_second_witness():
    assert marker_of("1.1 目的", "为了甲") is None
    assert marker_of("1.1 目的", "1.2 依据").label == "1.1"


def test_full_width_decimal_numbers_are_written_half_width():
    assert marker_of("１．１ 目的", "１．２ 依据").label == "1.1"


@pytest.mark.parametrize("text", ["12月底前完成", "1.5万元以上的", "20个工作日内答复", "1.5%以下"])
def test_quantities_are_no_decimal_numbers_of_an_outline(text):
    assert marker_of(text, "1.1 目的", "1.2 依据") is None


def test_a_chapter_stands_above_its_sections_and_those_above_articles():
    ranks = [marker_of(text).rank for text in ("第一章 总则", "第一节 程序", "第一条 甲", "一、甲", "（一）甲", "1.甲")]

    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)


def test_one_stands_above_one_point_one():
    assert marker_of("1 总则", "1.1 甲", "1.2 乙").rank < marker_of("1.1 甲", "1.2 乙").rank


def test_articles_that_lost_their_blanks_are_read_when_no_article_has_one():
    glued = "第一条为了甲，制定本办法。"

    assert marker_of(glued, "第二条应当乙。").label == "第一条"
    assert marker_of(glued, "第二条 应当乙。", "第三条应当丙。") is None
    assert marker_of("第三条规定的期限", glued, "第二条应当乙。") is None


def test_entries_of_a_list_of_annexes_are_no_numbers_of_the_outline():
    lines = inked_lines("附件：1.甲方案\n2.乙方案\n3.丙方案\n1.甲事项\n2.乙事项\n", markdown=False)

    labels = [marker and marker.label for marker in line_markers(lines, kinds())]

    assert labels == [None, None, None, "1.", "2."]


def test_a_list_of_annexes_may_start_on_the_line_below():
    lines = inked_lines("附件：\n1.甲方案\n2.乙方案\n", markdown=False)

    assert list(line_markers(lines, kinds())) == [None, None, None]
