from dataclasses import replace
from datetime import date

import pytest

from assistant.browsing import Criteria, Order, chosen, offered, ordered
from index.corpus import Document, Origin, Status

BLANK = Document(
    id="a",
    title="甲市环境信息公开办法",
    document_number="甲政办发〔2014〕28号",
    issuer="甲市人民政府办公厅",
    issued=date(2014, 4, 30),
    effective=None,
    region="甲市",
    level="市级",
    status=Status.EXPIRED,
    implements=(),
    source=None,
    origin=Origin.DIGEST,
    text="",
    sha256="",
)
OTHER = replace(
    BLANK,
    id="b",
    title="政府信息公开条例",
    document_number="国务院令第711号",
    issuer="国务院",
    issued=date(2019, 4, 3),
    region="全国",
    level="国家",
    status=Status.IN_FORCE,
    origin=Origin.OFFICIAL,
)
BARE = replace(BLANK, id="c", title="某方案", document_number=None, issuer=None, issued=None, region=None, level=None)
ALL = [BLANK, OTHER, BARE]


def ids(documents):
    return [document.id for document in documents]


@pytest.mark.parametrize(
    "words",
    [
        "环境",
        "環境信息",
        "甲政办发[2014]28号",
        "甲政办发２０１４",
        "甲市人民政府办公厅",
        "环境 28号",
        "環境　办公厅",
        "  办法  ",
    ],
)
def test_title_number_and_issuer_are_found_however_they_are_typed(words):
    assert ids(chosen(ALL, Criteria(words=words))) == ["a"]


@pytest.mark.parametrize("words", ["环境 711号", "办法甲政", "不存在"])
def test_all_words_must_occur_and_none_across_two_names(words):
    assert chosen(ALL, Criteria(words=words)) == []


def test_nothing_asked_for_gives_everything():
    assert chosen(ALL, Criteria(words=" 　")) == ALL


@pytest.mark.parametrize(
    ("criteria", "found"),
    [
        (Criteria(regions=["全国"]), ["b"]),
        (Criteria(regions=["全国", "甲市"]), ["a", "b"]),
        (Criteria(levels=["市级"]), ["a"]),
        (Criteria(years=["2019"]), ["b"]),
        (Criteria(years=[""]), ["c"]),
        (Criteria(statuses=["已届期"]), ["a", "c"]),
        (Criteria(origins=["official"]), ["b"]),
        (Criteria(statuses=["已届期"], regions=["甲市"]), ["a"]),
    ],
)
def test_filters_take_one_of_their_values_and_all_of_their_kinds(criteria, found):
    assert ids(chosen(ALL, criteria)) == found


def test_what_is_offered_is_what_there_is_and_the_unknown_comes_last():
    values = offered(ALL)
    assert values.regions == ("全国", "甲市", "")
    assert values.levels == ("国家", "市级", "")
    assert values.years == ("2019", "2014", "")
    assert (values.statuses, values.origins) == (("已届期", "现行"), ("digest", "official"))


def test_documents_without_the_value_come_last_in_both_directions():
    assert ids(ordered(ALL, Order(key="issued"))) == ["a", "b", "c"]
    assert ids(ordered(ALL, Order(key="issued", falls=True))) == ["b", "a", "c"]
    assert ids(ordered(ALL, Order(key="level", falls=True))) == ["a", "b", "c"]
    assert ids(ordered(ALL, Order(key="number"))) == ["b", "a", "c"]


@pytest.mark.parametrize("key", ["title", "number", "issuer", "region", "level", "issued", "status", "origin"])
def test_every_column_can_be_sorted(key):
    assert sorted(ids(ordered(ALL, Order(key=key)))) == ["a", "b", "c"]


def test_nothing_is_offered_by_an_empty_library():
    assert offered([]).regions == ()
