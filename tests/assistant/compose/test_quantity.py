import pytest

from assistant.compose.quantity import Figure, figure_asked


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("多少个工作日内答复？", Figure("工作日", None)),
        ("每年培训多少课时", Figure("课时", None)),
        ("要交多少钱", Figure("钱", None)),
        ("罚款多少", Figure(None, "罚款")),
        ("浓度限值是多少", Figure(None, "限值")),
        ("村里有多少户", Figure("户", None)),
        ("收了多少吨粮", Figure("吨", None)),
        ("由谁负责", None),
        ("哪几个月", None),
        ("公开哪些内容", None),
    ],
)
def test_the_kind_of_figure_is_read_from_the_question(question, figure):
    assert figure_asked(question) == figure


@pytest.mark.parametrize(
    ("question", "text", "says"),
    [
        ("多少个工作日", "20个工作日内答复", True),
        ("多少个工作日", "二十个工作日内答复", True),
        ("多少个工作日", "第二十条规定", False),
        ("村里有多少户", "全村505户", True),
        ("村里有多少户", "全村1748人", False),
        ("多少家", "12户企业", True),
        ("要交多少钱", "收取5元", True),
        ("要交多少钱", "不收取费用", False),
        ("多少天", "15日内提出", True),
        ("罚款多少", "罚款2000元", True),
        ("罚款多少", "处以罚款", False),
        ("罚款多少", "共3项", False),
    ],
)
def test_a_text_answers_with_a_figure_of_that_kind_only(question, text, says):
    assert figure_asked(question).said_by(text) is says


def test_a_figure_in_a_cell_counts(library):
    row = library.provision("city-2014-breakdown-table", "四、第1行")

    assert figure_asked("多少个工作日").stands_in(row)


@pytest.mark.parametrize(
    ("question", "text", "says"),
    [
        ("一张证能用几次", "可多批使用，但最多不超过四批", True),
        ("一张证能用几次", "第四批试点名单", False),
        ("有多少家成员单位", "由七个部门组成", True),
        ("加到百分之几", "纳入市、区两级考核，提高权重", False),
        ("加到百分之几", "权重提高到百分之五", True),
        ("放出几成", "覆盖率80，开放率50", True),
        ("放出几成", "成立三个小组", False),
    ],
)
def test_what_is_counted_in_other_words_is_a_figure_and_a_number_is_no_share(question, text, says):
    assert figure_asked(question).said_by(text) is says


@pytest.mark.parametrize("question", ["扩区能给几个名额", "分几个份额", "有多少人员"])
def test_a_noun_that_begins_like_a_unit_is_none(question):
    assert figure_asked(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "几年前定下不公开的材料，现在能给吗",
        "前几天收到的申请怎么办",
        "来了十几个人，怎么办",
        "热线分几个分中心",
        "罚了多少钱要不要写进去",
        "补了多少钱，公开不",
    ],
)
def test_what_only_says_roughly_how_many_or_is_itself_what_may_be_public_asks_for_no_figure(question):
    assert figure_asked(question) is None


@pytest.mark.parametrize("question", ["提前几天通知", "你知道是几天吗", "考试得几分"])
def test_a_figure_is_asked_for_beside_words_that_are_like_those(question):
    assert figure_asked(question) is not None
