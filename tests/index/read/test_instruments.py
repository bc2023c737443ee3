from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.corpus import Document, Origin, Provision, Status
from index.read.folder import load_documents
from index.read.instruments import answering, is_same_instrument

ROOT = Path(__file__).parents[3]
TEXTS = ROOT.parent / "shared" / "documents"


def document(identity: str, origin: Origin, **known) -> Document:
    unknown = dict.fromkeys(("document_number", "issuer", "issued", "effective", "region", "level", "source"))
    provision = Provision(
        document_id=identity, address="一、", kind="一、", heading="", headings=(), text="甲", own_text="甲",
        lead_in="", start=0, end=1, parent=None,
    )  # fmt: skip
    given = {
        "title": "某要点",
        "status": Status.UNVERIFIED,
        "implements": (),
        "text": "甲",
        "sha256": identity,
    }
    return Document(id=identity, origin=origin, provisions=(provision,), **{**unknown, **given, **known})


DIGEST = document(
    "x", Origin.DIGEST, document_number="甲〔2014〕1号", status=Status.EXPIRED, implements=("y",),
    issuer="甲厅", issued=date(2014, 1, 1), title="某要点（要旨）",
)  # fmt: skip
OFFICIAL = document("file", Origin.OFFICIAL, document_number="甲[2014]1号", issued=date(2014, 2, 2))


def test_official_words_answer_under_the_id_of_the_digest():
    (answer,) = answering([DIGEST, OFFICIAL])

    assert (answer.id, answer.origin) == ("x", Origin.OFFICIAL)
    assert [provision.id for provision in answer.provisions] == ["x#一、"]


def test_digest_fills_in_what_the_official_text_does_not_say():
    (answer,) = answering([DIGEST, OFFICIAL])

    assert (answer.status, answer.implements, answer.issuer) == (Status.EXPIRED, ("y",), "甲厅")


def test_digest_changes_nothing_the_official_text_says():
    (answer,) = answering([DIGEST, replace(OFFICIAL, status=Status.IN_FORCE)])

    assert (answer.title, answer.issued, answer.status) == ("某要点", date(2014, 2, 2), Status.IN_FORCE)
    assert answer.alternative_titles == ("某要点（要旨）",)


def test_title_that_is_only_a_file_name_gives_way():
    (answer,) = answering([DIGEST, replace(OFFICIAL, title="file")])

    assert answer.title == "某要点（要旨）"


def test_hash_follows_both_texts():
    hashes = {
        answering([DIGEST, OFFICIAL])[0].sha256,
        answering([replace(DIGEST, sha256="z"), OFFICIAL])[0].sha256,
    }

    assert len(hashes | {OFFICIAL.sha256}) == 3


def test_documents_that_stand_alone_stay_as_they_are():
    other = document("other", Origin.DIGEST, title="另一要点")

    assert answering([other, OFFICIAL]) == [other, OFFICIAL]


def test_no_two_answering_documents_share_an_id():
    same_id = document("x", Origin.OFFICIAL, document_number="乙〔2014〕1号")

    answers = answering([DIGEST, OFFICIAL, same_id])

    assert [answer.id for answer in answers] == ["file", "x"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"document_number": "甲[2014]1号"}, {"document_number": "甲（2014）1号", "title": "别的"}, True),
        ({"document_number": "甲〔2014〕1号"}, {"document_number": "甲〔2015〕1号"}, False),
        ({"title": "关于甲的通知"}, {"title": "《关于甲的通知》"}, True),
        ({"issuer": "甲厅"}, {"issuer": "乙厅"}, False),
        ({"issuer": "甲厅"}, {}, False),
        ({"document_number": "甲〔2014〕1号"}, {}, True),
        ({"issued": date(2014, 1, 1)}, {"issued": date(2015, 1, 1)}, False),
        ({"issued": date(2014, 1, 1)}, {}, True),
    ],
)
def test_instruments_agree_by_number_else_by_title_and_issuer(one, other, same):
    assert is_same_instrument(document("a", Origin.DIGEST, **one), document("b", Origin.OFFICIAL, **other)) is same


@pytest.mark.shared
@pytest.mark.skipif(not TEXTS.is_dir(), reason=f"{TEXTS} is not there")
def test_every_shipped_digest_gives_way_to_its_official_text():
    digests = load_documents([ROOT / "documents"])

    answers = answering(load_documents([ROOT / "documents", TEXTS / "official"]))

    assert [answer.id for answer in answers] == [digest.id for digest in digests]
    assert {answer.origin for answer in answers} == {Origin.OFFICIAL}
    assert [answer.status for answer in answers] == [digest.status for digest in digests]


def test_the_digest_stays_beside_the_official_words_address_by_address():
    restated = replace(DIGEST, provisions=(replace(DIGEST.provisions[0], own_text="改写的话。"),))

    (answer,) = answering([restated, OFFICIAL])

    assert [(provision.own_text, provision.digest) for provision in answer.provisions] == [("甲", "改写的话。")]
