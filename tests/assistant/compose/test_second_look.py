from itertools import pairwise

import pytest

from assistant.compose.second_look import LOOKED_AT, look_again
from assistant.draft import Hit, Retrieval
from assistant.evidence import Signs
from assistant.understand.stage import Asked, understand

STRONG = Signs(coverage=1.0, rare=1.0, similarity=1.0, lacking=0.0, unlike=0.0, length=1.0)
STEP = 0.01


@pytest.fixture
def ordered(catalogue, source, provision, document):
    """Look again at hits of made-up words, each scoring a little less than the one before it."""

    def order(question, *words, step=STEP, title="某市办法"):
        hits = tuple(
            Hit(
                provision=provision(text, address=f"第{at}条"),
                document=document(title=title),
                score=1.0 - at * step,
                signs=STRONG,
            )
            for at, text in enumerate(words)
        )
        return look_again(Retrieval(question=understand(Asked(question), catalogue), hits=hits), source).hits

    return order


@pytest.mark.parametrize(
    ("question", "shares_words", "gives_it"),
    [
        ("仓库管理员要配多少名？", "仓库管理员的配备要合理。", "仓库按规模配备管理员5名。"),
        ("仓库多久盘点一次？", "仓库盘点要认真。", "仓库每季度盘点。"),
        ("货架损坏不报会有什么后果？", "货架损坏的要报告。", "货架损坏不报的，给予处分。"),
        ("公司怎么交税？", "库房应当怎么保持整洁，由单位规定。", "企业应当依法缴纳税款。"),
    ],
)
def test_of_provisions_that_score_alike_the_one_that_gives_what_is_asked_comes_first(
    question, shares_words, gives_it, ordered
):
    assert ordered(question, shares_words, gives_it)[0].provision.own_text == gives_it


def test_one_sentence_that_gives_it_is_enough(ordered):
    long = "仓储工作要坚持从实际出发，统筹兼顾。各单位要高度重视。仓库管理员不少于5名。要加强宣传。"

    assert ordered("仓库管理员要配多少名？", "仓库管理员的配备要合理。", long)[0].provision.own_text == long


def test_a_provision_that_scores_far_better_stays_first(ordered):
    first = "仓库管理员按规模配备。"

    assert ordered("仓库管理员要配多少名？", first, "食堂每周采购5次。", step=0.9)[0].provision.own_text == first


def test_scores_fall_from_hit_to_hit_and_what_stands_behind_keeps_its_place(ordered):
    words = [f"仓库第{at}类货架按规定摆放。" for at in range(LOOKED_AT + 2)]
    words[-1] = "仓库管理员不少于5名。"
    words[3] = "仓库管理员不少于6名。"

    hits = ordered("仓库管理员要配多少名？", *words)

    assert all(one.score >= other.score for one, other in pairwise(hits))
    assert [hit.provision.own_text for hit in (hits[0], *hits[LOOKED_AT:])] == [words[3], *words[LOOKED_AT:]]


def test_what_only_repeats_the_title_gains_nothing_by_it(ordered):
    title = "某市粮食储备仓库管理办法"
    repeats, gives_it = "粮食储备仓库的管理十分重要，粮食储备仓库要管好。", "货架每季度检查一遍。"

    assert ordered("粮食储备仓库管理中货架的检查", repeats, gives_it, title=title)[0].provision.own_text == gives_it


def test_one_hit_or_none_is_left_as_it_is(ordered):
    assert ordered("仓库管理员要配多少名？") == ()
    assert [hit.score for hit in ordered("仓库管理员要配多少名？", "仓库管理员5名。")] == [1.0]


def test_what_a_decision_weighs_is_not_ordered_anew(catalogue, source, provision, document):
    question = understand(Asked("这份申请我该不该公开，帮我决定"), catalogue)
    hits = tuple(
        Hit(provision=provision(text, address=text), document=document(), score=1.0, signs=STRONG)
        for text in ("公开要依法。", "申请公开的，由本机关决定是否公开。")
    )
    retrieval = Retrieval(question=question, hits=hits)

    assert question.weighed
    assert look_again(retrieval, source) == retrieval


@pytest.mark.parametrize(("question", "first"), [("仓库怎么盘点？", "第三条"), ("仓库盘点的目标是什么？", "第二条")])
def test_a_section_on_aims_stands_back_unless_aims_are_asked_for(
    question, first, catalogue, source, provision, document
):
    aims = provision("仓库盘点制度健全。", address="第二条", headings=("总体要求", "主要目标"))
    rule = provision("仓库盘点制度健全。", address="第三条", headings=("主要任务", "规范盘点"))
    hits = tuple(
        Hit(provision=one, document=document(), score=score, signs=STRONG) for one, score in ((aims, 1.0), (rule, 0.9))
    )
    again = look_again(Retrieval(question=understand(Asked(question), catalogue), hits=hits), source)

    assert again.hits[0].provision.address == first
