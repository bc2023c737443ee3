import threading
from dataclasses import replace

import pytest

from index.build import read_documents
from index.errors import DocumentError, LibraryError
from index.passages import passages
from index.store import Store, extend_store, write_store

WORK_POINTS, MEASURES = "fictional-2014-work-points", "fictional-measures"


@pytest.fixture
def documents(texts):
    return read_documents([texts])


def searched_of(documents):
    return [passage for document in documents for passage in passages(document)]


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "资料 库%20#?"
    folder.mkdir()
    return folder / "provisions.sqlite"


@pytest.fixture
def store(path, documents):
    write_store(path, documents, searched_of(documents))
    opened = Store(path)
    yield opened
    opened.close()


def test_what_was_written_comes_back_whole(store, documents):
    held = [
        replace(document, text=store.text(document.id), provisions=store.provisions(document.id))
        for document in store.documents
    ]

    assert held == documents


def test_documents_are_listed_by_id(path, documents):
    write_store(path, documents[::-1], [])

    assert [document.id for document in Store(path).documents] == [WORK_POINTS, MEASURES]


def test_passages_have_the_rows_in_which_they_were_given(store, documents):
    searched = searched_of(documents)
    places = dict(enumerate(passage.provision_id for passage in searched))

    assert store.passage_ids([*places, len(places) + 7]) == places
    assert store.passage_hashes() == {passage.sha256: row for row, passage in enumerate(searched)}
    assert store.passage_rows() == {WORK_POINTS: (0, 7), MEASURES: (7, 15)}
    assert [row.provision_id for row in store.passages_of(MEASURES)] == list(places.values())[7:]
    assert store.counts() == (2, 19, 15)


def test_documents_exchanged_leave_nothing_of_the_old_behind(path, documents):
    one, other = documents
    write_store(path, documents, searched_of(documents))
    third = replace(other, id="third", provisions=tuple(replace(p, document_id="third") for p in other.provisions))

    extend_store(path, [third], searched_of([third]), removed=[one.id], first_row=15)

    store = Store(path)
    assert [document.id for document in store.documents] == [MEASURES, "third"]
    assert store.provisions(one.id) == ()
    assert store.provisions_of("市财政局") == ()
    assert store.provisions("third") == third.provisions
    assert store.passage_rows() == {MEASURES: (7, 15), "third": (15, 23)}
    assert store.counts() == (2, 2 * len(other.provisions), 16)
    store.close()


def test_an_exchange_that_fails_changes_nothing(path, documents):
    write_store(path, documents, searched_of(documents))

    with pytest.raises(DocumentError, match=MEASURES):
        extend_store(path, [documents[1]], [], removed=[WORK_POINTS], first_row=15)

    assert Store(path).counts() == (2, 19, 15)


def test_a_provision_is_found_by_document_and_address(store):
    provision = store.provision(f"{MEASURES}#第三条第二项")

    assert provision is not None
    assert "应急预案" in provision.text


@pytest.mark.parametrize("id", [f"{MEASURES}#第九条", "nowhere#第一条", "", "#", MEASURES])
def test_a_provision_that_is_not_held_is_none(store, id):
    assert store.provision(id) is None


def test_a_document_that_is_not_held_is_none(store):
    assert store.document("nowhere") is None
    assert store.provisions("nowhere") == ()


def test_bodies_lead_to_their_provisions_in_reading_order(store):
    assert {"市环保局", "市财政局", "各区县政府"} <= set(store.actors())
    assert store.provisions_of("各区县政府") == (f"{WORK_POINTS}#一、(二)", f"{WORK_POINTS}#二、(三)")
    assert store.provisions_of("无此机关") == ()


def test_words_that_look_like_sql_are_words(store):
    assert store.provisions_of("' OR 1=1 --") == ()


def test_two_documents_with_one_id_are_refused_by_name(path, documents):
    with pytest.raises(DocumentError, match=WORK_POINTS):
        write_store(path, [*documents, documents[0]], [])


def test_two_provisions_at_one_address_are_refused_by_name(path, documents):
    twice = replace(documents[0], provisions=(*documents[0].provisions, documents[0].provisions[0]))

    with pytest.raises(DocumentError, match=WORK_POINTS):
        write_store(path, [twice], [])


def test_many_threads_read_at_once(store):
    found = []

    def read():
        for _ in range(20):
            found.append((store.provision(f"{MEASURES}#第一条"), store.actors(), store.text(MEASURES)))

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 160
    assert all(one == found[0] for one in found)


def test_reading_changes_nothing(store, path):
    before = path.read_bytes()

    store.provisions(MEASURES)

    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("damage", [b"", b"not a database" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_said_in_one_line(path, damage):
    path.write_bytes(damage)

    with pytest.raises(LibraryError, match="disclosure index") as told:
        Store(path)

    assert "\n" not in str(told.value)


def test_a_missing_file_is_said_and_not_made(path):
    with pytest.raises(LibraryError):
        Store(path)

    assert not path.exists()


def test_damage_that_shows_while_reading_is_said_too(path, documents):
    write_store(path, documents, [])
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))

    with pytest.raises(LibraryError, match="disclosure index"):
        [Store(path).provisions(document.id) for document in documents]


def test_a_full_disk_is_an_os_error(path, documents, full_disk):
    with full_disk(8_000), pytest.raises(OSError, match="disk"):
        write_store(path, documents, [])
