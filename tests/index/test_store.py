import threading
from dataclasses import replace

import pytest

from index.build import read_documents
from index.errors import DocumentError, LibraryError
from index.store import Store, write_store

WORK_POINTS, MEASURES = "fictional-2014-work-points", "fictional-measures"


@pytest.fixture
def documents(texts):
    return read_documents([texts])


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "资料 库%20#?"
    folder.mkdir()
    return folder / "provisions.sqlite"


@pytest.fixture
def store(path, documents):
    write_store(path, documents)
    opened = Store(path)
    yield opened
    opened.close()


def test_what_was_written_comes_back_whole(store, documents):
    held = [
        replace(document, text=store.text(document.id), provisions=store.provisions(document.id))
        for document in store.documents
    ]

    assert held == documents


def test_documents_are_listed_in_the_order_given(path, documents):
    write_store(path, reversed(documents))

    assert [document.id for document in Store(path).documents] == [MEASURES, WORK_POINTS]


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
        write_store(path, [*documents, documents[0]])


def test_two_provisions_at_one_address_are_refused_by_name(path, documents):
    twice = replace(documents[0], provisions=(*documents[0].provisions, documents[0].provisions[0]))

    with pytest.raises(DocumentError, match=WORK_POINTS):
        write_store(path, [twice])


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
    write_store(path, documents)
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))

    with pytest.raises(LibraryError, match="disclosure index"):
        [Store(path).provisions(document.id) for document in documents]


def test_a_full_disk_is_an_os_error(path, documents, full_disk):
    with full_disk(8_000), pytest.raises(OSError, match="disk"):
        write_store(path, documents)
