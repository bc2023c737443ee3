import itertools
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from assistant.lineage import TIERS, lineage_of
from assistant.ui.library.drawing import draw
from assistant.ui.library.picture import UNHELD, family, linked, picture, short_title
from index.corpus import Document, Origin, Status

NAMES = {tier.value: tier.value for tier in TIERS} | {UNHELD: "未收录"}


def words(svg):
    return ["".join(element.itertext()) for element in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_a_document_stands_between_what_it_implements_and_what_implements_it(lineage):
    shown = picture(lineage, family(lineage, "local"), chosen="local")
    missing = f"{UNHELD} 《丙事规定》（乙政发〔2001〕3号）"
    assert shown.headings == (UNHELD, "国家", "国家", "省级", "部门")
    assert shown.columns == {missing: 0, "rule": 1, "points": 2, "local": 3, "office": 4}
    assert set(shown.edges) == {("rule", "points"), ("points", "local"), ("local", "office"), (missing, "local")}


def test_boxes_tell_short_title_number_and_year(lineage):
    boxes = picture(lineage, family(lineage, "local"), chosen="local").boxes
    assert (boxes["rule"].title, boxes["rule"].facts) == ("甲事条例", "国务院令第9号 · 2010")
    assert (boxes["points"].title, boxes["points"].facts) == ("甲事工作要点", "国办发〔2014〕12号")
    assert boxes["local"].is_chosen
    assert not boxes["rule"].is_chosen


def test_the_library_is_shown_without_those_that_stand_alone(lineage, documents):
    assert [document.id for document in linked(lineage, documents)] == ["rule", "points", "local", "office"]
    assert linked(lineage, [document for document in documents if document.id in ("rule", "office")]) == []


def test_a_ring_of_documents_can_be_drawn():
    blank = dict.fromkeys(("document_number", "issuer", "issued", "effective", "region", "level", "source"))

    def one(id, *implements):
        return Document(
            id=id,
            title=id,
            text="",
            sha256="",
            status=Status.IN_FORCE,
            origin=Origin.DIGEST,
            implements=implements,
            **blank,
        )

    ring = (one("a", "c"), one("b", "a"), one("c", "b"))
    shown = picture(lineage_of(ring, lambda name: ()), {"a", "b", "c"}, chosen="a")
    assert set(shown.columns.values()) == set(range(len(shown.headings)))
    draw(shown, NAMES)


def test_many_missing_instruments_are_counted(documents):
    many = replace(documents[2], implements=tuple(f"第{number}号文" for number in range(11)))
    shown = picture(lineage_of((many,), lambda name: ()), {"local"}, chosen="local")
    assert (len(shown.boxes), shown.unheld_more) == (9, 3)


def test_the_drawing_is_valid_and_carries_titles_as_text(lineage):
    svg = draw(picture(lineage, family(lineage, "local"), chosen="local"), NAMES)
    said = words(svg)
    assert {"甲事条例", "国务院令第9号 · 2010", "未收录", "部门"} <= set(said)
    assert "乙省<b>甲事</b>办法" in "".join(said)
    assert "<b>" not in svg


def test_the_drawing_knows_dark_and_paper(lineage):
    svg = draw(picture(lineage, family(lineage, "rule")), NAMES)
    assert "prefers-color-scheme: dark" in svg
    assert "@media print" in svg


def test_sixty_documents_stay_apart_and_are_drawn_small_enough_to_send(documents):
    below = tuple(
        replace(documents[2], id=f"p{number}", title=f"第{number}省甲事实施办法", implements=("rule",))
        for number in range(60)
    )
    lineage = lineage_of((documents[0], *below), lambda name: ())
    svg = draw(picture(lineage, family(lineage, "rule"), chosen="rule"), NAMES)
    boxes = [box for box in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}rect") if box.get("rx")]
    tops = sorted(float(box.get("y")) for box in boxes if float(box.get("x")) > 100)
    assert len(tops) == 60
    assert all(two - one >= 62 for one, two in itertools.pairwise(tops))
    assert len(svg) < 60_000


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("中华人民共和国甲事条例", "甲事条例"),
        ("国务院办公厅关于印发2014年甲事工作要点的通知", "2014年甲事工作要点"),
        ("国务院关于加强甲事的意见", "国务院关于加强甲事的意见"),
        ("关于印发《甲事方案》的通知", "甲事方案"),
    ],
)
def test_titles_are_shortened_to_what_tells_them_apart(title, short):
    assert short_title(title) == short
