import pytest

from index.parse.document import parse

HEAD = "| 类别 | 任务 | 时限 | 责任单位 |\n|-|-|-|-|\n"


def cells(provision):
    return {cell.column: (cell.text, cell.carried_from) for cell in provision.cells}


def test_rows_are_counted_inside_their_category(outline):
    provisions = outline(
        f"{HEAD}| 一、甲 | 子 | 年内 | 市局 |\n| | 丑 | 实时 | 区局 |\n| 二、乙 | 寅 | 年内 | 市局 |\n"
    )

    assert list(provisions) == ["题注", "一、", "一、第1行", "一、第2行", "二、", "二、第1行"]
    assert provisions["一、第2行"].heading == "丑"
    assert provisions["一、第2行"].parent == "一、"
    assert provisions["一、第2行"].headings == ("一、甲", "丑")


def test_an_empty_cell_carries_on_from_the_row_above(outline):
    provisions = outline(f"{HEAD}| 一、甲 | 子 | 年内 | 市局 |\n| | 丑 | | |\n| | 寅 | 实时 | |\n| | 卯 | | |\n")

    assert cells(provisions["一、第2行"])["时限"] == ("年内", "一、第1行")
    assert cells(provisions["一、第4行"])["时限"] == ("实时", "一、第3行")
    assert cells(provisions["一、第4行"])["责任单位"] == ("市局", "一、第1行")


def test_a_carried_value_keeps_its_place_in_the_source(outline):
    source = f"{HEAD}| 一、甲 | 子 | 年内 | 市局 |\n| | 丑 | | |\n"

    carried = outline(source)["一、第2行"].cells[2]

    assert source[carried.start : carried.end] == "年内"


def test_nothing_is_carried_into_another_category(outline):
    provisions = outline(f"{HEAD}| 一、甲 | 子 | 年内 | 市局 |\n| 二、乙 | 丑 | | |\n")

    assert cells(provisions["二、第1行"])["时限"] == ("", None)


def test_nothing_is_carried_in_a_column_of_requirements(outline):
    provisions = outline("| 任务 | 要求 | 时限 |\n|-|-|-|\n| 甲 | 做好 | 年内 |\n| 乙 | | |\n")

    assert cells(provisions["第2行"])["要求"] == ("", None)
    assert cells(provisions["第2行"])["时限"] == ("年内", "第1行")


def test_nothing_is_carried_into_another_table(outline):
    table = "| 任务 | 时限 |\n|-|-|\n| {} | {} |\n"

    provisions = outline(f"甲如下。\n\n{table.format('子', '年内')}\n乙如下。\n\n{table.format('丑', '')}")

    assert cells(provisions["第2行"])["时限"] == ("", None)


def test_the_task_names_a_row_also_after_a_column_of_numbers(outline):
    provisions = outline("| 序号 | 任务 | 时限 |\n|-|-|-|\n| 1 | 甲 | 年内 |\n| 2 | 乙 | |\n")

    assert provisions["第2行"].heading == "乙"
    assert provisions["第2行"].aliases == ("乙",)
    assert provisions["第2行"].own_text == "2 | 乙"


def test_a_category_may_stand_in_the_second_column(outline):
    source = "| 序号 | 类别 | 任务 |\n|-|-|-|\n| 1 | 一、甲 | 子 |\n| 2 | | 丑 |\n| 3 | 二、乙 | 寅 |\n"

    provisions = outline(source)

    assert list(provisions) == ["题注", "一、", "一、第1行", "一、第2行", "二、", "二、第1行"]
    assert provisions["一、"].own_text == ""
    assert provisions["一、第1行"].own_text == "1 | 一、甲 | 子"


def test_a_category_printed_on_every_row_opens_once(outline):
    provisions = outline("| 类别 | 任务 |\n|-|-|\n| 甲 | 子 |\n| 甲 | 丑 |\n| 乙 | 寅 |\n")

    assert list(provisions) == ["题注", "甲·", "甲·第1行", "甲·第2行", "乙·", "乙·第1行"]
    assert provisions["甲·第2行"].own_text == "甲 | 丑"


def test_a_row_that_holds_only_a_category_is_no_row(outline):
    provisions = outline("| 类别 | 任务 |\n|-|-|\n| 一、甲 | |\n| | 子 |\n| | |\n| | 丑 |\n")

    assert list(provisions) == ["题注", "一、", "一、第1行", "一、第2行"]
    assert provisions["一、第2行"].heading == "丑"


def test_rows_above_the_first_category_stand_alone(outline):
    assert list(outline("| 类别 | 任务 |\n|-|-|\n| | 子 |\n| 一、甲 | 丑 |\n")) == [
        "题注",
        "第1行",
        "一、",
        "一、第1行",
    ]


@pytest.mark.parametrize("row", ["| 甲 |", "| 甲 | 年内 | 市局 |", "| |"])
def test_rows_of_the_wrong_length_lose_no_words(row):
    parsed = parse("text", f"| 任务 | 时限 |\n|-|-|\n{row}\n| 乙 | 年内 |\n", markdown=True)

    assert not any("未归入" in warning for warning in parsed.warnings)
    assert any("表格第1行" in warning for warning in parsed.warnings)


def test_a_row_with_its_own_leader_has_only_its_own_partners(outline):
    provisions = outline(
        "| 任务 | 牵头单位 | 配合单位 |\n|-|-|-|\n| 甲 | 市局 | 区局 |\n| 乙 | 县局 | |\n| 丙 | | |\n"
        "| 丁 | 市局 | 区局 |\n| 戊 | | |\n"
    )

    assert cells(provisions["第2行"])["配合单位"] == ("", None)
    assert cells(provisions["第3行"])["配合单位"] == ("", None)
    assert cells(provisions["第3行"])["牵头单位"] == ("县局", "第2行")
    assert cells(provisions["第5行"])["配合单位"] == ("区局", "第4行")
