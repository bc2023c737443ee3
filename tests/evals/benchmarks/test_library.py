from dataclasses import replace

import pytest

from evals.benchmarks.collection import read_collection
from evals.benchmarks.library import temporary_library
from index.errors import LibraryError


def test_library_is_searched_by_the_products_code_and_gone_afterwards(articles, dog_model, capsys):
    with temporary_library(read_collection(articles).documents, dog_model) as library:
        place = library.folder
        assert library.manifest.passages == 4
        assert library.search_lexical("牵引绳", limit=1, documents=None)[0].provision_id == "甲市养犬条例#第二条"
        vector = library.embed(["停车场应当公示收费标准。"])
        assert library.search_dense(vector, limit=1, documents=None)[0][0].provision_id == "乙市停车条例#第一条"

    assert not place.exists()
    with pytest.raises(LibraryError):
        library.provision("甲市养犬条例", "第一条")
    printed = capsys.readouterr()
    assert not printed.out
    assert "自检" in printed.err


def test_library_is_gone_after_a_failure_too(articles, dog_model):
    documents = [replace(document, provisions=()) for document in read_collection(articles).documents]

    with pytest.raises(LibraryError), temporary_library(documents, dog_model):
        pass
