import pytest

from evals.benchmarks.spans import Span, first_characters, holds, spans_by_id, spans_that_satisfy
from index.build import read_documents

MEASURES, WORK_POINTS = "fictional-measures", "fictional-2014-work-points"


@pytest.fixture
def documents(texts):
    return {document.id: document for document in read_documents([texts])}


def words(span, documents):
    return documents[span.document_id].text[span.start : span.end]


@pytest.mark.parametrize(
    ("start", "end", "counts"),
    [(0, 10, True), (0, 5, True), (5, 50, True), (-20, 100, True), (0, 4, False), (6, 50, False), (10, 20, False)],
)
def test_find_counts_from_half_of_the_words_on(start, end, counts):
    assert holds(Span("a", 100 + start, 100 + end), Span("a", 100, 110)) is counts


def test_same_place_in_another_document_does_not_count():
    assert not holds(Span("b", 0, 10), Span("a", 0, 10))


def test_span_of_a_provision_is_its_own_words(documents):
    spans = spans_by_id(list(documents.values()))

    assert words(spans[f"{MEASURES}#第二条第二款"], documents).strip() == "行政机关发现虚假信息的，应当予以澄清。"
    assert "征收土地" not in words(spans[f"{WORK_POINTS}#一、"], documents)


def test_span_of_a_list_goes_to_its_end_and_those_of_its_items_stay_their_own(documents):
    spans = spans_by_id(list(documents.values()))

    assert words(spans[f"{MEASURES}#第三条"], documents).strip().endswith("扶贫、教育、医疗的政策措施。")
    assert words(spans[f"{MEASURES}#第三条第二项"], documents).strip() == "（二）突发公共事件的应急预案；"


def test_what_lies_below_an_expected_provision_is_expected_too(documents):
    spans = spans_by_id(list(documents.values()))

    found = {words(span, documents).strip() for span in spans_that_satisfy(f"{MEASURES}#第二条", spans)}

    assert found == {"第二条 行政机关应当及时、准确地公开政府信息。", "行政机关发现虚假信息的，应当予以澄清。"}


def test_reading_ends_with_the_find_that_fills_the_measure():
    ranking = [Span("a", 0, 600), Span("a", 700, 1000), Span("a", 2000, 2500), Span("a", 3000, 3001)]

    assert first_characters(ranking, 1000) == ranking[:3]
    assert first_characters(ranking, 900) == ranking[:2]
    assert first_characters(ranking, 10_000) == ranking
