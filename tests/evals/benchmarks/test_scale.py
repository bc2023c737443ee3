from dataclasses import replace

import pytest

from evals.benchmarks.crowd import crowd_documents, leaf_document
from evals.benchmarks.reading import read_library
from evals.benchmarks.scale import ADDED_PROVISIONS, NARROW, Crowd, crowds, first_articles, one_more, scale
from index.embed import open_embedder, shipped_model
from index.generation import write_generation

ARTICLES = 39


@pytest.fixture(scope="module")
def laws(tmp_path_factory):
    """Two laws whose articles have two paragraphs each, and the regulation that is one of the six."""
    import gzip
    import json

    rows = [
        {
            "id": f"L{law}#{n}",
            "title": title,
            "article": f"第{numeral}条",
            "text": f"{title}的第{numeral}类事项应当登记。\n登记机关应当在{n}日内公布第{numeral}类事项。",
            "region": "全国" if law else "上海",
            "date": "2020-05-14",
            "heading": ["第一章 总则"],
        }
        for law, title in enumerate(["停车条例", "养犬条例", "中华人民共和国政府信息公开条例"])
        for n, numeral in enumerate(numerals(), 1)
    ]
    path = tmp_path_factory.mktemp("laws") / "laws.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    return list(crowd_documents(path))


def numerals():
    digits = "一二三四五六七八九"
    tens = ["", *(f"{ten if ten != '一' else ''}十" for ten in digits[:3])]
    return [f"{ten}{one}" for ten in tens for one in ("", *digits) if ten or one][:ARTICLES]


def test_the_regulation_that_is_held_already_is_left_out_of_the_crowd(laws):
    assert [law.title for law in laws] == ["停车条例", "养犬条例"]


def test_leaves_are_the_paragraphs_of_the_articles_with_nothing_lost(laws):
    cut = leaf_document(laws[0])

    assert [p.address for p in cut.provisions if p.kind == "款"][:2] == ["第一条第一款", "第一条第二款"]
    assert "第一条第二款" in {p.address for p in cut.provisions if "在1日内" in p.own_text}
    printed = "".join(f"{article.address}{article.own_text}" for article in laws[0].provisions)
    assert "".join("".join(p.own_text for p in cut.provisions).split()) == "".join(printed.split())


def test_a_size_takes_whole_documents(laws):
    assert [law.id for law in first_articles(laws, ARTICLES * 2 - 1)] == ["L0"]
    assert len(first_articles(laws, ARTICLES * 2)) == 2


def test_the_document_that_is_added_is_new_and_of_the_size_that_is_told(laws):
    new = one_more(laws)

    assert len(new.provisions) == ADDED_PROVISIONS
    assert {provision.document_id for provision in new.provisions} == {new.id}
    assert new.id not in {law.id for law in laws}


def test_leaves_come_last_and_beside_the_same_documents(laws):
    small, leaves = crowds(laws[:1], laws[1:], [100], leaves=True)

    assert [document.id for document in small.documents] == [document.id for document in leaves.documents]
    assert len(leaves.documents[1].provisions) > len(small.documents[1].provisions)


@pytest.mark.slow
def test_reading_measures_every_scope_and_finds_what_exact_search_finds(laws, tmp_path):
    own = replace(laws[0], id=NARROW, provisions=tuple(replace(p, document_id=NARROW) for p in laws[0].provisions))
    (tmp_path / "whole").mkdir()
    model = open_embedder(shipped_model())
    write_generation(tmp_path / "whole", [own, laws[1]], model, progress=lambda *step: None)

    reading = read_library(tmp_path / "whole", shipped_model(), ["停车要登记吗", "养犬找谁"], NARROW)

    assert reading.passages == 2 * len(laws[0].provisions)
    assert reading.recall == 1
    assert {name: len(each) for name, each in reading.latencies.items()} == {
        "whole library": 2,
        "one document": 2,
        "nationwide": 2,
    }


@pytest.mark.slow
def test_the_report_has_a_row_for_each_crowd(laws):
    own = replace(laws[0], id=NARROW, provisions=tuple(replace(p, document_id=NARROW) for p in laws[0].provisions))

    told = scale(iter([Crowd("articles", [own, laws[1]], 0.0)]), ["停车要登记吗"] * 20, shipped_model())

    (row,) = [line for line in told.splitlines() if line.startswith("| articles")]
    assert row.split(" | ")[1:3] == [str(2 * len(laws[0].provisions))] * 2
