import pytest

from index.corpus import Role
from index.duties import read_duties


def test_lines_that_name_bodies_by_role_are_duties_with_the_date_beside_them(provision):
    text = "（二）推进改革。压减材料。\n牵头单位：区政务局\n责任单位：区发改局、区住建局\n完成时限：2023年9月底前"

    duties = read_duties(provision(text, heading="推进改革"))

    assert [(duty.actor, duty.role) for duty in duties] == [
        ("区政务局", Role.LEAD),
        ("区发改局", Role.RESPONSIBLE),
        ("区住建局", Role.RESPONSIBLE),
    ]
    assert {(duty.act, duty.deadline) for duty in duties} == {("推进改革", "2023年9月底前")}


def test_a_body_before_a_colon_does_what_is_said_after_it(provision):
    text = "（一）区教育局：负责校外培训机构消防安全排查，10月20日前完成。"

    (duty,) = read_duties(provision(text))

    assert (duty.actor, duty.role, duty.deadline) == ("区教育局", Role.RESPONSIBLE, "10月20日前")
    assert text[duty.start - 100 : duty.end - 100] == "区教育局：负责校外培训机构消防安全排查，10月20日前完成"


@pytest.mark.parametrize("text", ["各区县人民政府：\n现印发给你们。", "工作目标：负责到底。", "各区：现印发给你们。"])
def test_addressees_and_other_words_before_a_colon_do_nothing(provision, text):
    assert read_duties(provision(text)) == ()
