from dataclasses import replace

import pytest

from assistant.compose.who_when import (
    duty_claim,
    duty_line,
    duty_supports,
    has_deadline,
    says_when,
    says_who,
    silent_claim,
    who_clause,
)
from index.corpus import Cell

TABLE = "city-2014-breakdown-table"


@pytest.fixture
def row(library):
    def at(address):
        return library.provision(TABLE, address)

    return at


@pytest.fixture
def supports_of(row, library, source):
    def of(address):
        return duty_supports(row(address), library.document(TABLE), source)

    return of


def test_values_of_the_row_itself_are_said_as_they_stand(row):
    assert duty_line(row("三、第1行")) == "市财政局牵头；完成时限：年内"


def test_carried_values_say_so(row):
    assert duty_line(row("三、第2行")) == "市财政局牵头（承上栏）；完成时限：年内（承上栏）"


def test_one_value_may_be_carried_and_the_other_not(row):
    assert duty_line(row("四、第3行")) == "市国土资源局牵头（承上栏）；完成时限：实时"


def test_carried_values_cite_the_row_in_which_they_are_printed(supports_of):
    own, above = supports_of("三、第2行")

    assert (own.provision.address, own.carried_from) == ("三、第2行", "三、第1行")
    assert (above.provision.address, above.carried_from) == ("三、第1行", None)
    assert above.quote == "年内 | 市财政局牵头"


def test_a_row_with_values_of_its_own_cites_itself_only(supports_of):
    (only,) = supports_of("三、第1行")

    assert only.provision.address == "三、第1行"
    assert only.carried_from is None


def test_values_from_two_rows_cite_both(supports_of):
    own, *above = [support.provision.address for support in supports_of("八、第6行")]

    assert own == "八、第6行"
    assert set(above) == {"八、第1行", "八、第5行"}


def test_every_duty_of_the_library_is_quoted_from_where_it_stands(catalogue, source):
    checked = 0
    for entry in catalogue.entries:
        for provision in catalogue.provisions(entry.document.id):
            claim = duty_claim(provision, entry.document, source)
            for support in claim.supports if claim else ():
                assert support.quote in support.provision.own_text
                checked += 1
    assert checked > 50


def test_nobody_leads_where_no_text_says_so(catalogue):
    lines = {
        provision.id: (duty_line(provision), provision, entry.document)
        for entry in catalogue.entries
        for provision in catalogue.provisions(entry.document.id)
    }
    leading = [key for key, (line, _, _) in lines.items() if "牵头" in line]

    assert len(leading) > 40
    for line, provision, _ in lines.values():
        printed = provision.own_text + "".join(cell.text for cell in provision.cells)
        assert "牵头" in printed or "牵头" not in line


def test_a_body_column_alone_makes_nobody_lead(provision):
    cells = (
        Cell(column="工作任务", text="年报", start=0, end=2),
        Cell(column="责任单位", text="市档案局", start=5, end=9),
    )

    assert who_clause(provision("年报 | 市档案局", kind="行", cells=cells)) == "市档案局"


def test_who_joins_is_told_from_who_leads(provision):
    cells = (
        Cell(column="牵头单位", text="市财政局", start=0, end=4),
        Cell(column="配合单位", text="市审计局", start=7, end=11),
    )

    assert who_clause(provision("市财政局 | 市审计局", kind="行", cells=cells)) == "市财政局，配合单位：市审计局"


def test_empty_cells_say_nothing(row):
    blank = tuple(replace(cell, text="") for cell in row("三、第1行").cells)

    assert duty_line(replace(row("三、第1行"), cells=blank)) == ""


@pytest.mark.parametrize(
    ("own_text", "said"),
    [
        ("水质按月公开。（市环保局牵头落实）", "市环保局牵头落实"),
        ("水质按月公开。（市政府（含派出机构）负责）", "市政府（含派出机构）负责"),
        ("水质按月公开。（涉密的除外）", ""),
        ("（市环保局牵头落实）的水质按月公开。", ""),
        ("水质由市环保局牵头公开。", ""),
    ],
)
def test_bodies_are_read_from_the_bracket_behind_only(own_text, said, provision):
    assert who_clause(provision(own_text)) == said


@pytest.mark.parametrize(
    ("own_text", "has"),
    [("2014年7月底前报送。", True), ("自2019年5月15日起施行。", True), ("20个工作日内答复。", True), ("公开。", False)],
)
def test_dates_and_periods_are_deadlines(own_text, has, provision):
    assert has_deadline(provision(own_text)) is has


def test_silence_is_said_of_a_quoted_provision(provision, document):
    claim = silent_claim(provision("公开应当及时。其他从略。"), document(), "该条未写明时限")

    assert claim.text == "该条未写明时限。"
    assert claim.supports[0].quote == "公开应当及时"


@pytest.mark.parametrize(
    "text",
    [
        "从2019年开始试点。",
        "2020年起不再招聘。",
        "每3年修订1次教材。",
        "每季度检查一次。",
        "半年盘点一次。",
        "按月公布。",
        "连续6年居住。",
        "至少1个月。",
    ],
)
def test_periods_and_frequencies_are_times(text):
    assert says_when(text)


@pytest.mark.parametrize("text", ["2014年要点。", "及时公开。", "每人一份。", "三个部门。", "第三年级。"])
def test_what_sets_no_time_is_none(text):
    assert not says_when(text)


def test_what_carries_on_is_told_only_in_the_columns_asked_for(row, library, source):
    claim = duty_claim(row("四、第3行"), library.document(TABLE), source, ("deadline",))

    assert claim.text.endswith("完成时限：实时。")
    assert "承上栏" not in claim.text
    assert [support.provision.address for support in claim.supports] == ["四、第3行"]


@pytest.mark.parametrize("question", ["收费办法由谁来定？", "延长期限要谁批", "归哪一类谁说了算", "由哪几家部门制定"])
def test_who_decides_is_told_where_a_decision_is_spoken_of(question):
    shows = says_who(question)

    assert shows.search("具体办法由价格主管部门会同财政部门制定。")
    assert shows.search("应当经负责人同意并告知申请人。")
    assert not shows.search("由市财政局牵头，各部门配合。")


def test_who_has_a_part_is_told_where_the_part_is_named():
    assert says_who("部里由谁当主管单位？").search("办公厅是本部门的主管单位")
    assert not says_who("部里由谁当主管单位？").search("办公厅负责监测")


@pytest.mark.parametrize("question", ["征地信息谁负责公开", "申请向谁提出", "谁可以申请"])
def test_other_questions_of_who_look_for_nothing_special(question):
    assert says_who(question) is None
