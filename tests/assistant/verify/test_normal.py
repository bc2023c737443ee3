import pytest

from assistant.verify.normal import normal


@pytest.mark.parametrize(
    ("printed", "quoted"),
    [
        ("2014年\n　　年底前", "2014年年底前"),
        ("**（市财政局牵头）**", "（市财政局牵头）"),
        ("年内 | 市财政局牵头", "年内市财政局牵头"),
        ("年  内\n\t市财政局牵  头", "年内市财政局牵头"),
        ("国办发[2014]12号", "国办发〔2014〕12号"),
        ("ＰＭ２．５（细颗粒物）", "PM2.5(细颗粒物)"),
        ("一\u200b\ufeff二", "一二"),
        ("## 第一章", "第一章"),
    ],
)
def test_layout_and_width_make_no_difference(printed, quoted):
    assert normal(printed) == normal(quoted)


@pytest.mark.parametrize(
    ("one", "other"),
    [("应当公开", "应公开"), ("20日", "2日"), ("公开。", "公开"), ("不公开", "公开"), ("“三公”经费", "三公经费")],
)
def test_words_numbers_and_stops_do(one, other):
    assert normal(one) != normal(other)
