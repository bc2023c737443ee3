"""As a language model could word it: a true quote, however short, does not carry its contrary."""

import pytest

from assistant.draft import DraftClaim, Support
from assistant.verify.stage import problems

FEES = "第四十二条 依申请提供政府信息，行政机关不收取费用；但是，数量、频次明显超过合理范围的，可以收取信息处理费。"
SECRETS = "第十五条 涉及商业秘密的政府信息，公开会使第三方受到损害的，行政机关不得公开；第三方同意的，予以公开。"
REPORTS = "除依法应当保密的内容外，重大事故的调查报告要全面公开；空气质量指数实时发布，业务培训每年不少于10课时。"
LIST = "第十四条 下列政府信息不予公开：依法被确定为国家秘密的；公开后可能危及公共安全的。"
ITEM = "依法被确定为国家秘密的"


@pytest.fixture
def held(provision, document, catalogue):
    def check(text, article, quote):
        stands_in = provision(article, address="第一条")
        claim = DraftClaim(text=text, supports=(Support(provision=stands_in, document=document(), quote=quote),))
        return not problems(claim, None, catalogue)

    return check


@pytest.mark.parametrize(
    ("text", "article", "quote"),
    [
        ("依申请提供政府信息，不收取费用。", FEES, "依申请提供政府信息，行政机关不收取费用"),
        ("依申请提供政府信息，不收取费用。", FEES, "不收取费用"),
        ("数量、频次明显超过合理范围的，可以收取信息处理费。", FEES, "明显超过合理范围的，可以收取信息处理费"),
        (
            "除应当保密的内容外，重大事故的调查报告全面公开。",
            REPORTS,
            "除依法应当保密的内容外，重大事故的调查报告要全面公开",
        ),
        ("业务培训每年不少于10课时，空气质量指数实时发布。", REPORTS, "空气质量指数实时发布，业务培训每年不少于10课时"),
        ("国家秘密不予公开。", LIST, f"下列政府信息不予公开：{ITEM}"),
        (LIST, LIST, LIST),
        ("数量、频次明显超过合理范围的", FEES.replace("，", "."), "数量、频次明显超过合理范围的"),
    ],
)
def test_a_sentence_that_denies_and_excepts_what_its_source_does_holds(text, article, quote, held):
    assert held(text, article, quote)


@pytest.mark.parametrize(
    ("text", "article", "quote"),
    [
        pytest.param("依申请提供政府信息，收取费用。", FEES, "行政机关不收取费用", id="denial dropped"),
        pytest.param("依申请提供政府信息，收取费用。", FEES, "依申请提供政府信息", id="quote stops before the denial"),
        pytest.param("依申请提供政府信息，收取费用。", FEES, "收取费用", id="quote begins behind the denial"),
        pytest.param("不可以收取信息处理费。", FEES, "可以收取信息处理费", id="denial put in"),
        pytest.param("涉及商业秘密的政府信息要公开。", SECRETS, "涉及商业秘密的政府信息", id="prohibition cut off"),
        pytest.param("依法被确定为国家秘密的要公开。", LIST, ITEM, id="lead-in cut off"),
        pytest.param("公开后可能危及公共安全的要公开。", LIST, "可能危及公共安全的", id="lead-in of the second item"),
        pytest.param("重大事故的调查报告要全面公开。", REPORTS, "重大事故的调查报告要全面公开", id="exception dropped"),
        pytest.param(
            "除个人住址和电话外，重大事故的调查报告要全面公开，每年不少于10课时。",
            *(REPORTS, REPORTS[:-1]),
            id="another exception",
        ),
        pytest.param("除公共安全外，国家秘密不予公开。", LIST, LIST[:-1], id="exception put in"),
    ],
)
def test_a_sentence_that_denies_or_excepts_otherwise_is_not_said(text, article, quote, held):
    assert not held(text, article, quote)


@pytest.mark.parametrize(
    ("true", "false"),
    [("实时发布", "及时发布"), ("实时发布", "逐步发布"), ("每年", "每月"), ("不少于", "最多")],
)
def test_another_rhythm_is_not_said(true, false, held):
    said = REPORTS.split("；")[1]

    assert held(said, REPORTS, said)
    assert not held(said.replace(true, false), REPORTS, said)


def test_a_bound_is_not_turned_round(held):
    article = "应当在二十个工作日内答复，于年底前报送。"

    assert held("应当在20个工作日以内答复，于年底前报送。", article, article)
    assert not held("应当在20个工作日后答复，于年底前报送。", article, article)
    assert not held("应当在20个工作日内答复，于年底后报送。", article, article)


def test_what_is_told_counts_though_another_part_is_quoted(held):
    article = "已设机构的，要加强力量；未设专门机构的，要明确专人。"

    assert not held("设专门机构的，要明确专人。", article, "要加强力量")
