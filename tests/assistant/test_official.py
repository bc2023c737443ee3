"""The same program over the issuers' own words, alone and together with the digests."""

from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.opening import open_assistant
from assistant.settings import Settings, shipped
from evals.answers import generate
from evals.baseline import read_baseline, shipped_baseline
from evals.cases import read_cases, shipped_cases
from evals.gate import TIME, judge, read_bars, shipped_bars
from evals.origin import Texts, texts_of
from evals.provisions import fingerprints, held_words
from evals.scoring import score_all
from index.build import read_documents
from index.corpus import Origin
from index.embed import shipped_model

OFFICIAL = Path(__file__).parents[3] / "shared" / "documents" / "official"
EXAMPLE = "分解细化方案里‘三公’经费公开由谁负责，什么时候完成？"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not OFFICIAL.is_dir(), reason=f"no official texts at {OFFICIAL}"),
]


def opened(place: Path, *folders: Path) -> Assistant:
    settings = Settings(library=place / "library", documents=folders, model=shipped_model())
    return open_assistant(settings, lambda step, done, total: None)


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return opened(tmp_path_factory.mktemp("official"), OFFICIAL)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return opened(tmp_path_factory.mktemp("both"), shipped("documents"), OFFICIAL)


def places(answer):
    return [(citation.document_id, citation.address, citation.carried_from) for citation in answer.citations]


def test_the_example_of_the_readme_is_answered_from_the_official_words(official):
    answer = official.ask(EXAMPLE)

    assert "市财政局牵头（承上栏）；完成时限：年内（承上栏）" in answer.text
    assert {citation.origin for citation in answer.citations} == {"official"}


def test_official_words_and_digests_have_the_same_places(official, assistant):
    for question in (EXAMPLE, "条例第四条", "北京要点第十三条", "国办要点第六部分"):
        assert places(official.ask(question)) == places(assistant.ask(question))


def test_where_both_are_given_the_official_words_answer(both):
    assert {document.origin for document in both.documents()} == {Origin.OFFICIAL}
    assert len(both.documents()) == 6
    assert {citation.origin for citation in both.ask(EXAMPLE).citations} == {"official"}


def test_which_folder_comes_first_makes_no_difference():
    turned = read_documents([OFFICIAL, shipped("documents")])

    assert len(turned) == 6
    assert {document.origin for document in turned} == {Origin.OFFICIAL}


def test_what_lost_its_punctuation_says_so(official):
    warnings = {
        warning
        for citation in official.ask("北京2016年意见对政策解读有什么要求").citations
        for warning in citation.warnings
    }

    assert warnings == {"标点缺失"}


def test_no_claim_over_official_words_is_withheld(official):
    from evals.cases import read_cases

    cases = read_cases([Path(__file__).parents[2] / "evals" / "cases" / "open.jsonl"])
    withheld = [case.id for case in cases if "未通过核对" in "".join(official.ask(case.question, case.history).notices)]

    assert withheld == []


@pytest.mark.slow
def test_the_open_cases_reach_their_bars_on_the_official_words_and_none_is_broken(official):
    cases = read_cases(shipped_cases())
    scored = score_all(cases, generate(cases, official), fingerprints(held_words(cases, official)))
    files = {file.stem: [case.id for case in read_cases([file])] for file in shipped_cases()}
    bars = {
        name: {figure: bar for figure, bar in of_file.items() if figure != TIME}
        for name, of_file in read_bars(shipped_bars()).items()
        if name in files
    }

    assert texts_of(cases, official) is Texts.OFFICIAL
    assert judge(scored, bars, files, read_baseline(shipped_baseline(Texts.OFFICIAL))).faults == ()
