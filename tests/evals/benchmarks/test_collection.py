from evals.benchmarks.collection import read_collection


def test_articles_of_a_title_become_one_document_wherever_they_stand(articles):
    documents, article_ids = read_collection(articles)

    assert {document.id: [p.address for p in document.provisions] for document in documents} == {
        "甲市养犬条例": ["第一条", "第二条"],
        "乙市停车条例": ["第一条", "第二条"],
    }
    assert article_ids["乙市停车条例#第二条"] == "乙市停车条例第二条"
    assert set(article_ids) == {provision.id for document in documents for provision in document.provisions}


def test_articles_that_are_not_asked_for_are_left_out(articles):
    documents, article_ids = read_collection(articles, only={"甲市养犬条例第二条"})

    assert [(document.id, document.text) for document in documents] == [("甲市养犬条例", "遛犬应当使用牵引绳。")]
    assert article_ids == {"甲市养犬条例#第二条": "甲市养犬条例第二条"}
