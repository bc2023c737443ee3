import pytest

from index.duties import read_duties


@pytest.fixture
def dotted(provision):
    return lambda text: [
        (duty.actor, duty.act, duty.deadline) for duty in read_duties(provision(text, warnings=["标点缺失"]))
    ]


def test_actors_before_the_dot_share_the_duty(dotted):
    act = "每年邀请代表列席原则上不少于5次"

    assert dotted(f"完善机制.各区政府.市政府各部门{act}.加强管理.") == [
        ("各区政府", act, act),
        ("市政府各部门", act, act),
    ]


def test_level_before_the_dot_belongs_to_the_name(dotted):
    assert dotted("市.区政府各部门.各街道要配齐配强专职工作人员.") == [
        ("市.区政府各部门", "要配齐配强专职工作人员", None),
        ("各街道", "要配齐配强专职工作人员", None),
    ]


def test_office_after_the_dot_belongs_to_both(dotted):
    ((actor, act, _),) = dotted("各区政府.市政府各部门办公室是主管部门.具体负责组织协调各项工作.")

    assert (actor, act) == ("各区政府.市政府各部门办公室", "负责组织协调各项工作")


def test_short_act_goes_on_over_a_list(dotted):
    ((_, act, _),) = dotted("各区政府要搭建多样.便捷的互动平台.完善其他工作.")

    assert act == "要搭建多样.便捷的互动平台"


def test_short_act_does_not_run_into_the_next_actor(dotted):
    acts = [act for _, act, _ in dotted("各区政府要健全机构.市.区政府各部门要配齐人员.")]

    assert acts[0] == "要健全机构"


@pytest.mark.parametrize(
    "text",
    [
        "各区政府在党委领导下.要列入日程.",
        "不断提高效率.要快速反应.",
        "教育.民政等关系密切的部门.每季度举办发布会不少于2次.",
        "教育.民政等关系密切的部门要公开.",
        "每周至少更新1次.",
    ],
)
def test_actor_is_not_carried_over_a_dot(dotted, text):
    assert dotted(text) == []


def test_dot_between_digits_is_no_mark(dotted):
    assert dotted("各区政府要及时准确全面公布PM2.5监测数据.") == [("各区政府", "要及时准确全面公布PM2.5监测数据", None)]
