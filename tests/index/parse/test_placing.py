from itertools import pairwise

import pytest

TABLE = "| 任务 | 时限 |\n|-|-|\n| 子 | 年内 |\n| 丑 | |\n"


def test_rows_stand_below_the_part_in_which_the_table_is_printed(outline):
    provisions = outline(f"一、甲\n见下表。\n\n{TABLE}\n二、乙\n做。\n")

    assert list(provisions) == ["一、", "一、第1行", "一、第2行", "二、"]
    assert provisions["一、第1行"].headings == ("一、甲", "子")
    assert TABLE.strip() in provisions["一、"].text


def test_the_header_stays_with_the_words_before_the_table(outline):
    assert outline(f"一、甲\n见下表。\n\n{TABLE}")["一、"].own_text == "一、甲\n见下表。\n\n| 任务 | 时限 |"


def test_rows_do_not_go_below_a_part_that_starts_after_the_table(outline):
    provisions = outline(f"一、甲\n\n{TABLE}\n（一）乙。做。\n（二）丙。做。\n")

    assert list(provisions) == ["一、", "一、第1行", "一、第2行", "一、(一)", "一、(二)"]


def test_text_after_a_table_is_a_stretch_of_its_own(outline):
    provisions = outline(f"一、甲\n前文。\n\n{TABLE}\n后文。\n又。\n（一）乙。\n")

    assert list(provisions) == ["一、", "一、第1行", "一、第2行", "一、第2段", "一、(一)"]
    assert provisions["一、第2段"].own_text == "后文。\n又。"


def test_a_second_table_counts_its_rows_on(outline):
    provisions = outline(f"一、甲\n\n{TABLE}\n中间。\n\n{TABLE}\n后文。\n")

    assert list(provisions) == [
        "一、",
        "一、第1行",
        "一、第2行",
        "一、第2段",
        "一、第3行",
        "一、第4行",
        "一、第3段",
    ]


def test_two_tables_with_nothing_between_keep_both_headers(outline):
    provisions = outline(f"一、甲\n\n{TABLE}\n{TABLE}")

    assert provisions["一、第2段"].own_text == "| 任务 | 时限 |"
    assert list(provisions)[-1] == "一、第4行"


def test_a_table_in_an_article_stands_below_its_paragraph(outline):
    provisions = outline(f"第一条 见下表：\n\n{TABLE}\n前款所称甲。\n第二条 乙。\n")

    assert list(provisions)[:5] == ["第一条", "第一条第一款", "第一条第一款第1行", "第一条第一款第2行", "第一条第二款"]


def test_a_table_in_an_annex_stands_in_the_annex(outline):
    provisions = outline(f"意见\n一、做好甲。\n市政府\n2014年1月1日\n附件1\n分工表\n\n{TABLE}")

    assert list(provisions)[-2:] == ["附件1·第1行", "附件1·第2行"]
    assert provisions["附件1·题注"].own_text.endswith("| 任务 | 时限 |")


def test_a_table_before_the_outline_stands_among_the_parts(outline):
    provisions = outline(f"为了甲，说明如下。\n\n{TABLE}\n一、乙。做。\n二、丙。做。\n")

    assert list(provisions) == ["引言", "第1行", "第2行", "一、", "二、"]


def test_a_document_of_nothing_but_a_table_has_its_header_as_head(outline):
    provisions = outline(TABLE)

    assert list(provisions) == ["题注", "第1行", "第2行"]
    assert provisions["题注"].own_text == "| 任务 | 时限 |"


@pytest.mark.parametrize("markdown", [True, False])
def test_a_note_below_the_only_table_is_kept(outline, markdown):
    provisions = outline(f"分工表\n\n{TABLE}\n注：从严掌握。\n", markdown=markdown)

    assert list(provisions) == ["题注", "第1行", "第2行", "结语"]
    assert provisions["结语"].own_text == "注：从严掌握。"


def test_a_second_table_with_categories_starts_again(outline):
    table = "| 类别 | 任务 |\n|-|-|\n| 一、甲 | 子 |\n"

    assert list(outline(f"说明。\n\n{table}\n说明。\n\n{table}"))[-2:] == ["附件1·一、", "附件1·一、第1行"]


def test_counting_aloud_in_a_part_with_a_table_does_not_swallow_the_rows(outline):
    source = f"一、甲。要求：一是乙；二是丙。\n\n{TABLE}\n后文。\n"

    provisions = outline(source)

    spans = [(p.start, p.start + len(p.own_text)) for p in provisions.values()]
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
