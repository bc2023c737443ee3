import pytest

from index.corpus import Role
from index.duties import read_duties


def said(duties):
    return [(duty.actor, duty.act, duty.deadline) for duty in duties]


@pytest.mark.parametrize(
    ("text", "duties"),
    [
        ("各区县政府应于2014年年底前开展工作。", [("各区县政府", "应于2014年年底前开展工作", "2014年年底前")]),
        (
            "2014年年底前，各地区、各部门要向国务院报送报告。",
            [("各地区", "要向国务院报送报告", "2014年年底前"), ("各部门", "要向国务院报送报告", "2014年年底前")],
        ),
        ("2014年年底前各部门要报送报告。", [("各部门", "要报送报告", "2014年年底前")]),
        ("各部门均应公开决算。", [("各部门", "应公开决算", None)]),
        ("各部门于8月底前应当报送。", [("各部门", "应当报送", "8月底前")]),
        ("各部门每年至少举办一次培训。", [("各部门", "每年至少举办一次培训", "每年至少举办一次")]),
        ("行政机关不得收取费用。", [("行政机关", "不得收取费用", None)]),
        ("县级人民政府必须公布。", [("县级人民政府", "必须公布", None)]),
        ("第五条 行政机关应当公开。", [("行政机关", "应当公开", None)]),
        ("第五条之一　行政机关应当公开。", [("行政机关", "应当公开", None)]),
        ("市财政部门负责制定办法。", [("市财政部门", "负责制定办法", None)]),
        ("市住建局牵头制定方案。", [("市住建局", "牵头制定方案", None)]),
        ("不动产登记机构应当公告。", [("不动产登记机构", "应当公告", None)]),
        ("区消防救援大队应当检查。", [("区消防救援大队", "应当检查", None)]),
        ("除涉密部门外，使用财政拨款的部门应公开决算。", [("使用财政拨款的部门", "应公开决算", None)]),
        ("公报应当由市政府办公厅于8月底前印发。", [("市政府办公厅", "应当由市政府办公厅于8月底前印发", "8月底前")]),
    ],
)
def test_actor_before_a_verb_of_duty_or_a_deadline(provision, text, duties):
    assert said(read_duties(provision(text))) == duties


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("行政机关不能当场答复的，应当说明理由。", "应当说明理由"),
        ("行政机关收到申请，能够当场答复的，应当当场答复。", "应当当场答复"),
        ("行政机关对获取的政府信息，要明确属性。", "要明确属性"),
        ("行政机关公开政府信息，应当坚持原则。", "应当坚持原则"),
    ],
)
def test_actor_of_the_condition_is_the_actor_of_the_duty(provision, text, act):
    assert said(read_duties(provision(text))) == [("行政机关", act, None)]


@pytest.mark.parametrize(
    "text",
    [
        "政府信息应当公开。",
        "要把公开作为基本制度。",
        "公开信息涉及其他行政机关的，应与其沟通。",
        "行政机关提供的信息，应当是已制作的政府信息。",
        "行政机关可以收取费用。",
        "可以由该派出机构负责公开。",
        "督促排污单位应公开信息。",
        "市政府网站应当及时更新。",
        "延长的期限最长不得超过20个工作日。",
        "属于主动公开范围的，应当自形成之日起20个工作日内公开。",
        "负责机构要明确。",
        "各部门的主要负责人要重视。",
        "（各项工作应当由各部门召开的会议。",
        "应由各部门召开的全国性会议。",
        "各部门反应迅速，主要任务重要。",
        "国务院办公厅将适时督查。",
        "考核标准（由人力资源社会保障行政部门负责），加强管理。",
        "各区县：请认真组织实施。",
    ],
)
def test_sentence_without_actor_or_duty_is_left_out(provision, text):
    assert read_duties(provision(text)) == ()


def test_foreign_subject_ends_what_an_actor_must_do(provision):
    text = "行政机关应当答复，政府信息应当真实，要准确。"

    assert said(read_duties(provision(text))) == [("行政机关", "应当答复", None)]


