import pytest

from assistant.calling import call, dated


@pytest.mark.parametrize(
    ("id", "name", "with_year"),
    [
        ("beijing-2014-work-points", "北京", "北京（2014年）"),
        ("beijing-2016-implementation-opinion", "北京", "北京（2016年）"),
        ("state-council-2014-work-points", "国办", "国办（2014年）"),
        ("disclosure-regulation-2019", "条例", "条例（2019年）"),
        ("city-2014-breakdown-table", "分解细化方案", "分解细化方案（2014年）"),
    ],
)
def test_a_document_is_called_by_place_issuer_or_short_name(id, name, with_year, catalogue):
    assert call(catalogue.entry(id)) == name
    assert dated(catalogue.entry(id)) == with_year
