import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from index.metadata import Metadata, normalise_number, normalise_title, read_metadata

ROOT = Path(__file__).parents[2]
TEXTS = ROOT.parent / "shared" / "documents"
OUTLINES = ROOT / "tests" / "index" / "parse" / "statecouncil_outlines.toml"

needs_texts = pytest.mark.skipif(not TEXTS.is_dir(), reason=f"{TEXTS} is not there")


@pytest.mark.parametrize(
    "printed",
    [
        "国办发[2014]12号",
        "国办发（2014）12号",
        "国办发〔2014〕12号",
        "国办发［２０１４］１２号",
        " 国办发【2014】 12 号",
    ],
)
def test_every_spelling_of_a_number_is_written_one_way(printed):
    assert normalise_number(printed) == "国办发〔2014〕12号"


@pytest.mark.parametrize("printed", ["国令第707号", "中华人民共和国国务院令第707号", "国务院令（第707号）"])
def test_every_spelling_of_a_decree_is_written_one_way(printed):
    assert normalise_number(printed) == "国务院令第707号"


def test_notice_is_read_from_title_number_and_signature():
    found = read_metadata(
        "甲省人民政府办公厅关于印发\n测 试 工 作 方 案 的 通 知\n甲政办发[2021]7号\n各市人民政府：\n"
        "现印发给你们。\n甲省人民政府办公厅\n二○二一年十二月三十一日\n（此件公开发布）\n"
    )

    assert found.title == "甲省人民政府办公厅关于印发测试工作方案的通知"
    assert found.document_number == "甲政办发〔2021〕7号"
    assert found.issuer == "甲省人民政府办公厅"
    assert found.issued == date(2021, 12, 31)


def test_number_quoted_in_the_body_is_not_its_own():
    found = read_metadata("关于测试工作的意见\n各单位：\n根据国办发〔2014〕12号要求办理。\n国发〔2010〕1号同时废止。\n")

    assert found.document_number is None


def test_number_glued_to_a_title_is_cut_off():
    found = read_metadata("市政府印发测试工作要点沪府办发〔2014〕33号\n各单位：\n请执行。\n")

    assert (found.title, found.document_number) == ("市政府印发测试工作要点", "沪府办发〔2014〕33号")


def test_number_in_brackets_behind_the_title_is_its_own():
    found = read_metadata("关于测试的意见（穗府〔2018〕3号）\n各单位：\n请执行。\n")

    assert (found.title, found.document_number) == ("关于测试的意见", "穗府〔2018〕3号")


def test_word_for_a_kind_of_text_inside_a_number_does_not_cut_it():
    assert (
        read_metadata("自然资规划函〔2020〕5号\n关于测试的函\n甲厅：\n好。\n").document_number
        == "自然资规划函〔2020〕5号"
    )


@pytest.mark.parametrize(
    "lines", ["国务院关于印发测试规划\n的通知", "国务院批转甲部测试规划\n的通知", "关于印发测试\n规划的通知"]
)
def test_title_goes_on_where_the_next_line_ends_it(lines):
    found = read_metadata(f"{lines}\n国发〔2010〕46号\n各省：\n好。\n")

    assert found.title == lines.replace("\n", "")


def test_several_titles_are_told_apart_and_the_first_is_the_title():
    found = read_metadata(
        "2014年测试工作要点\n甲厅关于印发2014年本厅测试工作要点的通知\n各单位：\n"
        "现将《2014年本厅测试工作要点》印发给你们。\n甲省财政厅\n2014年6月23日\n2014年本厅测试工作要点\n一、工作。\n"
    )

    assert found.title == "2014年测试工作要点"
    assert found.alternative_titles == ("甲厅关于印发2014年本厅测试工作要点的通知", "2014年本厅测试工作要点")


def test_annex_that_the_letter_does_not_quote_gives_no_title():
    found = read_metadata(
        "国务院关于测试的复函\n甲省：\n同意。\n国务院\n2004年11月4日\n关于险情的调查报告\n一、情况。\n"
    )

    assert found.alternative_titles == ()


def test_letterhead_and_labels_are_no_titles():
    found = read_metadata(
        "索 引 号：000014349\n甲市人民政府文件\n甲政发〔2020〕1号\n甲市人民政府\n关于测试的通知\n各单位：\n请办。\n"
    )

    assert found.title == "甲市人民政府关于测试的通知"


def test_letterhead_above_the_number_is_no_title():
    found = read_metadata("甲市人民政府\n甲政发〔2020〕1号\n关于测试的通知\n各单位：\n请办。\n")

    assert (found.title, found.alternative_titles) == ("关于测试的通知", ())


def test_joint_issuers_are_joined():
    found = read_metadata("关于测试的公告\n现公告如下：\n好。\n财　政　部　　国家税务总局\n2023年8月2日\n")

    assert (found.issuer, found.region, found.level) == ("财政部、国家税务总局", "全国", "国家")


