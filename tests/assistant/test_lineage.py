from datetime import date

import pytest

from assistant.lineage import Tier, lineage_of, tier_of
from assistant.settings import shipped
from index.build import read_documents
from index.corpus import Document, Origin, Provision, Status


def document(id, title, **fields):
    facts = dict.fromkeys(("document_number", "issuer", "issued", "effective", "region", "level", "source"))
    facts |= {"status": Status.UNVERIFIED, "origin": Origin.OFFICIAL, "implements": ()}
    return Document(id=id, title=title, text="", sha256="", **facts | fields)


def provision(document_id, address, text, heading=""):
    return Provision(
        document_id=document_id,
        address=address,
        kind="引言",
        heading=heading,
        headings=(),
        text=text,
        own_text=text,
        lead_in="",
        start=0,
        end=len(text),
        parent=None,
    )


def lineage(*documents, opening=None, address="引言", heading=""):
    texts = opening or {}
    return lineage_of(documents, lambda name: [provision(name, address, texts[name], heading)] if name in texts else [])


def ends(links):
    return [link.document.id if link.document else link.name for link in links]


RULE = document(
    "rule",
    "中华人民共和国甲事条例",
    document_number="国务院令第9号",
    issued=date(2010, 1, 1),
    region="全国",
    level="国家",
)
POINTS = document("points", "2011年甲事工作要点", document_number="国办发〔2011〕3号", region="全国", level="国家")
LOCAL = document("local", "乙省甲事办法", region="乙省", level="省级")


def test_a_link_of_the_metadata_is_seen_from_both_ends():
    found = lineage(RULE, document("low", "丙", implements=("rule",)))
    assert ends(found.implements("low")) == ["rule"]
    assert ends(found.implemented_by("rule")) == ["low"]
    assert found.implements("low")[0].declared


@pytest.mark.parametrize(
    "name",
    [
        "rule",
        "国务院令第9号",
        "中华人民共和国甲事条例",
        "《甲事条例》",
        "《甲事条例》（国务院令第9号）",
        "国务院令 第９号",
    ],
)
def test_metadata_may_name_an_instrument_by_id_title_or_number(name):
    assert ends(lineage(RULE, document("low", "丙", implements=(name,))).implements("low")) == ["rule"]


def test_what_is_not_held_is_named_and_has_no_document():
    (link,) = lineage(document("low", "丙", implements=("国办发〔2011〕3号",))).implements("low")
    assert (link.document, link.name) == (None, "国办发〔2011〕3号")


def test_the_ground_that_an_opening_names_is_read_with_the_provision_that_says_so():
    found = lineage(
        RULE, LOCAL, opening={"local": "为了规范甲事，根据《中华人民共和国甲事条例》，结合本省实际，制定本办法。"}
    )
    (link,) = found.implements("local")
    assert (link.document, link.address, link.declared) == (RULE, "引言", False)


def test_a_notice_that_hands_out_a_text_means_that_text():
    said = "为落实《国务院办公厅关于印发2011年甲事工作要点的通知》精神，现通知如下。"
    assert ends(lineage(POINTS, LOCAL, opening={"local": said}).implements("local")) == ["points"]


def test_the_number_decides_where_the_title_is_another():
    said = "根据某通知（国办发〔2011〕3号）的要求"
    assert ends(lineage(POINTS, LOCAL, opening={"local": said}).implements("local")) == ["points"]


def test_another_number_is_another_text_but_a_decree_goes_on_under_its_title():
    notice = lineage(POINTS, LOCAL, opening={"local": "根据《2011年甲事工作要点》（国办发〔2012〕8号）"})
    assert notice.implements("local")[0].document is None
    decree = lineage(RULE, LOCAL, opening={"local": "根据《甲事条例》（国务院令第2号）"})
    assert ends(decree.implements("local")) == ["rule"]


