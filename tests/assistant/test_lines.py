import pytest

from assistant.draft import DraftClaim
from assistant.lines import lines

HEADING = "医疗卫生领域信息公开"
ONE, OTHER = f"《甲》五、{HEADING}", "《乙》三、"


@pytest.fixture
def written():
    """The lines of claims, given as (text, label, markers)."""

    def make(*said):
        claims = [DraftClaim(text=text, supports=(), label=label) for text, label, _ in said]
        markers = {(text, label): marked for text, label, marked in said}
        return lines(claims, lambda claim: markers[claim.text, claim.label])

    return make


def test_a_heading_is_not_said_again_below_the_label_that_ends_with_it(written):
    said = (f"{HEADING}：市卫生局牵头。", ONE, (1,)), ("市教委牵头。", OTHER, (2,))

    assert written(*said) == [f"{ONE}：", "市卫生局牵头。[1]", f"{OTHER}：", "市教委牵头。[2]"]


def test_who_is_responsible_comes_first_where_one_place_says_it(written):
    assert written((f"{HEADING}：市卫生局牵头。", ONE, (1,))) == ["市卫生局牵头。[1]", f"——{ONE}"]


def test_a_heading_that_no_label_has_stays(written):
    assert written((f"{HEADING}：市卫生局牵头。", OTHER, (1,))) == [f"{HEADING}：市卫生局牵头。[1]", f"——{OTHER}"]


def test_a_yes_or_no_stands_on_the_line_of_the_words_it_rests_on(written):
    assert written(("要公开。", ONE, (1,)), ("医院收费全部公开。", ONE, (1,)))[0] == "要公开。医院收费全部公开。[1]"


def test_a_yes_or_no_from_other_words_keeps_its_own_mark(written):
    said = written(("要公开。", ONE, (1,)), ("医院收费全部公开。", ONE, (2,)))

    assert said[:2] == ["要公开。[1]", "医院收费全部公开。[2]"]


def test_a_yes_or_no_that_all_agree_on_is_the_first_line(written):
    said = [("要公开。", ONE, (1,)), ("收费公开。", ONE, (1,)), ("要公开。", OTHER, (2,)), ("价格公开。", OTHER, (2,))]

    assert written(*said) == ["要公开。[1][2]", f"{ONE}：", "收费公开。[1]", f"{OTHER}：", "价格公开。[2]"]


def test_a_yes_and_a_no_stand_each_with_their_document(written):
    said = [
        ("要公开。", ONE, (1,)),
        ("收费公开。", ONE, (1,)),
        ("不予公开。", OTHER, (2,)),
        ("价格不公开。", OTHER, (2,)),
    ]

    assert written(*said) == [
        f"{ONE}：",
        "要公开。收费公开。[1]",
        f"{OTHER}：",
        "不予公开。价格不公开。[2]",
    ]
