import pytest

from assistant.compose.cues import Cues
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
    ],
)
def test_a_sentence_that_gives_what_is_asked_for_is_worth_more(question, gives, catalogue):
    cues = Cues(understand(Asked(question), catalogue))

    assert cues(gives) > cues(PLAIN) == 0


@pytest.mark.parametrize("gives", ["库房面积50平方米。", "入库由仓储处负责。", "未配管理员的，由邻近库房代管。"])
def test_what_nobody_asks_for_is_worth_nothing(gives, catalogue):
    assert Cues(understand(Asked("说说库房的情形"), catalogue))(gives) == 0
