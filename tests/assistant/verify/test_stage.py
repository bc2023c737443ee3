from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Outcome, Scope, Table
from assistant.draft import Draft, DraftClaim, Support
from assistant.question import Question
from assistant.verify.stage import problems, quote_holds, verify

ARTICLE = (
    "第三十三条 行政机关应当在收到申请之日起20个工作日内答复；不能按期答复的，经负责人同意可以延长，"
    "延长期限最长不得超过15个工作日。按照国办发〔2014〕12号办理，由市财政局牵头。"
)
SAID = "行政机关应当在收到申请之日起20个工作日内答复"


@pytest.fixture
def claim(provision, document):
    """A claim about the article, quoted in full unless told otherwise."""

    def make(text, quote=ARTICLE, **fields):
        stands_in = provision(ARTICLE, address="第三十三条", headings=("第四章 依申请公开",), **fields)
        return DraftClaim(text=text, supports=(Support(provision=stands_in, document=document(), quote=quote),))

    return make


def held(claim, catalogue, documents=None):
    return not problems(claim, documents, catalogue)


def test_the_words_of_the_provision_hold(claim, catalogue):
    assert held(claim(SAID, SAID), catalogue)
    assert held(claim(ARTICLE), catalogue)


def test_heading_and_address_may_be_named_beside_the_quote(claim, catalogue):
    assert held(claim(f"第三十三条 依申请公开：{SAID}", SAID), catalogue)


@pytest.mark.parametrize(
    ("quote", "holds"),
    [
        (SAID, True),
        ("行政机关应当在收到\n申请之日起20个工作日内答复", True),
        ("**行政机关** | 应当在收到申请之日起", True),
        ("行政机关应当在收到申请之日起30个工作日内答复", False),
        ("行政机关应在收到申请之日起20个工作日内答复", False),
        ("应当……答复", False),
        ("", False),
        ("| ** \n", False),
    ],
)
def test_a_quote_must_stand_in_its_provision(quote, holds, claim):
    assert quote_holds(claim(SAID, quote).supports[0]) is holds


@pytest.mark.parametrize(
    "said",
    [
        "行政机关应当在收到申请之日起30个工作日内答复",
        "行政机关应当在收到申请之日起三十个工作日内答复",
        "行政机关应当在收到申请之日起15个工作日内答复",
        "第三十四条 行政机关应当在收到申请之日起20个工作日内答复",
        "行政机关可以在收到申请之日起20个工作日内答复",
        "行政机关不得在收到申请之日起20个工作日内答复",
        "国办发〔2014〕13号：行政机关应当在收到申请之日起20个工作日内答复",
        "京政办发〔2014〕12号：行政机关应当在收到申请之日起20个工作日内答复",
        "市审计局应当在收到申请之日起20个工作日内答复",
        "市财政局牵头，应当在收到申请之日起20个工作日内答复",
    ],
)
def test_a_fact_that_the_quote_does_not_have_is_not_said(said, claim, catalogue):
    assert not held(claim(said, SAID), catalogue)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("应当在收到", "可以在收到"),
        ("20个工作日", "15个工作日"),
        ("15个工作日", "20个工作日"),
        ("可以延长", "应当延长"),
        ("不得超过", "超过"),
        ("不得超过", "应当超过"),
        ("国办发〔2014〕12号", "沪府办发〔2014〕12号"),
    ],
)
def test_a_fact_is_not_put_in_the_place_of_another_that_the_quote_has_too(true, false, claim, catalogue):
    assert true in ARTICLE
    assert not held(claim(ARTICLE.replace(true, false)), catalogue)


def test_a_claim_without_support_is_not_said(catalogue):
    assert problems(DraftClaim(text="应当公开。", supports=()), None, catalogue) == ["无引用"]


def test_a_document_out_of_scope_is_not_cited(claim, catalogue):
    assert held(claim(SAID, SAID), catalogue, documents=("fictional", "another"))
    assert not held(claim(SAID, SAID), catalogue, documents=("another",))


def test_a_provision_is_not_cited_as_another_document_s(claim, document, catalogue):
    true = claim(SAID, SAID)
    false = replace(true, supports=(replace(true.supports[0], document=document("another")),))

    assert not held(false, catalogue)


def test_carried_values_say_so_and_cite_their_row(drafted, catalogue):
    (claim,) = drafted("分解细化方案里“三公”经费公开由谁负责").claims
    own, _ = claim.supports

    assert held(claim, catalogue)
    assert not held(replace(claim, supports=(own,)), catalogue)
    assert not held(replace(claim, text=claim.text.replace("（承上栏）", "")), catalogue)
    assert not held(replace(claim, supports=tuple(replace(s, carried_from=None) for s in claim.supports)), catalogue)


@pytest.mark.parametrize(
    ("true", "false"),
    [("28号", "30号"), ("2014-04-30", "2014-05-30"), ("京政办发", "沪府办发"), ("北京市人民政府", "上海市人民政府")],
)
def test_what_is_said_of_a_document_agrees_with_the_catalogue(true, false, drafted, catalogue):
    claim = next(claim for claim in drafted("库里有哪些文件").claims if "京政办发" in claim.text)

    assert held(claim, catalogue)
    assert not held(replace(claim, text=claim.text.replace(true, false)), catalogue)


def test_counts_agree_with_the_outline(drafted, catalogue):
    (claim,) = drafted("条例一共多少章多少条").claims

    assert held(claim, catalogue)
    assert not held(replace(claim, text=claim.text.replace("56条", "57条")), catalogue)


def test_documents_without_a_head_can_be_described(claim, document, catalogue):
    described = claim("《某市办法》，发布日期：2014-04-30", SAID)
    dated = document(id="beijing-2014-work-points", issued=date(2014, 4, 30))
    stands_in = replace(described.supports[0].provision, document_id=dated.id)
    support = replace(described.supports[0], document=dated, provision=stands_in)

    assert held(replace(described, supports=(support,), of_document=True), catalogue)


@pytest.fixture
def draft():
    def make(*claims, **fields):
        question = Question(
            text="几日内答复", query="答复", aspects=frozenset(), scope=Scope(), documents=None, topic="答复"
        )
        plain = {"hits": (), "outcome": Outcome.ANSWERED, "message": "查到如下：", "table": Table(columns=(), rows=())}
        return Draft(question=question, claims=claims, **plain | fields)

    return make


def test_a_draft_without_fault_passes_as_it_is(draft, claim, catalogue):
    true = draft(claim(SAID, SAID))

    assert verify(true, catalogue) is true


def test_some_withheld_is_partial(draft, claim, catalogue):
    verified = verify(draft(claim(SAID, SAID), claim("3日内答复", SAID)), catalogue)

    assert verified.outcome is Outcome.PARTIAL
    assert [claim.text for claim in verified.claims] == [SAID]
    assert verified.notices == ("有1条内容未通过核对，已略去。",)
    assert verified.withheld
    assert verified.table is None


def test_all_withheld_is_not_in_the_library(draft, claim, catalogue):
    verified = verify(draft(claim("3日内答复", SAID)), catalogue)

    assert verified.outcome is Outcome.NOT_IN_LIBRARY
    assert verified.claims == ()
    assert verified.message == ""


def test_other_outcomes_are_left_alone(draft, catalogue):
    asks = draft(outcome=Outcome.CLARIFY, message="哪一份？")

    assert verify(asks, catalogue) is asks
