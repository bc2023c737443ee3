"""A made-up library: a rule, points under it, a local text with a department below, and one text by itself."""

from datetime import date

import pytest

from assistant.lineage import lineage_of
from assistant.survey import surveys_of
from assistant.ui.texts import TEXTS
from index.corpus import Document, Duty, Origin, Provision, Role, Status


def make(id, title, **fields):
    facts = dict.fromkeys(("document_number", "issuer", "issued", "effective", "region", "level", "source"))
    facts |= {"status": Status.IN_FORCE, "implements": (), "origin": Origin.OFFICIAL}
    return Document(id=id, title=title, text="", sha256="", **facts | fields)


def part(document_id, address, text, *, parent=None, kind="条", start=0, **fields):
    facts = {"heading": "", "headings": (), "own_text": text, "lead_in": ""}
    return Provision(
        document_id=document_id,
        address=address,
        kind=kind,
        text=text,
        start=start,
        end=start + len(text),
        parent=parent,
        **facts | fields,
    )


DUTY = Duty(actor="甲市财政局", role=Role.LEAD, act="公开", deadline="年底前", start=0, end=2)
DOCUMENTS = (
    make(
        "rule",
        "中华人民共和国甲事条例",
        document_number="国务院令第9号",
        issuer="国务院",
        issued=date(2010, 1, 2),
        region="全国",
        level="国家",
    ),
    make(
        "points",
        "国务院办公厅关于印发甲事工作要点的通知",
        document_number="国办发〔2014〕12号",
        issued=date(2014, 3, 1),
        region="全国",
        level="国家",
        implements=("rule",),
    ),
    make(
        "local",
        "乙省<b>甲事</b>办法",
        issued=date(2015, 5, 5),
        issuer="乙省人民政府",
        region="乙省",
        level="省级",
        status=Status.UNVERIFIED,
        implements=("points", "rule", "《丙事规定》（乙政发〔2001〕3号）"),
    ),
    make(
        "office",
        "=乙省财政厅甲事方案",
        issuer="乙省财政厅",
        region="乙省",
        level="省级",
        implements=("local",),
        origin=Origin.DIGEST,
    ),
    make("alone", "丁事意见"),
)
PROVISIONS = {
    "local": (
        part("local", "第一章", "第一章 总则", kind="章", heading="总则", own_text="第一章 总则"),
        part("local", "第一条", "第一条 根据《甲事条例》，制定本办法。", parent="第一章", duties=(DUTY,)),
        part("local", "第三条", "第三条 公开<script>甲</script>事。", parent="第一章", warnings=("编号不连续",)),
    ),
}


def provisions(document_id):
    return PROVISIONS.get(document_id, ())


@pytest.fixture
def documents():
    return DOCUMENTS


@pytest.fixture
def lineage():
    return lineage_of(DOCUMENTS, provisions)


@pytest.fixture
def surveys():
    return surveys_of(DOCUMENTS, provisions)


@pytest.fixture
def parts():
    return provisions


@pytest.fixture(params=["zh", "en"])
def both(request):
    return TEXTS[request.param]


@pytest.fixture
def zh():
    return TEXTS["zh"]
