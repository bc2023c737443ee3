from dataclasses import replace

import pytest

from index.passages import passages
from index.read.folder import load_documents


@pytest.fixture
def documents(texts):
    return {document.id: document for document in load_documents([texts])}


def addresses(document):
    return [passage.provision_id.partition("#")[2] for passage in passages(document)]


def test_each_provision_with_words_of_its_own_is_one_passage_in_reading_order(documents):
    assert addresses(documents["fictional-measures"]) == [
        "第一条",
        "第二条第一款",
        "第二条第二款",
        "第三条",
        "第三条第一项",
        "第三条第二项",
        "第三条第三项",
        "第四条",
    ]


def test_title_and_signature_are_not_searched(documents):
    assert "题注" not in addresses(documents["fictional-2014-work-points"])
    assert "引言" in addresses(documents["fictional-2014-work-points"])


def test_the_frame_of_an_annex_is_not_searched_either(documents):
    document = documents["fictional-2014-work-points"]
    caption = replace(document.provisions[0], address="附件1·题注")

    assert passages(replace(document, provisions=(caption,))) == []


def test_context_lends_title_number_and_headings(documents):
    item = next(p for p in passages(documents["fictional-2014-work-points"]) if p.provision_id.endswith("二、(三)"))

    assert "某市2014年政府信息公开工作要点" in item.context
    assert "某政办发〔2014〕28号" in item.context
    assert "二、推进财政信息公开" in item.context


def test_an_item_is_embedded_with_its_lead_in(documents):
    item = next(p for p in passages(documents["fictional-measures"]) if p.provision_id.endswith("第三条第二项"))

    assert item.words.startswith("第三条 行政机关应当主动公开下列信息：")
    assert "应急预案" in item.embedding_text


def test_the_hash_changes_with_what_is_embedded_and_with_nothing_else(documents):
    document = documents["fictional-measures"]
    before = [passage.sha256 for passage in passages(document)]

    assert [passage.sha256 for passage in passages(replace(document, region="某市", source="x"))] == before
    assert [passage.sha256 for passage in passages(replace(document, title="另一办法"))] != before


def test_a_missing_number_leaves_no_trace(documents):
    document = replace(documents["fictional-measures"], document_number=None)

    assert "None" not in passages(document)[0].context