def test_closing_list_of_annexes_does_not_sign():
    found = read_metadata("关于测试的批复\n甲部：\n同意。\n附件：测试联席会议制度\n国务院\n2018年11月20日\n")

    assert found.issuer == "国务院"


DECREE = (
    "交通运输部令\n2019年第5号\n《测试规定》已经部务会议通过，现予公布，自2019年6月1日起施行。\n部长　某某\n"
    "2019年4月9日\n测试规定\n第一条　为了测试。\n"
)


def test_decree_gives_number_issuer_and_the_day_it_comes_into_force():
    found = read_metadata(DECREE)

    assert found == Metadata(
        title="测试规定",
        document_number="交通运输部令2019年第5号",
        issuer="交通运输部",
        issued=date(2019, 4, 9),
        effective=date(2019, 6, 1),
        region="全国",
        level="国家",
    )


def test_revised_regulation_has_the_number_and_date_of_its_latest_revision():
    found = read_metadata(
        "某某条例\n2007年4月5日 国务院令第492号公布\n2019年4月3日 中华人民共和国国务院令第711号修订\n"
        "2019年5月15日 施行\n第一条 为了测试。\n"
    )

    assert (found.document_number, found.issued, found.effective, found.issuer) == (
        "国务院令第711号",
        date(2019, 4, 3),
        date(2019, 5, 15),
        "国务院",
    )


def test_revision_without_a_number_leaves_the_number_unknown():
    found = read_metadata(
        "某某条例\n（1994年1月28日国务院令第142号发布　根据2005年12月19日\n"
        "《国务院关于修改〈某某条例〉的决定》修订）\n"
        "第一条　为了测试。\n第二条　本条例自1994年2月1日起施行。\n"
    )

    assert (found.document_number, found.issued, found.effective) == (None, date(2005, 12, 19), None)


def test_number_of_the_first_decree_is_not_that_of_a_later_revision():
    found = read_metadata("国务院令第142号\n某某条例\n（根据2005年12月19日《某决定》修订）\n第一条　为了测试。\n")

    assert (found.document_number, found.issuer) == (None, "国务院")


def test_dates_in_the_title_of_another_text_are_not_its_own():
    found = read_metadata("某某条例\n（2010年1月2日公布　与《2030年1月1日修订的某办法》配套）\n第一条　为了测试。\n")

    assert found.issued == date(2010, 1, 2)


def test_text_in_force_from_its_issue_is_in_force_from_that_day():
    found = read_metadata(
        "关于测试的通知\n各单位：\n本通知由甲省解释，自印发之日起施行。\n甲省人民政府\n2020年1月2日\n"
    )

    assert found.effective == date(2020, 1, 2)


@pytest.mark.parametrize(
    "sentence",
    [
        "《某某条例》自2019年1月1日起施行。",
        "本条例自2019年1月1日起施行以来成效明显。",
        "新标准自2020年1月1日起实施。",
        "本办法第五条自2020年1月1日起施行。",
    ],
)
def test_day_of_another_text_or_of_one_part_is_not_its_own(sentence):
    assert read_metadata(f"测试办法\n各单位：\n{sentence}\n").effective is None


def test_note_in_brackets_without_a_date_tells_nothing():
    found = read_metadata("测试办法\n（征求意见稿）\n第一条　为了测试。\n")

    assert (found.title, found.issued) == ("测试办法", None)


def test_date_that_does_not_exist_is_no_date():
    assert read_metadata("关于测试的通知\n各单位：\n请办。\n甲省人民政府\n2014年2月30日\n").issued is None


@pytest.mark.parametrize(
    ("issuer", "region", "level"),
    [
        ("国务院办公厅", "全国", "国家"),
        ("国家税务总局北京市税务局", "北京市", "省级"),
        ("上海市人民政府办公厅", "上海市", "省级"),
        ("内蒙古自治区人民政府", "内蒙古自治区", "省级"),
        ("吉林市人民政府", "吉林市", "市级"),
        ("海南藏族自治州人民政府", "海南藏族自治州", "市级"),
        ("北京市海淀区人民政府", "北京市海淀区", "县级"),
        ("巴东县人民政府", "巴东县", "县级"),
        ("北京市市场监督管理局", "北京市", "省级"),
        ("北京市社区建设委员会", "北京市", "省级"),
        ("中国证监会北京监管局", None, None),
        ("某某协会", None, None),
    ],
)
def test_place_and_level_follow_the_issuer(issuer, region, level):
    found = read_metadata(f"{issuer}关于测试的通知\n各单位：\n请办。\n{issuer}\n2020年1月2日\n")

    assert (found.issuer, found.region, found.level) == (issuer, region, level)


def test_title_alone_gives_the_region_but_no_level():
    found = read_metadata("2014年上海市测试工作要点\n一、工作。\n")

    assert (found.region, found.level, found.issuer) == ("上海市", None, None)


