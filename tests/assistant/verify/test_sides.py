from dataclasses import replace

import pytest

from assistant.verify.stage import problems


@pytest.fixture(scope="module")
def compared(drafted):
    draft = drafted("北京2014年和2016年对预决算公开的要求有什么变化？")
    return [claim for claim in draft.claims if claim.sides], draft.question.documents


def test_what_each_side_says_holds(compared, catalogue):
    claims, documents = compared

    assert claims
    for claim in claims:
        assert problems(claim, documents, catalogue) == []


def test_sides_in_each_others_place_are_withheld(compared, catalogue):
    claims, documents = compared
    claim = claims[0]
    one, other = claim.sides
    swapped = (replace(one, name=other.name), replace(other, name=one.name))
    text = claim.text.replace(one.text, "□").replace(other.text, swapped[1].text).replace("□", swapped[0].text)

    assert problems(replace(claim, sides=swapped, text=text), documents, catalogue)


def test_facts_of_one_document_do_not_carry_the_side_of_another(compared, catalogue):
    claims, documents = compared
    claim = claims[0]
    one, other = claim.sides
    exchanged = (replace(one, supports=other.supports), other)

    assert problems(replace(claim, sides=exchanged), documents, catalogue)


@pytest.mark.parametrize(("old", "new"), [("2014", "2017"), ("项级", "类级。3个工作日内"), ("变化", "应当变化")])
def test_a_text_that_says_more_than_its_sides_is_withheld(old, new, compared, catalogue):
    claims, documents = compared

    assert problems(replace(claims[0], text=claims[0].text.replace(old, new, 1)), documents, catalogue)