@pytest.mark.parametrize(
    "said",
    [
        "《中华人民共和国甲事条例》同时废止。",
        "《中华人民共和国甲事条例》正在落实。",
        "近年来，各地学习《中华人民共和国甲事条例》。",
        "根据《条例》，制定本办法。",
        "根据《乙省甲事办法》的任务，现予公布。",
        "根据《关于修改〈甲事条例〉的决定》，现予公布。",
        "根据《乙市关于甲事的请示》，同意如下。",
        "根据实际情况（详见附件三号），同意如下。",
    ],
)
def test_what_is_only_spoken_of_is_no_ground(said):
    assert lineage(RULE, LOCAL, opening={"local": said}).implements("local") == ()


def test_short_names_in_brackets_are_no_instruments():
    said = "根据《中华人民共和国甲事条例》（以下简称《甲条例》），制定本办法。"
    assert ends(lineage(RULE, LOCAL, opening={"local": said}).implements("local")) == ["rule"]


def test_grounds_are_read_in_the_opening_only():
    said = {"local": "根据《中华人民共和国甲事条例》处理。"}
    assert lineage(RULE, LOCAL, opening=said, address="三、").implements("local") == ()
    assert ends(lineage(RULE, LOCAL, opening=said, address="1.2", heading="编制依据").implements("local")) == ["rule"]


def test_a_text_carries_out_nothing_that_stands_below_it():
    found = lineage(RULE, LOCAL, opening={"rule": "根据《乙省甲事办法》的经验，制定本条例。"})
    assert found.implements("rule") == ()


def test_of_several_under_one_title_the_latest_that_holds_there_is_meant():
    old = document("old", "甲事条例", issued=date(2001, 1, 1), region="全国")
    elsewhere = document("elsewhere", "甲事条例", issued=date(2020, 1, 1), region="丁省")
    found = lineage(old, RULE, elsewhere, LOCAL, opening={"local": "根据《甲事条例》，制定本办法。"})
    assert ends(found.implements("local")) == ["rule"]


def test_what_metadata_and_text_both_say_is_one_link():
    low = document("low", "丙", implements=("rule",))
    (link,) = lineage(RULE, low, opening={"low": "根据《甲事条例》，制定本办法。"}).implements("low")
    assert (link.declared, link.address) == (True, "引言")


def test_documents_that_name_each_other_are_followed_once():
    one, other = document("one", "丙", implements=("other",)), document("other", "丁", implements=("one",))
    assert lineage(one, other).above("one") == {"other"}


def test_above_and_below_reach_over_several_steps():
    low = document("low", "丙", implements=("points",))
    high = document("points", "要点", implements=("rule",))
    found = lineage(RULE, high, low)
    assert (found.above("low"), found.below("rule")) == ({"points", "rule"}, {"points", "low"})


@pytest.mark.parametrize(
    ("fields", "tier"),
    [
        ({"level": "国家", "issuer": "财政部"}, Tier.STATE),
        ({"region": "全国"}, Tier.STATE),
        ({"level": "省级", "issuer": "乙省人民政府办公厅"}, Tier.PROVINCE),
        ({"level": "市级", "issuer": "丙市财政局"}, Tier.DEPARTMENT),
        ({"level": "市级"}, Tier.CITY),
        ({}, Tier.UNKNOWN),
    ],
)
def test_the_level_follows_metadata_and_issuer(fields, tier):
    assert tier_of(document("one", "丙", **fields)) is tier


def test_an_unknown_document_has_no_links():
    assert lineage(RULE).implements("nothing") == lineage(RULE).implemented_by("nothing") == ()


def test_links_of_the_digests_name_what_is_not_held():
    read = read_documents([shipped("documents")])
    found = lineage_of(tuple(read), {one.id: one.provisions for one in read}.__getitem__)
    assert ends(found.implemented_by("state-council-2014-work-points")) == [
        "beijing-2014-work-points",
        "shanghai-2014-work-points",
        "city-2014-breakdown-table",
    ]
    assert "《上海市政府信息公开规定》" in ends(found.implements("shanghai-2014-work-points"))
