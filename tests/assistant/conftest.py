"""A library of the shipped digests, built once for all tests of the assistant."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.catalogue import Catalogue
from assistant.chain import Assistant
from assistant.compose.stage import compose
from assistant.draft import Draft
from assistant.opening import ready_generation
from assistant.retrieve.retriever import ProvisionRetriever
from assistant.retrieve.stage import retrieve
from assistant.settings import Settings
from assistant.short_names import short_names
from assistant.source import Source
from assistant.understand.stage import Asked, understand
from index.corpus import Document, Origin, Provision, Status
from index.embed import open_embedder, shipped_model
from index.library import Library


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    settings = Settings(library=tmp_path_factory.mktemp("shipped") / "library", documents=(), model=shipped_model())
    embedder = open_embedder(settings.model)
    folder: Path = ready_generation(settings, embedder, lambda step, done, total: None)
    return Library(folder, embedder)


@pytest.fixture(scope="session")
def catalogue(library: Library) -> Catalogue:
    return Catalogue(library, short_names())


@pytest.fixture(scope="session")
def source(library: Library, catalogue: Catalogue) -> Source:
    return Source(library.document_text, library.provision, library.embed, catalogue.rarity)


@pytest.fixture(scope="session")
def assistant(library: Library) -> Assistant:
    return Assistant(library, longest_question=1000, retrieved=20)


@pytest.fixture(scope="session")
def drafted(library: Library, catalogue: Catalogue, source: Source) -> Callable[..., Draft]:
    """Take a question through the chain up to the draft, before anything is verified."""
    retriever = ProvisionRetriever(library=library)

    def draft(question: str, *history: str) -> Draft:
        asked = understand(Asked(question, history), catalogue)
        return compose(retrieve(asked, retriever, limit=20), catalogue, source)

    return draft


@pytest.fixture(scope="session")
def provision() -> Callable[..., Provision]:
    """Make up a provision; its own words are its text."""

    def make(own_text: str, **fields: Any) -> Provision:
        plain: dict[str, Any] = {
            "document_id": "fictional",
            "address": "第一条",
            "kind": "条",
            "heading": "",
            "headings": (),
            "text": own_text,
            "own_text": own_text,
            "lead_in": "",
            "start": 0,
            "end": len(own_text),
            "parent": None,
        }
        return Provision(**plain | fields)

    return make


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """Make up a document that nothing more is known of."""

    def make(id: str = "fictional", **fields: Any) -> Document:
        plain: dict[str, Any] = dict.fromkeys(
            ("document_number", "issuer", "issued", "effective", "region", "level", "source")
        )
        plain |= {"title": "某市办法", "status": Status.IN_FORCE, "implements": (), "origin": Origin.OFFICIAL}
        return Document(**plain | {"id": id, "text": "", "sha256": ""} | fields)

    return make
