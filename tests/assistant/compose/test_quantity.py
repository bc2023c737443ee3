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
