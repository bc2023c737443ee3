import pytest

from assistant.catalogue import Catalogue
from assistant.retrieve.retriever import ProvisionRetriever
from assistant.retrieve.stage import retrieve
from assistant.understand.stage import Asked, understand
from index.build import read_documents
from index.embed import open_embedder, shipped_model
from index.generation import write_generation
from index.library import Library

REPLY = """---
id: boat-race-reply
title: 关于同意青岛市承办帆船赛的复函
issuer: 某部
region: 全国
issued: 2004-03-01
level: 国家
origin: official
---

一、同意青岛市承办2008年国际帆船赛。

二、帆船赛的全部经费由承办城市承担，不足部分由赞助解决。
"""


@pytest.fixture(scope="module")
def hits(tmp_path_factory):
    folder = tmp_path_factory.mktemp("boats")
    (folder / "documents").mkdir()
    (folder / "documents" / "reply.md").write_text(REPLY, "utf-8")
    (folder / "generation").mkdir()
    embedder = open_embedder(shipped_model())
    documents = read_documents([folder / "documents"])
    write_generation(folder / "generation", documents, embedder, progress=lambda *step: None)
    library = Library(folder / "generation", embedder)

    def found(question):
        asked = understand(Asked(question), Catalogue(library, {}))
        return retrieve(asked, ProvisionRetriever(library=library), limit=20)

    return found


@pytest.mark.parametrize(
    "question", ["青岛帆船赛的经费谁承担？", "2008年青岛帆船赛的经费谁承担？", "2004年同意青岛办帆船赛，经费谁承担？"]
)
def test_a_place_and_a_year_that_a_document_speaks_of_are_what_the_question_is_about(question, hits):
    found = hits(question)

    assert found.question.scope.missing == ()
    assert found.hits[0].provision.address == "二、"


@pytest.mark.parametrize("question", ["大连帆船赛的经费谁承担？", "2013年青岛帆船赛的经费谁承担？"])
def test_a_place_or_a_year_that_no_document_speaks_of_stays_missing(question, hits):
    assert hits(question).question.scope.missing
