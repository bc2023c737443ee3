"""Thirty documents of many shapes against outlines written down by reading them."""

import tomllib
from pathlib import Path

import pytest

from index.parse.document import parse

pytestmark = pytest.mark.shared

OUTLINES = tomllib.loads(Path(__file__).with_name("statecouncil_outlines.toml").read_text("utf-8"))


@pytest.fixture(params=OUTLINES)
def case(request, shared_documents):
    """The ground truth of a document, its source, and its provisions by address."""
    source = (shared_documents / "statecouncil" / f"{request.param}.txt").read_text("utf-8")
    provisions = {p.address: p for p in parse(request.param, source, markdown=False).provisions}
    return OUTLINES[request.param], source, provisions


def test_addresses_are_those_read_by_hand(case):
    truth, _, provisions = case
    other_names = {name: address for address, names in truth.get("same_as", {}).items() for name in names}

    found = [other_names.get(address, address) for address in provisions]

    expected = truth["addresses"]
    # The outline of the rules with chapters names them apart: their lines hold no provision.
    allowed = {*expected, *truth["views"], *truth.get("optional", []), *truth.get("chapters", {})}
    assert [address for address in found if address in expected] == expected
    assert set(truth["views"]) <= set(found)
    assert set(found) <= allowed


def test_views_own_at_most_their_heading_line(case):
    truth, _, provisions = case

    for address in truth["views"]:
        assert "\n" not in provisions[address].own_text.strip(), address


def test_headings_are_those_read_by_hand(case):
    truth, _, provisions = case

    for address, heading in {**truth["headings"], **truth.get("chapters", {})}.items():
        assert provisions[address].heading[:20] == heading[:20], address


def test_leaves_stand_on_the_lines_read_by_hand(case):
    truth, source, provisions = case

    for address, (first, last) in truth["lines"].items():
        provision = provisions[address]
        ends = source.count("\n", 0, provision.start + len(provision.own_text)) + 1
        assert source.count("\n", 0, provision.start) + 1 == first, address
        # The title of an enclosed instrument, and a table of contents, follow the covering notice.
        assert ends == last or (address == "通知" and ends > last), address


def test_counts_are_those_read_by_hand(case):
    truth, _, provisions = case
    counts = truth["counts"]

    def number(kind, *, annex=""):
        chosen = [a for a in provisions if (a.startswith(f"附件{annex}·") if annex else "附件" not in a)]
        return sum(provisions[address].kind == kind for address in chosen)

    paragraphs = [a for a in provisions if provisions[a].kind == "款"]
    items = [a for a in provisions if provisions[a].kind == "项"]
    computed = {
        "parts": number("部分"),
        "items": number("项"),
        "points": number("点"),
        "shi": number("是"),
        "articles": number("条"),
        "kuan": len(paragraphs),
        "xiang": len(items),
        "mu": sum(address.endswith("目") for address in provisions),
        "chapters": number("章") or sum(p.kind == "十进" and p.address.isdigit() for p in provisions.values()),
        "sections": sum(p.kind == "十进" and p.address.count(".") == 1 for p in provisions.values()),
        "subsections": sum(p.kind == "十进" and p.address.count(".") == 2 for p in provisions.values()),
        "bracket_items": number("目"),
        "annexes": len({a.partition("·")[0] for a in provisions if a.startswith("附件")}),
        "annex_parts": sum(a.startswith("附件·") and provisions[a].kind == "部分" for a in provisions),
        "annex_1_parts": number("部分", annex="1"),
        "annex_2_parts": number("部分", annex="2"),
        "articles_of_several_paragraphs": len({provisions[a].parent for a in paragraphs}),
    }
    assert {name: computed[name] for name in counts if name in computed} == {
        name: counts[name] for name in counts if name in computed
    }


def test_outlines_without_a_slip_have_no_warning(case):
    _, _, provisions = case

    assert {a: p.warnings for a, p in provisions.items() if p.warnings} == {}
