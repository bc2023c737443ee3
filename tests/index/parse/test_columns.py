import pytest

from index.parse.columns import column_role, is_carried


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("类    别", "category"),
        ("工作任务", "task"),
        ("工   作   要   求", "requirement"),
        ("完成时限", "deadline"),
        ("责任单位", "body"),
        ("牵头单位", "lead"),
        ("配合单位", "join"),
        ("序号", "number"),
        ("备注", None),
    ],
)
def test_a_column_is_known_by_its_title(title, role):
    assert column_role(title) == role


def test_deadlines_and_bodies_are_carried_down_and_tasks_are_not():
    assert is_carried("完成时限")
    assert is_carried("责任单位")
    assert not is_carried("工作任务")
    assert not is_carried("备注")
