"""Made-up cases and answers, as small as they may be."""

from collections.abc import Callable
from typing import Any

import pytest

from assistant.answer import Answer, Citation, Outcome
from evals.cases import Case
from index.corpus import Document, Origin, Provision, Status


def make_citation(place: str, quote: str = "应当公开", text: str = "应当公开。") -> Citation:
    document_id, _, address = place.partition("#")
    unknown: dict[str, Any] = dict.fromkeys(("document_number", "issued", "issuer", "region"))
    return Citation(
        marker=1,
        document_id=document_id,
        document_title="某市办法",
        address=address,
        heading="",
        quote=quote,
        text=text,
        origin="digest",
        status_in_force="现行",
        **unknown,
    )


@pytest.fixture
def case() -> Callable[..., Case]:
    def make(**fields: Any) -> Case:
        return Case.model_validate({"id": "fact-1", "kind": "fact", "question": "？", "author": "test"} | fields)

    return make


@pytest.fixture
def answer() -> Callable[..., Answer]:
    def make(text: str, *cites: str, status: Outcome = Outcome.ANSWERED, **fields: Any) -> Answer:
        citations = tuple(make_citation(place) for place in cites)
        return Answer(**{"question": "？", "status": status, "text": text, "citations": citations} | fields)

    return make


@pytest.fixture
def citation() -> Callable[..., Citation]:
    return make_citation


@pytest.fixture
def provision() -> Callable[..., Provision]:
    def make(place: str, text: str) -> Provision:
        document_id, _, address = place.partition("#")
        plain: dict[str, Any] = {"kind": "条", "heading": "", "headings": (), "lead_in": "", "parent": None}
        words = {"text": text, "own_text": text, "start": 0, "end": len(text)}
        return Provision(document_id=document_id, address=address, **words, **plain)

    return make


@pytest.fixture
def document() -> Callable[..., Document]:
    def make(id: str, **fields: Any) -> Document:
        unknown = ("document_number", "issuer", "issued", "effective", "region", "level", "source")
        plain: dict[str, Any] = dict.fromkeys(unknown) | {"status": Status.IN_FORCE, "implements": ()}
        plain |= {"title": "某市办法", "origin": Origin.DIGEST, "text": "", "sha256": ""}
        return Document(**plain | {"id": id} | fields)

    return make
