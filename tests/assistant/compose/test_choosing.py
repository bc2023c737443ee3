from assistant.compose.choosing import choose
from assistant.draft import Hit, Retrieval
from assistant.evidence import Signs
from assistant.understand.stage import Asked, understand

STRONG = Signs(coverage=1.0, rare=1.0, similarity=1.0, lacking=0.0, unlike=0.0, length=1.0)


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
