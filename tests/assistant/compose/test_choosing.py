import pytest

from assistant.compose.choosing import choose
from assistant.draft import Hit, Retrieval
from assistant.evidence import Signs, answering
from assistant.understand.stage import Asked, understand

STRONG = Signs(coverage=1.0, rare=1.0, similarity=1.0, lacking=0.0, unlike=0.0, length=1.0)

LITTLE = 0.3
"""Log odds above or below what answers."""


def chosen(catalogue, provision, document, lead_in):
    """What answers of two items, the second of which states a time."""
    items = [
        provision("网上交来的件，以双方确认之日为准；", address="第九条第一项", lead_in=lead_in, parent="第九条"),
        provision("邮寄来的件，以签收后3日内确认之日为准；", address="第九条第二项", lead_in=lead_in, parent="第九条"),
    ]
    hits = tuple(
        Hit(provision=item, document=document(), score=score, signs=STRONG)
        for item, score in zip(items, (1.0, 0.95), strict=True)
    )
    question = understand(Asked("网上交来的件什么时候算收到"), catalogue)
    return [hit.provision.address for hit in choose(Retrieval(question=question, hits=hits), None)]


def test_of_items_of_one_list_the_one_on_the_case_answers_though_only_another_has_a_term(
    catalogue, provision, document
):
    assert chosen(catalogue, provision, document, "收到之日按下列规定确定：")[0] == "第九条第一项"


def test_of_provisions_that_are_no_list_the_one_with_the_term_answers(catalogue, provision, document):
    assert chosen(catalogue, provision, document, "") == ["第九条第二项"]


def hit_of(made, document, score, signs=STRONG):
    return Hit(provision=made, document=document(), score=score, signs=signs)


def test_whether_a_time_counts_is_answered_by_the_provision_that_says_so(catalogue, provision, document):
    asked = provision("等候仓储处回话的，应当书面告知货主。", address="第七条")
    counts = provision("等候仓储处回话所需时间不计算在前款规定的期限内。", address="第八条")
    hits = (hit_of(asked, document, 1.0), hit_of(counts, document, 0.9))
    question = understand(Asked("等仓储处回话的日子算进时限吗"), catalogue)

    assert [hit.provision.address for hit in choose(Retrieval(question=question, hits=hits), None)] == ["第八条"]


def test_that_the_best_hit_falls_little_short_leaves_it_first_where_another_answers(catalogue, provision, document):
    fitted = answering(named=False)
    above = fitted.constant + sum(w * s for w, s in zip(fitted.weights, STRONG, strict=True)) - fitted.least
    short = STRONG._replace(lacking=-(above + LITTLE) / fitted.weights.lacking)
    enough = STRONG._replace(lacking=-(above - LITTLE) / fitted.weights.lacking)
    hits = (
        hit_of(provision("库房应当每年盘点。", address="第七条"), document, 1.2, short),
        hit_of(provision("账册应当每年更换。", address="第八条"), document, 1.0, enough),
    )
    question = understand(Asked("库房隔多久盘一回"), catalogue)

    assert [hit.answers(named=False) for hit in hits] == [False, True]
    assert choose(Retrieval(question=question, hits=hits), None)[0].provision.address == "第七条"


def test_a_list_of_names_that_is_ordered_is_given_by_what_has_one_only(catalogue, provision, document):
    question = understand(Asked("把入库货主的名单列出来"), catalogue)
    without = hit_of(provision("入库的货主应当登记，名单每年公布。"), document, 1.0)
    having = hit_of(provision("入库货主名单如下：张某、李某。"), document, 0.9)

    assert choose(Retrieval(question=question, hits=(without,)), None) == []
    assert [hit.score for hit in choose(Retrieval(question=question, hits=(without, having)), None)] == [0.9]


@pytest.mark.parametrize(("score", "first"), [(0.9, "第八条"), (0.5, "第七条")])
def test_who_decides_is_told_by_what_says_so_unless_it_is_far_behind(catalogue, provision, document, score, first):
    near = provision("库房账册式样由仓储处统一。", address="第七条")
    says = provision("库房租期由镇长批准。", address="第八条")
    hits = (hit_of(near, document, 1.0), hit_of(says, document, score))
    question = understand(Asked("库房账册式样由谁来定"), catalogue)

    assert choose(Retrieval(question=question, hits=hits), None)[0].provision.address == first
