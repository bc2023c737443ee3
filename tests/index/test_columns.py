import tomllib
from importlib import resources

import pytest

from index.columns import column_role, is_carried


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
        ("责 任 单 位", "body"),
        ("备注", None),
        ("", None),
    ],
)
def test_a_column_is_known_by_its_title(title, role):
    assert column_role(title) == role


def test_deadlines_and_bodies_are_carried_down_and_tasks_are_not():
    assert is_carried("完成时限")
    assert is_carried("责任单位")
    assert not is_carried("工作任务")
    assert not is_carried("备注")


def test_every_word_of_the_list_names_the_column_it_is_listed_for():
    table = tomllib.loads(resources.files("index").joinpath("columns.toml").read_text("utf-8"))

    assert all(column_role(word) == role for role, listed in table["roles"].items() for word in listed)
