"""The shipped digests as the library of the page."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.duties import read_duties
from index.read.folder import load_documents


class Digests:
    def __init__(self, documents):
        self._documents = documents
        self._provisions = {
            one.id: [replace(provision, duties=read_duties(provision)) for provision in one.provisions]
            for one in documents
        }

    def documents(self):
        return self._documents

    def document_provisions(self, document_id):
        return self._provisions.get(document_id, [])


@pytest.fixture(scope="session")
def sources():
    return Digests(load_documents([Path(__file__).parents[4] / "documents"]))
