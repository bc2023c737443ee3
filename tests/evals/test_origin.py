import pytest

from evals.baseline import own_baseline, shipped_baseline
from evals.origin import Texts, texts_of
from index.corpus import Origin
from index.errors import UsageError


class Held:
    def __init__(self, *documents):
        self.held = documents

    def documents(self):
        return self.held

    def document_provisions(self, document_id):
        return ()


@pytest.fixture
def held(document):
    return Held(document("a"), document("b", origin=Origin.OFFICIAL), document("c", origin=Origin.OFFICIAL))


def test_the_texts_of_a_run_are_those_that_its_cases_expect(case, held):
    expects = [case(must_cite=[[f"{id}#第一条"]]) for id in "abc"]

    assert texts_of(expects[:1], held) is Texts.DIGEST
    assert texts_of(expects[1:], held) is Texts.OFFICIAL
    assert texts_of(expects, held) is Texts.MIXED


def test_cases_that_expect_nothing_are_asked_of_all_that_is_held(case, document, held):
    assert texts_of([case()], held) is Texts.MIXED
    assert texts_of([case()], Held(document("b", origin=Origin.OFFICIAL))) is Texts.OFFICIAL


def test_each_kind_of_texts_has_its_own_baseline_and_what_is_unknown_is_held_against_that_of_digests():
    files = {texts: shipped_baseline(texts).name for texts in (*Texts, None)}

    assert files == {
        Texts.DIGEST: "baseline.jsonl",
        Texts.OFFICIAL: "baseline-official.jsonl",
        Texts.MIXED: "baseline.jsonl",
        None: "baseline.jsonl",
    }


def test_only_a_run_of_one_kind_of_texts_becomes_a_baseline():
    assert own_baseline(Texts.OFFICIAL) == shipped_baseline(Texts.OFFICIAL)
    for texts in (Texts.MIXED, None):
        with pytest.raises(UsageError, match="--file"):
            own_baseline(texts)
