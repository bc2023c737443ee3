from dataclasses import replace

import pytest

from index.corpus import Role
from index.duties import read_duties

LEAD, RESPONSIBLE, IMPLEMENT, JOIN = Role.LEAD, Role.RESPONSIBLE, Role.IMPLEMENT, Role.JOIN


def who(duties):
    return [(duty.actor, duty.role) for duty in duties]


@pytest.mark.parametrize(
    ("bracket", "bodies"),
    [
        ("(市环保局、市水务局分别牵头落实)", [("市环保局", LEAD), ("市水务局", LEAD)]),
        (
            "（市财政局牵头，各部门、各区县政府负责）",
            [("市财政局", LEAD), ("各部门", RESPONSIBLE), ("各区县政府", RESPONSIBLE)],
        ),
        (
            "(市财政局牵头，各区县政府和市政府部门分别负责落实)",
            [("市财政局", LEAD), ("各区县政府", IMPLEMENT), ("市政府部门", IMPLEMENT)],
        ),
        ("（农业农村部、工业和信息化部等负责）", [("农业农村部", RESPONSIBLE), ("工业和信息化部", RESPONSIBLE)]),
        ("（市编办会同市政府法制办牵头）", [("市编办", LEAD), ("市政府法制办", JOIN)]),
        ("（国家发展改革委会同有关部门负责）。", [("国家发展改革委", RESPONSIBLE), ("有关部门", JOIN)]),
        ("（市财政局牵头、市审计局配合）", [("市财政局", LEAD), ("市审计局", JOIN)]),
        ("（市财政局牵头，会同市审计局落实）", [("市财政局", LEAD), ("市审计局", JOIN)]),
        ("（生态环境部牵头，财政部参与）", [("生态环境部", LEAD), ("财政部", JOIN)]),
        (
            "（各有关部门，各省级人民政府按职责分工负责）",
            [("各有关部门", RESPONSIBLE), ("各省级人民政府", RESPONSIBLE)],
        ),
        ("（负责部门：民航局，适用范围：陕西自贸试验区）", [("民航局", RESPONSIBLE)]),
        ("（负责部门：民航局，征求意见：市教委牵头）", [("民航局", RESPONSIBLE)]),
        ("（牵头单位：市教委；配合单位：市科委）", [("市教委", LEAD), ("市科委", JOIN)]),
        ("（生态环境部指导，试点城市政府负责落实。以下均需落实）", [("生态环境部", None), ("试点城市政府", IMPLEMENT)]),
        ("（科技部、财政部等负责。列第一位者为牵头单位，下同）", [("科技部", LEAD), ("财政部", RESPONSIBLE)]),
        ("（市政府办公厅(室)牵头）", [("市政府办公厅(室)", LEAD)]),
    ],
)
def test_closing_bracket_says_who_and_how(provision, bracket, bodies):
    assert who(read_duties(provision(f"推进工作。{bracket}"))) == bodies


@pytest.mark.parametrize(
    "text",
    [
        "推进工作。（此件公开发布）",
        "推进工作（含一般事故）。",
        "推进工作。（市财政局）",
        "推进工作。（落实）",
        "推进工作。（）",
        "推进工作。（负责部门：全体人员）",
        "推进工作。",
        "（市财政局牵头）推进工作。",
        "推进工作，由牵头单位负责人负责落实）",
        "推进工作。（各项任务负责落实）",
        "",
    ],
)
def test_bracket_without_body_or_role_or_place_is_no_duty(provision, text):
    assert read_duties(provision(text)) == ()


def test_lead_is_never_read_where_it_does_not_stand(provision):
    duties = read_duties(provision("推进工作。（科技部、财政部负责）"))

    assert Role.LEAD not in {duty.role for duty in duties}


def test_act_is_the_heading_else_the_first_sentence(provision):
    text = "(一)推进信息公开，扩大范围。及时发布。(市环保局牵头)"

    headed, bare = read_duties(provision(text, heading="推进信息公开")), read_duties(provision(text))

    assert (headed[0].act, bare[0].act) == ("推进信息公开", "推进信息公开，扩大范围")


def test_words_read_are_the_clause_of_the_bracket(provision):
    text = "推进工作。（市财政局牵头，各部门负责）。"

    lead, others = read_duties(provision(text, start=7))

    assert text[lead.start - 7 : lead.end - 7] == "市财政局牵头"
    assert text[others.start - 7 : others.end - 7] == "各部门负责"


def test_date_of_another_does_not_bind_the_body_in_the_bracket(provision):
    text = "推进公开。各区县政府应于2014年年底前开展工作。(市财政局牵头)"

    district, lead = read_duties(provision(text))

    assert (district.actor, district.deadline) == ("各区县政府", "2014年年底前")
    assert (lead.actor, lead.deadline) == ("市财政局", None)


def test_view_without_words_of_its_own_has_no_duties(provision):
    view = replace(provision("推进工作。（市财政局牵头）"), own_text="")

    assert read_duties(view) == ()


def test_deadline_in_the_bracket_binds_those_named_there(provision):
    duties = read_duties(provision("管网更新。加快进度。（区水利局牵头，各镇人民政府配合，2023年12月底前完成）"))

    assert [(duty.actor, duty.deadline) for duty in duties] == [
        ("区水利局", "2023年12月底前"),
        ("各镇人民政府", "2023年12月底前"),
    ]


@pytest.mark.parametrize("brackets", ["［］", "【】"])
def test_other_brackets_name_bodies_too(provision, brackets):
    opening, closing = brackets

    assert who(read_duties(provision(f"规范服务。做好。{opening}区发改局牵头{closing}"))) == [("区发改局", LEAD)]
