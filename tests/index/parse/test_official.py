"""What the six instruments must come out as; their texts lie beside the project."""

from collections import Counter

import pytest

from index.parse.document import parse

pytestmark = pytest.mark.shared

FRAME = {"题注", "通知", "引言", "结语", "落款"}
PARTS = ["一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、"]
TABLE = "city-2014-breakdown-table"


@pytest.fixture
def official(shared_documents):
    def read(stem):
        source = (shared_documents / "official" / f"{stem}.txt").read_text("utf-8")
        return {p.address: p for p in parse(stem, source, markdown=False).provisions}

    return read


def of_kind(provisions, kind):
    return [p for p in provisions.values() if p.kind == kind]


def test_beijing_has_24_items_in_5_parts(official):
    provisions = official("beijing-2014-work-points")

    assert [p.address for p in of_kind(provisions, "部分")] == PARTS[:5]
    assert len(of_kind(provisions, "项")) == 24
    assert [p.address for p in of_kind(provisions, "项")][-1] == "五、(二十四)"
    assert provisions["三、(十三)"].heading == "继续推进预算决算和“三公”经费公开"
    assert set(provisions) >= {"题注", "通知"}
    assert "结语" not in provisions


def test_shanghai_has_14_parts_and_a_closing_with_both_dates(official):
    provisions = official("shanghai-2014-work-points")

    assert len(of_kind(provisions, "部分")) == 14
    assert "2014年7月底前" in provisions["结语"].own_text
    assert "2014年11月底前" in provisions["结语"].own_text
    assert provisions["十四、"].own_text.endswith("负责）")


def test_state_council_has_8_parts_with_27_units(official):
    provisions = official("state-council-2014-work-points")

    spoken = of_kind(provisions, "是")
    with_items = {p.parent for p in spoken}
    assert [p.address for p in of_kind(provisions, "部分")] == PARTS[:8]
    assert Counter(p.parent for p in spoken) == {"二、": 2, "四、": 5, "五、": 5, "六、": 5}
    # 17 spoken items, 4 openings before them, 4 parts without items, 引言 and 结语.
    assert len(spoken) + len(with_items) + (8 - len(with_items)) + 2 == 27
    assert "2014年年底前" in provisions["结语"].own_text


def test_the_table_has_34_rows_in_8_categories(official):
    provisions = official(TABLE)

    assert [p.address for p in of_kind(provisions, "类")] == PARTS[:8]
    assert Counter(p.parent for p in of_kind(provisions, "行")) == dict(
        zip(PARTS, [4, 2, 3, 8, 5, 5, 1, 6], strict=False)
    )
    assert provisions["四、第1行"].heading == "征地信息公开"


DEADLINES = {
    "年内": {8: 7, 19: 18, 20: 18, 34: 33},
    "文件下发20个工作日内": {11: 10, 22: 21},
    "实时": {15: 14, 24: 23, 27: 26},
}
BODIES = {
    "市级各部门负责": {2: 1, 3: 1, 4: 1, 30: 29, 31: 29, 32: 29, 33: 29, 34: 29},
    "市财政局牵头": {8: 7},
    "市国土资源局牵头": {11: 10, 12: 10},
    "市住建局牵头": {15: 14},
}


@pytest.mark.parametrize(
    ("column", "expected"), [("完成时限", DEADLINES), ("责任单位", BODIES)], ids=["deadlines", "bodies"]
)
def test_every_merged_cell_carries_its_value_and_where_it_is_printed(official, column, expected):
    rows = of_kind(official(TABLE), "行")

    found = {}
    for number, row in enumerate(rows, 1):
        cell = next(cell for cell in row.cells if cell.column == column)
        if cell.carried_from is not None:
            printed = next(n for n, other in enumerate(rows, 1) if other.address == cell.carried_from)
            found.setdefault(cell.text, {})[number] = printed
    assert found == expected


def test_every_row_of_the_table_has_a_deadline_and_a_body(official):
    for row in of_kind(official(TABLE), "行"):
        assert all(cell.text for cell in row.cells), row.address


def test_the_opinion_of_2016_has_nine_parts_marked_as_unpunctuated(official):
    provisions = official("beijing-2016-implementation-opinion")

    parts = of_kind(provisions, "部分")
    assert [p.address for p in parts] == PARTS
    assert all("标点缺失" in p.warnings for p in provisions.values() if p.kind not in ("框",))


def test_the_regulation_has_56_articles_82_paragraphs_and_41_items(official):
    provisions = official("disclosure-regulation-2019")

    articles = of_kind(provisions, "条")
    single = [p for p in articles if f"{p.address}第一款" not in provisions]
    assert len(of_kind(provisions, "章")) == 6
    assert len(articles) == 56
    assert len(of_kind(provisions, "款")) + len(single) == 82
    assert len(of_kind(provisions, "项")) == 41
    assert "第三十三条第二款" in provisions
    assert provisions["第二十条第七项"].lead_in.startswith("第二十条")


def test_nothing_is_lost_in_any_of_the_36_texts(shared_documents):
    files = sorted(shared_documents.glob("*/*.txt"))

    warnings = {f.stem: parse(f.stem, f.read_text("utf-8"), markdown=False).warnings for f in files}
    assert len(files) == 36
    assert not any(warnings.values()), warnings
