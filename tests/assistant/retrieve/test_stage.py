from assistant.retrieve.retriever import ProvisionRetriever
from assistant.retrieve.stage import LEAST_OF_SIDE, retrieve
from assistant.understand.stage import Asked, understand


def test_every_side_has_hits_however_much_better_another_one_is(library, catalogue):
    question = understand(Asked("条例和上海要点对第三方意见的答复期限怎么规定"), catalogue)
    hits = retrieve(question, ProvisionRetriever(library=library), limit=8).hits

    assert len(hits) <= 8
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for (document,) in question.sides:
        assert sum(hit.document.id == document for hit in hits) >= LEAST_OF_SIDE
