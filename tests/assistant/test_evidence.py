import pytest

from assistant.evidence import Signs, answering, answers, least, log_odds

SIGNS = {"coverage": 0.4, "rare": 0.3, "similarity": 0.2}
NOTHING = {"coverage": 0.0, "rare": 0.0, "similarity": 0.0}
ALL = {"coverage": 1.0, "rare": 1.0, "similarity": 1.0}


@pytest.mark.parametrize("sign", SIGNS)
def test_more_of_any_sign_is_surer(sign):
    assert log_odds(**SIGNS | {sign: SIGNS[sign] + 0.1}) > log_odds(**SIGNS)


def test_every_sign_in_full_is_enough_for_anything():
    assert log_odds(**ALL) > max(least().cover, least().compared)
    assert answers(Signs(**ALL, lacking=0.0, lacking_itself=0.0), named=False)


def test_a_document_that_is_named_needs_less():
    assert answers(Signs(**SIGNS, lacking=0.0, lacking_itself=0.0), named=True)
    assert not answers(Signs(**NOTHING, lacking=0.0, lacking_itself=0.0), named=False)


@pytest.mark.parametrize("named", [False, True])
def test_words_that_the_document_lacks_keep_it_from_answering(named):
    signs = Signs(**SIGNS | {"similarity": 0.5}, lacking=0.0, lacking_itself=0.0)

    assert answers(signs, named=named)
    assert not answers(signs._replace(lacking=4.0, lacking_itself=1.0), named=named)


def test_words_that_stand_everywhere_are_not_enough():
    fitted = answering(named=False)
    signs = Signs(1.0, fitted.least_rare - 0.01, fitted.least_similar - 0.01, 0.0, 0.0)

    assert not answers(signs, named=False)
    assert answers(signs._replace(rare=1.0, similarity=fitted.least_similar), named=False)
