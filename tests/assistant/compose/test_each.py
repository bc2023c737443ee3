import pytest

from assistant.compose.each import for_each
from assistant.compose.quantity import figure_asked
from assistant.draft import Hit
from assistant.evidence import Signs
from assistant.understand.stage import Asked, understand

SIGNS = Signs(coverage=0.5, rare=0.5, similarity=0.5, lacking=0.0, unlike=0.0, length=2.0)
WORDS = {
    "第七条": "货主应当在5日内补正清单。",
    "第八条": "仓储处应当在20日内答复货主。",
    "第九条": "仓储处应当及时答复货主。",
}


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
        found = for_each(hits[:1], hits, asked, figure_asked(question), source)
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
