import threading

import pytest

from index.errors import LibraryError
from index.lexical import LexicalIndex, write_lexical_index
from index.passages import Passage


def passage(name, words, document="甲", context=""):
    return Passage(provision_id=f"{document}#{name}", document_id=document, context=context, words=words)


PASSAGES = [
    passage("一、", "空气质量情况实时发布"),
    passage("二、", "征收土地的补偿标准应当公开"),
    passage("三、", "“三公”经费预决算应当公开"),
    passage("三、", "征地信息公开", document="乙"),
    passage("四、", "其他事项", document="乙", context="征收土地的补偿标准"),
]


@pytest.fixture
def index(tmp_path):
    write_lexical_index(tmp_path / "lexical", PASSAGES)
    return LexicalIndex(tmp_path / "lexical")


def ids(hits):
    return [hit.provision_id for hit in hits]


def test_the_passage_that_shares_most_words_comes_first(index):
    hits = index.search("征收土地补偿", limit=5)

    assert ids(hits)[0] == "甲#二、"
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_words_count_more_than_context(index):
    assert ids(index.search("补偿标准", limit=2)) == ["甲#二、", "乙#四、"]


def test_only_the_documents_in_scope_are_searched(index):
    assert ids(index.search("公开", limit=5, documents=["乙"])) == ["乙#三、"]
    assert set(ids(index.search("公开", limit=5, documents=["甲", "乙"]))) == {"甲#二、", "甲#三、", "乙#三、"}


def test_the_scope_does_not_change_the_scores(index):
    scores = {hit.provision_id: hit.score for hit in index.search("公开", limit=5)}

    assert all(scores[hit.provision_id] == hit.score for hit in index.search("公开", limit=5, documents=["甲"]))


@pytest.mark.parametrize("documents", [[], ["丙"]])
def test_an_empty_or_unknown_scope_finds_nothing(index, documents):
    assert index.search("公开", limit=5, documents=documents) == []


@pytest.mark.parametrize("query", ["", "？！", "《》", "火星"])
def test_a_query_without_known_words_finds_nothing(index, query):
    assert index.search(query, limit=5) == []


@pytest.mark.parametrize("query", ["words:公开 AND (", "公开~2", "+公开 -经费", '"公开', "公" * 5000])
def test_a_query_is_words_and_never_syntax(index, query):
    assert "甲#二、" in ids(index.search(query, limit=5))


def test_at_most_the_limit_is_returned(index):
    assert len(index.search("公开", limit=1)) == 1


def test_frequency_counts_passages_by_their_words(index):
    assert index.frequency("公开") == 3
    assert index.frequency("补偿") == 1
    assert index.frequency("火星") == 0


def test_many_threads_search_at_once(index):
    found = []
    threads = [threading.Thread(target=lambda: found.append(ids(index.search("征地信息", limit=5)))) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [found[0]] * 16


def test_writing_twice_gives_the_same_ranking(index, tmp_path):
    write_lexical_index(tmp_path / "again", PASSAGES)

    assert LexicalIndex(tmp_path / "again").search("信息公开", limit=5) == index.search("信息公开", limit=5)


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_no_index_is_said_in_one_line(tmp_path, name):
    (tmp_path / "empty").mkdir()

    with pytest.raises(LibraryError, match="disclosure index") as told:
        LexicalIndex(tmp_path / name)

    assert "\n" not in str(told.value)


def test_a_full_disk_is_an_os_error(tmp_path, full_disk):
    with full_disk(1_000), pytest.raises(OSError, match="os error"):
        write_lexical_index(tmp_path / "lexical", PASSAGES)
