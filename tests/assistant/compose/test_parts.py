from dataclasses import replace
from functools import partial

import pytest

from assistant.compose.parts import answer_parts, nearest_to_parts
from assistant.compose.quantity import figure_asked
from assistant.compose.topic import answer_topic
from assistant.draft import Hit, Retrieval
from assistant.evidence import Signs
from assistant.retrieve.retriever import ProvisionRetriever
from assistant.retrieve.stage import retrieve
from assistant.understand.stage import Asked, understand

SIGNS = Signs(coverage=0.5, rare=0.5, similarity=0.5, lacking=0.0, unlike=0.0, length=2.0)
WORDS = {
    "第七条": "货主应当在5日内补正清单。",
    "第八条": "仓储处应当在20日内答复货主。",
    "第九条": "仓储处应当及时答复货主。",
}


def test_two_things_that_stand_in_two_provisions_are_both_answered(drafted):
    claims = drafted("补正通知和答复各几天？").claims
    addresses = [support.provision.address for claim in claims for support in claim.supports]

    assert "第三十条" in addresses
    assert "第三十三条第二款" in addresses


def test_two_things_that_stand_in_one_provision_are_left_to_one_answer(library, catalogue, source):
    question = understand(Asked("补正通知和答复各几天？"), catalogue)
    retrieval = retrieve(question, ProvisionRetriever(library=library), limit=20)
    first, second = retrieval.parts

    answer = partial(answer_topic, source=source)
    assert answer_parts(replace(retrieval, parts=(first, second)), answer, source) is not None
    assert answer_parts(replace(retrieval, parts=(first, first)), answer, source) is None


@pytest.fixture
def added(catalogue, source, provision, document):
    """The addresses that are added to the first article for a question."""

    def add(question, *, of="fictional"):
        hits = [
            Hit(
                provision=provision(words, address=address, document_id=of if address != "第七条" else "fictional"),
                document=document(of if address != "第七条" else "fictional"),
                score=1.0,
                signs=SIGNS,
            )
            for address, words in WORDS.items()
        ]
        asked = understand(Asked(question), catalogue)
        retrieval = Retrieval(question=asked, hits=tuple(hits))
        found = nearest_to_parts(hits[:1], retrieval, figure_asked(question), source)
        return [hit.provision.address for hit in found]

    return add


@pytest.mark.parametrize("question", ["补正清单和答复货主各几天", "补正清单、答复货主分别要多少天？"])
def test_each_of_two_things_is_answered_with_the_figure_said_of_it(question, added):
    assert added(question) == ["第八条"]


@pytest.mark.parametrize("question", ["补正清单要几天", "补正清单和答复货主要几天", "粮库和各镇几天报一次账"])
def test_where_not_the_same_is_asked_of_each_nothing_is_added(question, added):
    assert added(question) == []


def test_nothing_is_added_from_another_document(added):
    assert added("补正清单和答复货主各几天", of="other") == []
