import math

import pytest

from assistant.evidence import Signs, answers, least, log_odds

SIGNS = {"coverage": 0.4, "rare": 0.3, "similarity": 0.2}
ALL = {"coverage": 1.0, "rare": 1.0, "similarity": 1.0}
TWENTY_CHARS = math.log1p(20)
LIKELY = Signs(coverage=0.5, rare=0.5, similarity=0.5, lacking=0.0, unlike=0.5, length=TWENTY_CHARS)


@pytest.mark.parametrize("sign", SIGNS)
def test_more_of_any_sign_is_surer(sign):
    assert log_odds(**SIGNS | {sign: SIGNS[sign] + 0.1}) > log_odds(**SIGNS)


def test_every_sign_in_full_is_enough_for_anything():
    assert log_odds(**ALL) > max(least().cover, least().compared)
    for named in (False, True):
        assert answers(Signs(**ALL, lacking=0.0, unlike=0.0, length=TWENTY_CHARS), named=named)


def test_a_document_that_is_named_needs_less():
    signs = LIKELY._replace(similarity=0.1, unlike=1.8)

    assert answers(signs, named=True)
    assert not answers(signs, named=False)


@pytest.mark.parametrize("named", [False, True])
@pytest.mark.parametrize("sign", ["lacking", "unlike"])
def test_words_that_stand_nowhere_near_keep_a_provision_from_answering(named, sign):
    assert answers(LIKELY, named=named)
    assert not answers(LIKELY._replace(**{sign: 40.0}), named=named)


def test_of_a_short_question_more_has_to_be_said():
    signs = LIKELY._replace(similarity=0.3, unlike=1.0)

    assert answers(signs, named=False)
    assert not answers(signs._replace(length=math.log1p(4)), named=False)
