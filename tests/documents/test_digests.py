"""The digests that are shipped: whole, well addressed, and true to what they restate."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import frontmatter
import pytest

from index.corpus import Provision
from index.duties import body_names
from index.fidelity import compare
from index.parse.document import Parsed, parse

ROOT = Path(__file__).parents[2]
OFFICIAL = ROOT.parent / "shared" / "documents" / "official"
DIGESTS = sorted(
    path for path in (ROOT / "documents").glob("*.md") if path.name != "README.md" and path.name[0] not in "_."
)
UNPUNCTUATED = "beijing-2016-implementation-opinion"
OFFICE = re.compile(r"[^各的、，。.或和与]{1,16}(?:局|委|厅|办|处|室|院|领导小组)")
"""A body with a name of its own; groups such as 各单位 are named freely in a restatement."""


@pytest.fixture(params=DIGESTS, ids=lambda path: path.stem)
def digest(request) -> Path:
    return request.param


def read(path: Path) -> Parsed:
    return parse(path.stem, frontmatter.loads(path.read_text("utf-8")).content, markdown=True)


def offices(text: str) -> Iterator[str]:
    return (name for name in body_names(text) if OFFICE.fullmatch(name))


def parts(provisions: tuple[Provision, ...]) -> list[Provision]:
    """Parts with all their words: headings that lost their numbers are a guess in the original."""
    return [replace(p, own_text=p.text) for p in provisions if p.parent is None]


def test_all_six_instruments_are_shipped():
    assert len(DIGESTS) == 6


def test_a_digest_is_parsed_without_loss_or_warning(digest):
    assert read(digest).warnings == ()


def test_a_digest_says_that_it_is_one(digest):
    assert frontmatter.load(str(digest))["origin"] == "digest"


def test_a_digest_has_each_address_once(digest):
    addresses = [p.address for p in read(digest).provisions]

    assert len(set(addresses)) == len(addresses)


def test_no_provision_of_a_digest_is_empty(digest):
    provisions = read(digest).provisions

    parents = {p.parent for p in provisions}
    assert [p.address for p in provisions if not p.own_text and p.address not in parents] == []


@pytest.mark.shared
def test_a_digest_says_what_its_original_says(digest):
    if not OFFICIAL.is_dir():
        pytest.skip(f"no texts at {OFFICIAL}")
    source = (OFFICIAL / f"{digest.stem}.txt").read_text("utf-8")
    restated, original = read(digest).provisions, parse(digest.stem, source, markdown=False).provisions

    if digest.stem == UNPUNCTUATED:
        # Its names of bodies run into each other where commas are lost.
        found = compare(parts(restated), parts(original))
    else:
        found = compare(restated, original, bodies=offices)

    assert [str(difference) for difference in found] == []


@pytest.mark.shared
def test_a_slip_in_a_digest_would_be_found():
    if not OFFICIAL.is_dir():
        pytest.skip(f"no texts at {OFFICIAL}")
    stem = "beijing-2014-work-points"
    source = (OFFICIAL / f"{stem}.txt").read_text("utf-8")
    slipped = source.replace("市环保局牵头", "市水务局牵头").replace("应当明确", "可以明确").replace("2014年", "2015年")

    found = compare(
        parse(stem, slipped, markdown=False).provisions,
        parse(stem, source, markdown=False).provisions,
        bodies=offices,
    )

    assert {difference.kind for difference in found} == {"body", "modality", "number"}
