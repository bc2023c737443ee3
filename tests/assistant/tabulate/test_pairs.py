"""How well correspondences are found: pairs.toml was written from the official texts by a reader."""

import tomllib
from pathlib import Path

import pytest

from assistant.comparison.alignment import align
from assistant.tabulate.units import compared, unit

DOCUMENTS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text("utf-8"))["documents"]


@pytest.fixture(scope="module")
def found(library, catalogue):
    """For each two documents: what corresponds by the reader, and by the program."""
    results = []
    for documents in DOCUMENTS:
        one, other = (
            [unit(provision) for provision in compared(library.document_provisions(documents[side]))]
            for side in ("one", "other")
        )
        links = align(one, other, library.embed, catalogue.rarity)
        wanted = {(left, right) for left, rights in documents["pairs"].items() for right in rights}
        assert {left for left, _ in wanted} <= {each.address for each in one}
        assert {right for _, right in wanted} <= {each.address for each in other}
        got = {(one[link.one].address, other[link.other].address) for link in links}
        results.append((documents["tuned"], wanted, got))
    return results


@pytest.mark.parametrize(("tuned", "pairs", "precision", "recall"), [(True, 76, 0.95, 0.94), (False, 82, 0.95, 0.87)])
def test_correspondences_are_found_as_a_reader_finds_them(tuned, pairs, precision, recall, found, record_property):
    chosen = [(wanted, got) for is_tuned, wanted, got in found if is_tuned is tuned]
    right = sum(len(wanted & got) for wanted, got in chosen)
    said, expected = sum(len(got) for _, got in chosen), sum(len(wanted) for wanted, _ in chosen)
    record_property("rate", f"precision {right / said:.3f}, recall {right / expected:.3f} of {expected}")

    assert expected == pairs
    assert right / said >= precision
    assert right / expected >= recall
