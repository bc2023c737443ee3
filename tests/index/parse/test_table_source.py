import pytest

from index.parse.table_source import find_tables

TABBED = "方案\n\t类  别\n\t工作任务\n\t完成时限\n\n\t一、甲\n\t清理\n\t由近\n及远\n\n\t\n\t解读\n\t年  内\n"
MARKDOWN = "| 任务 | 时限 |\n| --- | :-: |\n| 甲\\|乙 | 年内 |\n| 丙 | |\n"


def texts(table):
    return [[cell.text for cell in row] for row in table.rows]


def test_a_markdown_table_is_read_with_its_escaped_bars():
    [table] = find_tables(MARKDOWN)

    assert table.columns == ("任务", "时限")
    assert texts(table) == [["甲|乙", "年内"], ["丙", ""]]


def test_cells_opened_by_tabs_are_a_table_whose_header_ends_at_a_blank_line():
    [table] = find_tables(TABBED)

    assert table.columns == ("类别", "工作任务", "完成时限")
    assert texts(table) == [["一、甲", "清理", "由近及远"], ["", "解读", "年内"]]


@pytest.mark.parametrize("source", [MARKDOWN, TABBED])
def test_windows_line_ends_change_nothing(source):
    [plain], [windows] = find_tables(source), find_tables(source.replace("\n", "\r\n"))

    assert texts(plain) == texts(windows)


@pytest.mark.parametrize("source", [MARKDOWN, TABBED, TABBED.replace("\n", "\r\n")])
def test_cells_point_into_the_source(source):
    [table] = find_tables(source)

    for cell in (cell for row in table.rows for cell in row if cell.text):
        inked = source[cell.start : cell.end]
        assert inked == inked.strip()
        assert "".join(inked.replace("\\|", "|").split()) == "".join(cell.text.split())


def test_paragraphs_indented_by_tabs_are_no_table():
    assert (
        find_tables(
            "\t标题\n\t各区：现将要求说明。\n\n\t一、甲。\n\n\t二、乙。\n\t三、丙。\n\n\t四、丁。\n\t五、戊。\n"
        )
        == []
    )


def test_text_after_the_last_tabbed_cell_is_not_in_it():
    [table] = find_tables(f"{TABBED}\n注：以上时限从严掌握。\n")

    assert texts(table)[-1][-1] == "年内"
    assert table.end < len(TABBED)


def test_a_row_that_misses_cells_is_reported():
    [table] = find_tables("| 任务 | 时限 |\n|-|-|\n| 甲 | 年内 |\n| 乙 |\n")

    assert table.warnings == ("表格第2行有1格，表头2格",)


def test_a_tabbed_table_that_stops_inside_a_row_is_reported():
    [table] = find_tables(f"{TABBED}\t二、乙\n")

    assert table.warnings == ("表格最后一行不完整",)


def test_bars_without_a_rule_below_the_first_row_are_text():
    assert find_tables("| 甲 | 乙 |\n| 丙 | 丁 |\n| 戊 | 己 |\n") == []


def test_every_table_of_a_text_is_found():
    assert len(find_tables(f"{MARKDOWN}\n中间。\n\n{MARKDOWN}")) == 2


PASTED = "表\n序号\t任务\t牵头单位\t完成时限\n1\t甲\t市局\t年内\n\t乙\t\t\n尾。\n"


def test_rows_pasted_with_tabs_are_a_table():
    [table] = find_tables(PASTED)

    assert table.columns == ("序号", "任务", "牵头单位", "完成时限")
    assert texts(table) == [["1", "甲", "市局", "年内"], ["", "乙", "", ""]]
    assert PASTED[table.start : table.header_end] == "序号\t任务\t牵头单位\t完成时限"


def test_a_pasted_row_that_misses_cells_is_reported():
    [table] = find_tables("任务\t牵头单位\n甲\t市局\n乙\t\t多\n")

    assert table.warnings == ("表格第2行有3格，表头2格",)


def test_lines_with_tabs_under_unknown_names_are_text():
    assert find_tables("甲\t乙\n丙\t丁\n") == []
