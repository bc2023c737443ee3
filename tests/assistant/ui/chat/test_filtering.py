import pytest

from assistant.answer import Scope
from assistant.question import Filter
from assistant.ui.chat.filtering import choices, chosen, restrictions, without
from assistant.ui.texts import TEXTS


def test_regions_years_documents_and_bodies_of_the_library_are_offered(assistant):
    offered = dict(choices(assistant, TEXTS["zh"]))

    assert offered["上海市"] == "region:上海市"
    assert offered["2014年"] == "year:2014"
    assert offered["《中华人民共和国政府信息公开条例》"] == "document:disclosure-regulation-2019"
    assert offered["机构：市财政局"] == "body:市财政局"


def test_every_choice_that_is_offered_restricts(assistant):
    for _, value in choices(assistant, TEXTS["zh"]):
        assert chosen([value]) != Filter()


@pytest.mark.parametrize("values", [None, [], ["nonsense"], ["kind:x"], ["year:soon"], ["region:"]])
def test_what_means_nothing_restricts_nothing(values):
    assert chosen(values) == Filter()


def test_what_was_chosen_is_taken_away_before_what_the_question_says():
    within = Filter(regions=("上海市",), years=(2014,))

    assert without("region:上海市", within) == Filter(years=(2014,))
    assert without("region:北京市", within) == Filter(
        regions=("上海市",), years=(2014,), ignored=Scope(regions=("北京市",))
    )


def test_only_a_body_that_was_chosen_restricts():
    scope = Scope(documents=("d",), bodies=("市财政局", "市审计局"))

    assert list(restrictions(scope, Filter(bodies=("市审计局",)))) == ["document:d", "body:市审计局"]
