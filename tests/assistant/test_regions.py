import pytest

from assistant.regions import districts_in, lies_in


@pytest.mark.parametrize(
    ("part", "lies"), [("佛山市", True), ("佛山市南海区", True), ("中山市", False), ("全国", False), (None, False)]
)
def test_a_district_lies_in_its_city(part, lies):
    assert lies_in(part, "佛山市") is lies


def test_a_district_belongs_to_its_city():
    assert districts_in("海淀区三公经费由谁负责") == {"海淀区": "北京市"}
    assert districts_in("某区") == {}
