import pytest

from assistant.compose.cues import Cues, alone, asks_figure, continues
from assistant.understand.stage import Asked, understand

PLAIN = "各单位要抓好落实。"


@pytest.mark.parametrize(
    ("question", "gives"),
    [
        ("库房面积最低多少", "库房面积不少于50平方米。"),
        ("合格品的比例要达到多少", "合格品应占95%以上。"),
        ("奖励标准多少钱", "每户奖励200元。"),
        ("借款封顶是多少", "借款不得超过10万元。"),
        ("账册多长时间换一次", "账册每3年更换1次。"),
        ("没有管理员的库房怎么办", "未配管理员的，由邻近库房代管。"),
        ("什么样的人才算管理员", "本办法所称管理员，是指持证上岗的人员。"),
        ("入库要带哪些材料", "入库应当携带清单、合同、凭证。"),
        ("入库归哪家管", "入库由仓储处负责。"),
        ("管不好库房有什么后果", "对失职的管理员给予处分。"),
        ("账册要细化到什么程度", "账册细化到具体项目。"),
        ("库房领导小组组长哪位当", "副镇长任组长。"),
        ("库房领导小组组长是谁", "组　长：张　某　　副镇长"),
        ("等货的日子算进期限吗", "等货的时间不计算在期限内。"),
        ("库房能租给别人吗", "库房不得出租。"),
        ("定规矩前先听谁的", "征求货主意见。"),
        ("账册抄一份送到哪", "账册报送仓储处。"),
        ("库房面积有什么硬指标", "库房面积不少于50平方米。"),
        ("货主公司不答应行吗", "第三方不同意的，不得出库。"),
        ("会前要交出什么", "决策前，应当公布账册。"),
        ("租来的库房和自建的待遇一样吗", "各类库房享受同等待遇。"),
        ("库房主任是哪位", "库房主任由副镇长张某兼任。"),
        ("开新库房手续怎么走", "向仓储处提出申请。"),
        ("镇里同意开新库房吗", "暂缓开设。"),
        ("盘点错了要担责吗", "对失职的管理员给予处分。"),
        ("库房用不用交费", "库房免收费用。"),
        ("隔板薄到什么程度不许用", "禁止使用厚度低于5毫米的隔板。"),
        ("货主会不会被查两遍", "货主不重复检查。"),
    ],
)
def test_a_sentence_that_gives_what_is_asked_for_is_worth_more(question, gives, catalogue):
    cues = Cues(understand(Asked(question), catalogue))

    assert cues(gives) > cues(PLAIN) == 0


@pytest.mark.parametrize("gives", ["库房面积50平方米。", "入库由仓储处负责。", "未配管理员的，由邻近库房代管。"])
def test_what_nobody_asks_for_is_worth_nothing(gives, catalogue):
    assert Cues(understand(Asked("说说库房的情形"), catalogue))(gives) == 0


def test_what_only_opens_a_text_is_worth_less_unless_its_purpose_is_asked_for(catalogue):
    opening = "加强库房管理具有重要意义，现提出以下意见。"

    assert Cues(understand(Asked("库房租期多久"), catalogue))(opening) < 0
    assert Cues(understand(Asked("加强库房管理有什么意义"), catalogue))(opening) == 0


@pytest.mark.parametrize(
    "sentence", ["此类案件应当公开名称。", "该库房由镇里管。", "上述材料一次交齐。", "其负责人到场。"]
)
def test_a_sentence_that_points_back_goes_on(sentence):
    assert continues(sentence)


@pytest.mark.parametrize("sentence", ["其他库房照旧。", "其中两间闲置。", "库房由镇里管，此类案件除外。"])
def test_one_that_starts_anew_does_not(sentence):
    assert not continues(sentence)


@pytest.mark.parametrize(
    ("question", "is_figure"), [("库房多大", True), ("最高借多少", True), ("谁管库房", False), ("要做什么", False)]
)
def test_a_question_for_a_figure_is_known(question, is_figure):
    assert asks_figure(question) is is_figure


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("等货的日子算进期限吗", 1),
        ("盘库那几天扣不扣，期限里要扣掉吗", 1),
        ("期限从哪天起算", 0),
        ("网上交来的件，收到的日子按哪天算", 0),
        ("库房多大才算达标", 0),
    ],
)
def test_only_texts_that_say_so_tell_whether_a_time_counts(question, texts, catalogue):
    assert len(alone(understand(Asked(question), catalogue))) == texts