@pytest.mark.parametrize("text", ["", " \n\t", "一句话。\n又一句。", "\t单元格\n\t单元格"])
def test_text_that_says_nothing_about_itself_gives_nothing(text):
    assert read_metadata(text) == Metadata()


def test_markdown_signs_are_no_part_of_a_title():
    assert read_metadata("# 测试办法\n## 题注\n京发〔2020〕1号\n## 第一章\n").title == "测试办法"


def test_titles_compare_without_marks_and_blanks():
    assert normalise_title("《 关于印发“X”的通知》") == normalise_title("关于印发X的通知")


@pytest.mark.shared
@needs_texts
@pytest.mark.parametrize("name", sorted(tomllib.loads(OUTLINES.read_text("utf-8"))))
def test_state_council_documents_say_what_a_reader_wrote_down(name):
    text = (TEXTS / "statecouncil" / f"{name}.txt").read_text("utf-8")
    catalogued = json.loads((TEXTS / "statecouncil" / f"{name}.json").read_text("utf-8"))
    signed = tomllib.loads(OUTLINES.read_text("utf-8"))[name]["signed"]

    found = read_metadata(text)

    assert (found.title, found.issuer, found.issued) == (catalogued["title"], catalogued["office"], signed)
    assert found.document_number == normalise_number(catalogued["doc_number"])
    assert (found.region, found.level) == ("全国", "国家")


OFFICIAL = {
    "state-council-2014-work-points": Metadata(
        title="2014年政府信息公开工作要点",
        document_number="国办发〔2014〕12号",
        issuer="国务院办公厅",
        issued=date(2014, 3, 17),
        region="全国",
        level="国家",
    ),
    "beijing-2014-work-points": Metadata(
        title="北京市2014年政府信息公开工作要点",
        alternative_titles=("北京市人民政府办公厅关于印发《北京市2014年政府信息公开工作要点》的通知",),
        document_number="京政办发〔2014〕28号",
        issuer="北京市人民政府办公厅",
        issued=date(2014, 4, 30),
        region="北京市",
        level="省级",
    ),
    "shanghai-2014-work-points": Metadata(
        title="2014年上海市政府信息公开工作要点",
        alternative_titles=(
            "市政府办公厅印发2014年本市政府信息公开工作要点",
            "上海市人民政府办公厅关于印发2014年本市政府信息公开工作要点的通知",
            "2014年本市政府信息公开工作要点",
        ),
        document_number="沪府办发〔2014〕33号",
        issuer="上海市人民政府办公厅",
        issued=date(2014, 6, 23),
        region="上海市",
        level="省级",
    ),
    "city-2014-breakdown-table": Metadata(title="2014年政府信息公开工作要点分解细化方案"),
    "beijing-2016-implementation-opinion": Metadata(title="北京市全面推进政务公开工作的实施意见", region="北京市"),
    "disclosure-regulation-2019": Metadata(
        title="中华人民共和国政府信息公开条例",
        document_number="国务院令第711号",
        issuer="国务院",
        issued=date(2019, 4, 3),
        effective=date(2019, 5, 15),
        region="全国",
        level="国家",
    ),
}


@pytest.mark.shared
@needs_texts
@pytest.mark.parametrize("name", OFFICIAL)
def test_official_texts_say_what_stands_in_them_and_no_more(name):
    assert read_metadata((TEXTS / "official" / f"{name}.txt").read_text("utf-8")) == OFFICIAL[name]


def test_labels_of_web_pages_say_what_the_parts_of_a_head_are():
    boxed = read_metadata(
        "【标题】东平省不动产登记实施细则\n【发文字号】东自然资规〔2021〕3号\n【发布部门】东平省自然资源厅\n"
        "【发布日期】2021年07月12日\n【实施日期】2021年09月01日\n【时效性】现行有效\n第一条 为了登记，制定本细则。\n"
    )
    with_colons = read_metadata(
        "索引号：000-12\n标题：甲市数据管理办法\n文号：甲政办〔2023〕5号\n发布机构：甲市人民政府办公室\n"
        "发布日期：2023-04-03\n第一条 为了管理，制定本办法。\n"
    )

    assert (boxed.title, boxed.document_number) == ("东平省不动产登记实施细则", "东自然资规〔2021〕3号")
    assert (boxed.issuer, boxed.issued, boxed.effective) == ("东平省自然资源厅", date(2021, 7, 12), date(2021, 9, 1))
    assert (with_colons.title, with_colons.document_number) == ("甲市数据管理办法", "甲政办〔2023〕5号")
    assert (with_colons.issuer, with_colons.issued) == ("甲市人民政府办公室", date(2023, 4, 3))


def test_the_number_of_a_page_is_no_part_of_a_title():
    found = read_metadata("— 1 —\n甲省人民政府\n关于加强管理的通知\n甲政发〔2021〕7号\n各市：\n现通知如下。\n")

    assert found.title == "甲省人民政府关于加强管理的通知"
