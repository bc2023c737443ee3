from assistant.answer import Outcome


def test_what_a_provision_asked_for_by_number_does_not_hold_is_said(drafted):
    draft = drafted("条例第三十九条规定的罚金和债务怎么算？")

    assert draft.outcome is Outcome.PARTIAL
    assert "债务" in draft.notices[0]
    assert draft.claims


def test_a_period_of_something_else_is_no_answer(drafted):
    assert drafted("申请行政复议要在几天内提出？").outcome is Outcome.NOT_IN_LIBRARY


def test_a_named_document_does_not_answer_for_what_it_never_speaks_of(drafted):
    assert drafted("上海2014年要点对疫苗债务怎么规定？").outcome is Outcome.NOT_IN_LIBRARY
