"""Where in the texts a find stands, so that chunks and provisions can be measured alike."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from evals.score import satisfies
from index.corpus import Document, Provision
from index.passages import is_searched

LEAST_SHARE = 0.5


class Span(NamedTuple):
    """A stretch of a document's source text."""

    document_id: str
    start: int
    end: int


def holds(found: Span, wanted: Span) -> bool:
    """Whether a find has at least half of the words that are wanted."""
    common = min(found.end, wanted.end) - max(found.start, wanted.start)
    return found.document_id == wanted.document_id and common >= LEAST_SHARE * (wanted.end - wanted.start)


def first_characters(ranking: Sequence[Span], characters: int) -> list[Span]:
    """Return the finds that somebody reads who reads no more than so many characters; the last may end later."""
    read = accumulate((span.end - span.start for span in ranking), initial=0)
    return [span for span, before in zip(ranking, read, strict=False) if before < characters]


def own_span(provision: Provision) -> Span:
    """Return where the words stand that a provision is searched by; its children only where it opens their list."""
    end = provision.end if provision.opens_list else provision.start + len(provision.own_text)
    return Span(provision.document_id, provision.start, end)


def spans_by_id(documents: Sequence[Document]) -> dict[str, Span]:
    """Return the span of every provision that is searched, by its id."""
    return {
        provision.id: own_span(provision)
        for document in documents
        for provision in document.provisions
        if is_searched(provision)
    }


def spans_that_satisfy(expected: str, spans: Mapping[str, Span]) -> Iterator[Span]:
    """Yield the spans of an expected provision (document#address) and of what lies below it."""
    return (span for name, span in spans.items() if satisfies(name, expected))
