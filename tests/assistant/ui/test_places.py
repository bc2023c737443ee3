import pytest

from assistant.ui.places import provision_at, provision_place


def test_a_place_leads_back_to_its_provision(sources):
    document = sources.documents()[0]
    for provision in sources.document_provisions(document.id):
        found = provision_at(provision_place(document.id, provision.address), sources)
        assert (found.document_id, found.address) == (document.id, provision.address)


def test_a_place_is_one_word_whatever_the_address():
    assert " " not in provision_place("a b/c", "附件1·三、 第2行")


@pytest.mark.parametrize("place", ["", "p~", "p~nothing/三", "1-2", "p~%FF/%FF"])
def test_what_is_not_there_gives_nothing(place, sources):
    assert provision_at(place, sources) is None
