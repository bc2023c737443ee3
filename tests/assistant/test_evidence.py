import pytest

from assistant.evidence import least, log_odds, weights

SIGNS = {"coverage": 0.4, "rare": 0.3, "similarity": 0.2}


@pytest.mark.parametrize("sign", SIGNS)
def test_more_of_any_sign_is_surer(sign):
    assert log_odds(**SIGNS | {sign: SIGNS[sign] + 0.1}) > log_odds(**SIGNS)


def test_nothing_of_any_sign_is_not_enough_even_in_a_document_that_is_named_for_a_cover_letter():
    nothing = log_odds(coverage=0, rare=0, similarity=0)

    assert nothing < least().answer
    assert nothing + weights().named < least().cover + weights().named


def test_every_sign_in_full_is_enough_for_anything():
    assert log_odds(coverage=1, rare=1, similarity=1) > max(least().answer, least().cover, least().compared)
