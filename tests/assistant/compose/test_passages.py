from assistant.catalogue import Catalogue
from assistant.compose.passages import choose_passages
from assistant.draft import Hit
from assistant.evidence import Signs

SURE = {"score": 1.0, "signs": Signs(1.0, 1.0, 1.0, 0.0, 0.0, 3.0)}


def hit(provision, document, text, id, **fields):
    made = provision(text, document_id=id, kind="项", address="一、(一)", **fields)
    return Hit(provision=made, document=document(id), **SURE)


def test_of_a_long_provision_the_sentences_are_chosen_that_the_other_document_speaks_of(
    provision, document, catalogue: Catalogue
):
    one = hit(provision, document, "稳步推进国有企业主要财务指标、业绩考核结果公开。", "one")
    long = "做好高校财务公开。细化公开监管企业总体经营情况和主要财务指标。推进城乡低保标准公开。"
    other = hit(provision, document, long, "other")
    chosen = choose_passages({"one": [one], "other": [other]}, "国有企业财务指标公开", catalogue.rarity)
    said = [claim.text for claim in chosen["other"].claims]

    assert "细化公开监管企业总体经营情况和主要财务指标。" in said
    assert "推进城乡低保标准公开。" not in said


def test_each_claim_quotes_its_sentence(provision, document, catalogue):
    one = hit(provision, document, "公开征地批复。公开征地范围。", "one")
    other = hit(provision, document, "公开征地公告。", "other")
    for choice in choose_passages({"one": [one], "other": [other]}, "征地公开", catalogue.rarity).values():
        for claim in choice.claims:
            assert claim.supports[0].quote in choice.hit.provision.own_text