def test_request_with_two_dates_is_two_duties(provision):
    text = "请牵头部门和单位制定方案，于2014年7月底前报备，并于2014年11月底前将情况上报。"

    assert said(read_duties(provision(text))) == [
        ("牵头部门和单位", "制定方案，于2014年7月底前报备", "2014年7月底前"),
        ("牵头部门和单位", "于2014年11月底前将情况上报", "2014年11月底前"),
    ]


def test_request_goes_on_after_a_semicolon(provision):
    duties = read_duties(provision("请各部门于7月底前报方案；情况于11月底前报告。"))

    assert [duty.deadline for duty in duties] == ["7月底前", "11月底前"]


def test_duty_before_a_dated_one_has_no_date(provision):
    text = "申请不明确的，行政机关应当给予指导，并自收到申请之日起7个工作日内告知申请人。"

    assert said(read_duties(provision(text))) == [
        ("行政机关", "应当给予指导", None),
        ("行政机关", "自收到申请之日起7个工作日内告知申请人", "自收到申请之日起7个工作日内"),
    ]


def test_date_after_a_semicolon_binds_nobody_before_it(provision):
    (duty,) = read_duties(provision("各部门要加强管理；系统于8月底前建成。"))

    assert duty.deadline is None


def test_condition_of_the_next_duty_is_no_part_of_this_one(provision):
    text = "行政机关要明确属性，确定为不予公开的，应当说明理由。"

    assert [duty.act for duty in read_duties(provision(text))] == ["要明确属性", "应当说明理由"]


def test_act_that_is_but_a_deadline_takes_in_what_it_times(provision):
    (duty,) = read_duties(provision("第三方提出意见，应当在收到征求意见书之日起15个工作日内。"))

    assert duty.act == "提出意见，应当在收到征求意见书之日起15个工作日内"


def test_marks_within_quotes_end_no_sentence(provision):
    (duty,) = read_duties(provision("各部门要宣传“服务。到位”理念。"))

    assert duty.act == "要宣传“服务。到位”理念"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("国务院办公厅是主管部门，负责推进工作。", [("国务院办公厅", Role.RESPONSIBLE)]),
        ("政府信息由制作该政府信息的行政机关负责公开。", [("制作该政府信息的行政机关", Role.RESPONSIBLE)]),
        (
            "办法由国务院价格主管部门会同国务院财政部门制定。",
            [("国务院价格主管部门", None), ("国务院财政部门", Role.JOIN)],
        ),
        ("商务部牵头建立机制。", [("商务部", Role.LEAD)]),
        ("商务部要积极配合海关总署。", [("商务部", Role.JOIN)]),
        ("牵头单位要做好设计。", [("牵头单位", None)]),
    ],
)
def test_role_is_the_verb_of_the_act(provision, text, who):
    assert [(duty.actor, duty.role) for duty in read_duties(provision(text))] == who


def test_responsible_body_set_up_by_another_is_not_that_other(provision):
    (duty,) = read_duties(provision("省级人民政府应成立相应机制，负责日常工作。"))

    assert duty.role is None


def test_long_act_is_cut_at_a_clause_end(provision):
    clause = "加强" + "信息" * 12
    (duty,) = read_duties(provision(f"各部门要重视，{clause}，{clause}，{clause}，{clause}。"))

    assert duty.act == f"要重视，{clause}，{clause}"


def test_deadline_beyond_the_cut_is_kept(provision):
    clause = "加强" + "信息" * 12
    (duty,) = read_duties(provision(f"各部门要重视，{clause}，{clause}，{clause}，于8月底前报送。"))

    assert (duty.act, duty.deadline) == ("于8月底前报送", "8月底前")


def test_words_read_hold_deadline_actor_and_act(provision):
    text = "总之，有规定。8月底前，各部门要报送报告，加强管理。其他。"

    (duty,) = read_duties(provision(text, start=50))

    assert text[duty.start - 50 : duty.end - 50] == "8月底前，各部门要报送报告，加强管理"


def test_title_and_signature_state_no_duties(provision):
    assert read_duties(provision("各部门应当公开。", address="题注", kind="框")) == ()
