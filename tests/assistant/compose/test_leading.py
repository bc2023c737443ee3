from assistant.compose.leading import leading_claims
from assistant.understand.stage import Asked, understand
from assistant.verify.stage import quote_holds

LEAD_IN = "第九条 货主有下列情形之一的，由仓储处责令改正："


def test_who_acts_on_an_item_is_told_in_the_words_that_lead_into_the_list(catalogue, provision, document):
    item = provision("（二）逾期不提货的；", lead_in=LEAD_IN, address="第九条第二项")

    (claim,) = leading_claims(item, document(), understand(Asked("逾期不提货由谁来责令改正"), catalogue))

    assert claim.text == "货主有下列情形之一的，由仓储处责令改正："
    assert quote_holds(claim.supports[0])


def test_an_item_that_gives_what_is_asked_stands_by_itself(catalogue, provision, document):
    item = provision("（二）逾期不提货的，由镇里处理；", lead_in=LEAD_IN, address="第九条第二项")

    assert leading_claims(item, document(), understand(Asked("逾期不提货由谁处理"), catalogue)) == []


def test_what_nobody_asks_of_an_item_is_not_told_before_it(catalogue, provision, document):
    item = provision("（二）超过30日不提货的；", lead_in=LEAD_IN, address="第九条第二项")

    assert leading_claims(item, document(), understand(Asked("超过多少日不提货"), catalogue)) == []


def test_what_is_no_item_has_nothing_before_it(catalogue, provision, document):
    question = understand(Asked("由谁责令改正"), catalogue)

    assert leading_claims(provision("逾期不提货的，改正。"), document(), question) == []
