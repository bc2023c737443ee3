import sys
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.parse.document import parse

NUMBERS = ["一", "二", "三", "四", "五", "十", "十一", "二十"]
SENTENCES = st.sampled_from(
    [
        "推进公开。",
        "做好工作，加强领导。",
        "一是推进甲。二是推进乙。",
        "应当公开：",
        "总体要求",
        "市局牵头；区局配合。",
        "附件：1.甲",
    ]
)
MARKERS = st.one_of(
    st.sampled_from(NUMBERS).flatmap(
        lambda n: st.sampled_from([f"第{n}章 ", f"第{n}条 ", f"{n}、", f"（{n}）", f"{n}是"])
    ),
    st.integers(1, 12).flatmap(lambda n: st.sampled_from([f"{n}.", f"（{n}）", f"{n}.1 ", f"{n} ", f"附件{n}\n"])),
    st.sampled_from(["", "", "## ", "### ", "# ", "## 引言\n", "## 结语\n", "市政府\n2014年1月1日\n", "目录\n"]),
    st.sampled_from(["| 类别 | 任务 | 时限 |\n|-|-|-|\n| 一、甲 | 子 | 年内 |\n| | 丑 | |\n\n"]),
)
LINES = st.tuples(MARKERS, SENTENCES).map("".join)
SOURCES = st.tuples(st.lists(LINES, max_size=25), st.sampled_from(["\n", "\r\n", "\n\n　　"])).map(
    lambda lines: lines[1].join(lines[0])
)


@given(source=SOURCES, markdown=st.booleans())
def test_provisions_cover_a_text_once_in_order_and_keep_their_places(source, markdown):
    parsed = parse("text", source, markdown=markdown)

    provisions = parsed.provisions
    owners = [p for p in provisions if p.own_text]
    by_address = {p.address: p for p in provisions}
    assert parsed.warnings == ()
    assert len(by_address) == len(provisions)
    assert all(source[p.start : p.start + len(p.own_text)] == p.own_text for p in provisions)
    assert all(source[p.start : p.end] == p.text for p in provisions)
    assert all(left.start + len(left.own_text) <= right.start for left, right in pairwise(owners))
    assert all(left.start <= right.start for left, right in pairwise(provisions))
    for provision in provisions:
        if provision.parent is not None:
            above = by_address[provision.parent]
            assert above.start <= provision.start <= provision.end <= above.end


@pytest.mark.parametrize("source", ["", "\n \n\t\n", "\ufeff"])
def test_a_text_without_words_has_no_provisions(source):
    assert parse("text", source, markdown=False).provisions == ()


def test_one_paragraph_is_the_opening(outline):
    assert list(outline("这是一段话。")) == ["引言"]


def test_the_names_of_the_frame_are_structure_and_not_reported():
    source = "## 题注\n\n某号\n\n## 引言\n\n为了。\n\n## 一、甲\n\n做。\n\n## 结语\n\n报送。\n"

    parsed = parse("text", source, markdown=True)

    assert parsed.warnings == ()
    assert [p.address for p in parsed.provisions] == ["题注", "引言", "一、", "结语"]
    assert all("题注" not in p.own_text for p in parsed.provisions)


def test_a_named_part_without_words_is_not_reported_either():
    assert parse("text", "## 题注\n\n## 一、甲\n\n做。\n", markdown=True).warnings == ()


def test_a_markdown_text_with_a_title_has_plain_addresses(outline):
    source = "# 某市要点\n\n某发〔2014〕1号\n\n## 一、甲\n\n### （一）乙\n\n做。\n\n市政府\n2014年1月1日\n"

    assert list(outline(source, markdown=True)) == ["题注", "一、", "一、(一)", "落款"]


def test_windows_line_ends_give_the_same_addresses(outline):
    source = "要点\n各区：\n一、甲\n（一）乙。做乙。\n（二）丙。做丙。\n市政府\n2014年1月1日\n"

    assert list(outline(source)) == list(outline(source.replace("\n", "\r\n")))


def test_a_nul_is_carried_through():
    source = "一、甲\x00。做。\n二、乙。做。\n"

    assert parse("text", source, markdown=False).provisions[0].own_text == "一、甲\x00。做。"


def test_lists_of_annexes_stay_with_the_letter(outline):
    provisions = outline("复函\n某市：\n同意。\n附件：1.甲方案\n2.乙方案\n国务院\n2005年3月3日\n")

    assert provisions["引言"].own_text.endswith("2.乙方案")
    assert provisions["落款"].own_text == "国务院\n2005年3月3日"


def test_an_enormous_line_is_one_provision_or_its_items(outline):
    assert list(outline("一、" + "应当做好工作，加强领导。" * 100_000)) == ["一、"]
    assert len(outline("一、" + "".join(f"{n}是推进甲。" for n in NUMBERS[:5]) * 5_000)) == 6


def steps(work: Callable[[], object]) -> int:
    """Lines of Python run by `work`: grows as the time does, without a clock."""
    count = 0

    def trace(frame, event, _):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "line",
    [
        "应当做好工作。\n",
        "一、甲。做甲。\n",
        "二、甲。做甲。\n",
        "（一）甲。做甲。\n",
        "第一条 甲。\n乙。\n",
        "2014年1月1日\n",
        "做好工作。\n市政府\n2014年1月1日\n",
        "附件1\n方案\n做好工作。\n",
        "目录\n一、甲\n",
        "文。\n\n| 任务 | 时限 |\n|-|-|\n| 甲 | 年内 |\n\n",
        "\t类别\n\t任务\n\t时限\n\n\tA\n\t甲\n\t\n\n",
        "一是推进甲。二是推进乙。",
        "## 要求\n做。\n",
        "### 引言\n做。\n",
    ],
)
def test_work_grows_with_the_length_of_the_text_and_not_its_square(line):
    parse("text", line, markdown=True)  # reads the tables of words

    short, long = (steps(lambda count=count: parse("text", line * count, markdown=True)) for count in (100, 800))

    assert long < 12 * short


def test_nearly_twenty_thousand_lines_are_parsed():
    parsed = parse("text", "".join(f"第{n}条 甲。\n（一）乙。\n" for n in range(1, 10_000)), markdown=False)

    assert len(parsed.provisions) == 19_998
    assert parsed.provisions[-1].address == "第九千九百九十九条第一项"


@pytest.mark.parametrize("number", ["— 3 —", "- 12 -", "第3页 共9页"])
def test_the_number_of_a_page_is_no_part_of_the_text(number):
    parsed = parse("text", f"一、甲。做。\n{number}\n二、乙。做。\n", markdown=False)

    assert [provision.own_text for provision in parsed.provisions] == ["一、甲。做。", "二、乙。做。"]
    assert parsed.warnings == ()
