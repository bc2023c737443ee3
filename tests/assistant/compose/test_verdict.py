import pytest

from assistant.compose.verdict import verdict
from assistant.draft import DraftClaim, Support
from assistant.verify.acts import is_verdict


@pytest.fixture
def carrying(provision, document):
    def make(words, **fields):
        stands_in = provision(words, **fields)
        return [DraftClaim(text=words, supports=(Support(provision=stands_in, document=document(), quote=words),))]

    return make


@pytest.mark.parametrize(
    "question", ["要不要公开医院收费？", "医院收费需不需要公开", "医院收费是否应当主动公开", "医院收费要公布吗"]
)
def test_yes_comes_first_however_it_is_asked(question, carrying):
    assert verdict(question, carrying("加大医疗服务收费信息公开力度")).text == "要公开。"


def test_no_is_said_as_the_source_says_it(carrying):
    assert verdict("国家秘密能公开吗", carrying("国家秘密不予公开。")).text == "不予公开。"


def test_a_verdict_cites_the_sentence_behind_it(carrying):
    claims = carrying("应当公开收费标准。")

    assert verdict("收费标准要公开吗", claims).supports == claims[0].supports


def test_the_lead_in_of_a_list_speaks_for_its_items(carrying):
    claims = carrying("录用结果；", lead_in="行政机关应当主动公开下列信息：")

    assert verdict("录用结果要公开吗", claims).text == "应当公开。"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("个人隐私能公开吗", "不得公开。但是，第三方同意的，予以公开。"),
        ("拿不准能不能公开，找谁", "过程性信息可以不予公开。"),
        ("主动公开的信息要不要送图书馆", "应当公开。"),
        ("公开什么", "应当公开。"),
        ("没列进负面清单的事项是不是都得公开", "列入负面清单的事项不予公开。"),
        ("除涉密的以外能不能公开", "国家秘密不予公开。"),
    ],
)
def test_nothing_is_said_plainly_where_it_depends_or_was_not_asked(question, words, carrying):
    assert verdict(question, carrying(words)) is None


def test_a_question_about_the_shipped_digests_begins_with_the_verdict(drafted):
    assert drafted("要不要公开医院收费？").claims[0].text.startswith("要公开")


@pytest.mark.parametrize(
    "question", ["规范性文件失效了还要不要公开？", "三年前的财政预算能不能公开", "过期的规章还要公开吗"]
)
def test_a_rule_that_says_nothing_of_the_case_gives_no_verdict(question, drafted):
    assert not any(is_verdict(claim.text) for claim in drafted(question).claims)


@pytest.mark.parametrize("question", ["过程性信息要不要公开？", "要不要公开医院收费？"])
def test_a_rule_on_the_very_case_gives_one(question, drafted):
    assert is_verdict(drafted(question).claims[0].text)
