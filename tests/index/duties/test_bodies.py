import pytest

from index.duties.bodies import is_body, split_bodies
from index.duties.leading import leading_bodies


def names(bodies):
    return [body.text for body in bodies]


@pytest.mark.parametrize(
    "name",
    [
        "市财政局",
        "国务院办公厅",
        "各区县政府",
        "市级各部门",
        "商务部",
        "经济信息化委",
        "应急管理局",
        "自由贸易试验区管委会",
        "第三方",
        "县级以上地方人民政府办公厅(室)",
        "具有相关职能的行政机关",
        "使用财政拨款的部门",
        "公民、法人或者其他组织",
        "对外友好协会",
    ],
)
def test_name_of_a_body_is_known(name):
    assert is_body(name)


@pytest.mark.parametrize(
    "phrase",
    [
        "部门",
        "政府",
        "干部",
        "本局",
        "全部",
        "格局",
        "主办",
        "此件公开发布",
        "督促排污单位",
        "涉及其他行政机关",
        "公开信息涉及其他行政机关",
        "（生态环境部",
        "各区政府要健全专门工作机构",
        "领导小组办公室设在市政府办公厅",
        "",
        "各级人民政府对所属部门",
        "对隐患未整改的企业",
    ],
)
def test_phrase_that_names_no_body_is_refused(phrase):
    assert not is_body(phrase)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("市环保局、市水务局", ["市环保局", "市水务局"]),
        ("各区县政府和市政府部门", ["各区县政府", "市政府部门"]),
        ("各级人民政府及县级以上人民政府部门", ["各级人民政府", "县级以上人民政府部门"]),
        ("商务部、海关总署等有关部门", ["商务部", "海关总署"]),
        ("农业农村部、工业和信息化部等", ["农业农村部", "工业和信息化部"]),
        ("商务部等和各有关省级人民政府", ["商务部", "各有关省级人民政府"]),
        ("商务部和粮食和储备局", ["商务部", "粮食和储备局"]),
        ("市人民政府特别是区人民政府", ["市人民政府", "区人民政府"]),
    ],
)
def test_list_is_parted_between_bodies(text, bodies):
    assert names(split_bodies(text)) == bodies


@pytest.mark.parametrize(
    "text",
    [
        "工业和信息化部",
        "中央和国家机关工委",
        "具有行政处罚权的行政机关和组织",
        "牵头部门和单位",
        "各有关部门和单位",
        "市打击侵犯知识产权和制售假冒伪劣商品工作领导小组各成员单位",
        "各区、县人民政府",
        "市、区政府各部门",
        "各级政府及部门",
        "设区的市级、县级人民政府及其部门",
        "公民、法人或者其他组织",
    ],
)
def test_name_that_contains_a_separator_stays_whole(text):
    assert names(split_bodies(text)) == [text]


def test_bodies_keep_their_place():
    bodies = split_bodies("市教委、市科委", 10)

    assert [(body.start, body.end) for body in bodies] == [(10, 13), (14, 17)]


@pytest.mark.parametrize(
    ("clause", "bodies"),
    [
        ("行政机关不能当场答复的", ["行政机关"]),
        ("有权更正的行政机关审核属实的", ["有权更正的行政机关"]),
        ("国务院财政部门、全国政府信息公开工作主管部门制定", ["国务院财政部门", "全国政府信息公开工作主管部门"]),
        ("牵头部门和单位根据本要点", ["牵头部门和单位"]),
        ("起草部门审核机构进行审核", ["起草部门审核机构"]),
        ("行政机关的内部事务信息", []),
        ("市政府网站应当", []),
        ("各区政府常务会议和各部门办公会议议定的", []),
        ("政府信息公开申请内容不明确的", []),
    ],
)
def test_clause_begins_with_its_subject(clause, bodies):
    assert names(leading_bodies(clause)) == bodies
