import pytest

from index.corpus import Role
from index.duties import read_duties


def test_row_gives_body_role_task_and_deadline(row):
    (duty,) = read_duties(row(工作任务="征地信息公开", 完成时限="年内", 责任单位="市国土资源局牵头"))

    assert (duty.actor, duty.role, duty.act, duty.deadline) == ("市国土资源局", Role.LEAD, "征地信息公开", "年内")
    assert (duty.actor_from, duty.deadline_from) == (None, None)


def test_carried_values_keep_the_address_where_they_are_printed(row):
    (duty,) = read_duties(
        row(工作任务="矿业权", 完成时限=("年内", "四、第1行"), 责任单位=("市国土资源局牵头", "三、第1行"))
    )

    assert (duty.actor_from, duty.deadline_from) == ("三、第1行", "四、第1行")


def test_body_without_role_word_has_no_role(row):
    (duty,) = read_duties(row(工作任务="行政处罚", 责任单位="具有行政处罚权的行政机关和组织"))

    assert (duty.actor, duty.role, duty.deadline) == ("具有行政处罚权的行政机关和组织", None, None)


def test_lead_and_join_columns_give_the_role(row):
    duties = read_duties(row(工作任务="某事", 牵头单位="市财政局", 配合单位="市审计局、市教委"))

    assert [(duty.actor, duty.role) for duty in duties] == [
        ("市财政局", Role.LEAD),
        ("市审计局", Role.JOIN),
        ("市教委", Role.JOIN),
    ]


def test_unknown_name_in_a_body_column_is_the_body(row):
    (duty,) = read_duties(row(工作任务="某事", 责任单位="全体"))

    assert (duty.actor, duty.role) == ("全体", None)


def test_row_with_a_deadline_only_is_read_from_the_deadline(row):
    made = row(工作任务="某事", 完成时限="8月底前")

    (duty,) = read_duties(made)

    assert (duty.actor, duty.deadline) == (None, "8月底前")
    assert made.text[duty.start - made.start : duty.end - made.start] == "8月底前"


def test_words_read_are_the_body_cell(row):
    made = row(工作任务="某事", 完成时限="8月底前", 责任单位="市教委牵头")

    (duty,) = read_duties(made)

    assert made.text[duty.start - made.start : duty.end - made.start] == "市教委牵头"


def test_row_without_body_and_deadline_has_no_duties(row):
    assert read_duties(row(工作任务="某事", 工作要求="市教委应于8月底前完成")) == ()


@pytest.mark.parametrize("nobody", ["/", "—", "无"])
def test_a_cell_that_says_there_is_nobody_names_nobody(row, nobody):
    duties = read_duties(row(工作任务="纳税服务", 牵头单位="市税务局", 配合单位=nobody))

    assert [duty.actor for duty in duties] == ["市税务局"]
