from pathlib import Path

import pytest

from assistant.catalogue import Catalogue
from assistant.understand.stage import Asked
from evals.benchmarks.collection import read_collection
from evals.benchmarks.scope import (
    Half,
    Place,
    places_of,
    ranking,
    scope,
    searched,
    shipped_halves,
)
from evals.cases import read_cases, shipped_cases
from index.build import read_documents
from index.embed import shipped_model

MEASURES = "fictional-measures"
OFFICIAL = Path(__file__).parents[4] / "shared" / "documents" / "official"


def test_only_cases_whose_answer_is_a_provision_are_searched_for(case):
    wanted = case(id="1", must_cite=[["a#一、"]], outcome=["partial", "clarify"])
    others = [
        case(id="2"),
        case(id="3", must_cite=[["a#一、"]], outcome=["clarify", "answered"]),
        case(id="4", must_cite=[["a#一、"]], kind="structure"),
        case(id="5", must_cite=[["a#一、"]], kind="catalogue"),
    ]

    assert searched([*others, wanted]) == [wanted]


def test_provision_named_by_its_number_goes_before_what_search_finds(library):
    asked = Asked("某省政府信息公开办法第四条对虚假信息、行政处罚的依据有什么规定？")

    assert ranking(asked, library, Catalogue(library, {}))[0] == f"{MEASURES}#第四条"


def test_conversation_is_read_with_the_question(library):
    first = "某省政府信息公开办法第三条说了什么？"
    catalogue = Catalogue(library, {})

    assert ranking(Asked("第四条呢？", (first,)), library, catalogue)[0] == f"{MEASURES}#第四条"


def test_crowd_holds_the_documents_and_the_laws(texts, crowd):
    alone, crowded = places_of([texts], crowd)

    assert [document.id for document in alone.documents] == ["fictional-2014-work-points", MEASURES]
    assert [document.id for document in crowded.documents] == ["fictional-2014-work-points", MEASURES, "甲", "乙"]
    assert places_of([texts], None) == [alone]


def test_report_gives_all_cases_and_each_kind_and_says_whether_bars_are_met(texts, model, case):
    right = case(id="1", kind="whether", question="发现虚假信息要澄清吗", must_cite=[[f"{MEASURES}#第二条"]])
    wrong = case(id="2", question="发现虚假信息要澄清吗", must_cite=[["nowhere#一、"]])
    place = Place("alone", read_documents([texts]), 0.97)

    lines = scope([place], [Half("open", [right]), Half("kept", [right, wrong])], model).splitlines()

    assert "| alone | open | all | 1 | 1.000 | 1.000 |" in "\n".join(lines)
    assert "Success@1 ≥ 0.85: met, Success@5 ≥ 0.97: met" in next(line for line in lines if "| open | all" in line)
    assert "Success@1 ≥ 0.85: missed, Success@5 ≥ 0.97: missed" in next(
        line for line in lines if "| kept | all" in line
    )
    assert [line.split(" | ")[1:4] for line in lines[-3:]] == [
        ["open", "whether", "1"],
        ["kept", "fact", "1"],
        ["kept", "whether", "1"],
    ]


def test_case_is_asked_in_its_conversation(texts, articles, model, case):
    documents = [*read_documents([texts]), *read_collection(articles).documents]
    history = ["某省政府信息公开办法第三条说了什么？"]
    asked = case(question="第一条呢？", history=history, must_cite=[[f"{MEASURES}#第一条"]])

    report = scope([Place("alone", documents, 0.97)], [Half("open", [asked])], model)

    assert "| alone | open | all | 1 | 1.000 | 1.000 |" in report


def test_shipped_cases_fall_into_an_open_and_a_kept_half():
    opened, kept = shipped_halves()

    assert {case.id for case in opened.cases} <= {case.id for case in read_cases(shipped_cases())}
    assert len(opened.cases) > 100 < len(kept.cases)
    assert not {case.id for case in opened.cases} & {case.id for case in kept.cases}


@pytest.mark.shared
@pytest.mark.skipif(not OFFICIAL.is_dir(), reason=f"no official texts at {OFFICIAL}")
def test_bars_are_met_on_the_official_texts():
    report = scope(places_of([OFFICIAL], None), shipped_halves(), shipped_model())

    assert "missed" not in report
