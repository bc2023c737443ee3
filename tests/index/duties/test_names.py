import pytest

from index.duties import body_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("征地信息公开由市国土局还是市农委负责？", ["市国土局", "市农委"]),
        ("北京市财政局牵头哪些任务", ["北京市财政局"]),
        ("本市财政局的任务，还有市财政局的时限", ["市财政局"]),
        ("财政局要做什么", ["财政局"]),
        ("国务院办公厅和各区县政府", ["国务院办公厅", "各区县政府"]),
        ("市级各部门负责什么", ["市级各部门"]),
        ("工业和信息化部、发展改革委、海关总署", ["工业和信息化部", "发展改革委", "海关总署"]),
        ("市编办会同市政府法制办牵头", ["市编办", "市政府法制办"]),
        ("自贸试验区管委会", ["自贸试验区管委会"]),
        ("职业技术学院落实什么", ["职业技术学院"]),
        ("具有行政处罚权的行政机关和组织", ["具有行政处罚权的行政机关和组织"]),
        ("条例规定行政机关几天答复", ["行政机关"]),
    ],
)
def test_bodies_of_a_question_are_named(text, names):
    assert body_names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "哪个部门牵头？牵头单位是谁",
        "市民可以向哪个局申请公开",
        "国务院令第711号",
        "市政府网站公开什么",
        "市里哪个部门负责",
        "我局要公开什么",
        "全部信息公开的布局",
        "政府信息公开",
        "",
    ],
)
def test_question_without_a_body_names_none(text):
    assert body_names(text) == []


def test_city_environment_bureau_is_not_cut_out_of_a_city():
    assert body_names("城市环保局管什么") == ["环保局"]
