import pytest

from assistant.evidence import answers, least, log_odds

SIGNS = {"coverage": 0.4, "rare": 0.3, "similarity": 0.2}
NOTHING = {"coverage": 0.0, "rare": 0.0, "similarity": 0.0}
ALL = {"coverage": 1.0, "rare": 1.0, "similarity": 1.0}


@pytest.mark.parametrize("sign", SIGNS)
def test_more_of_any_sign_is_surer(sign):
    assert log_odds(**SIGNS | {sign: SIGNS[sign] + 0.1}) > log_odds(**SIGNS)


def test_every_sign_in_full_is_enough_for_anything():
    assert log_odds(**ALL) > max(least().cover, least().compared)
    assert answers(**ALL, lacking=0.0, named=False)


def test_a_document_that_is_named_needs_less():
    assert answers(**SIGNS, lacking=0.0, named=True)
    assert not answers(**NOTHING, lacking=0.0, named=False)


@pytest.mark.parametrize("named", [False, True])
def test_words_that_the_document_lacks_keep_it_from_answering(named):
    assert answers(**SIGNS | {"similarity": 0.5}, lacking=0.0, named=named)
    assert not answers(**SIGNS | {"similarity": 0.5}, lacking=2.0, named=named)
