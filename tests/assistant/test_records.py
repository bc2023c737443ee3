import sqlite3
import stat
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assistant.answer import Answer, Citation, Claim, Outcome
from assistant.records import FILE, Records
from index.errors import LibraryError

CITATION = Citation(
    marker=1,
    document_id="measures",
    document_title="某办法",
    document_number=None,
    address="第一条",
    heading="",
    quote="应当公开",
    text="第一条　行政机关应当公开。",
    origin="official",
    status_in_force="现行",
    issued=None,
    issuer=None,
    region=None,
)
ANSWER = Answer(
    question="要不要公开",
    status=Outcome.ANSWERED,
    text="应当公开[1]",
    claims=(Claim(text="应当公开", citations=(1,)),),
    citations=(CITATION,),
    timings_ms={"total": 3.5},
)


@pytest.fixture
def records(tmp_path):
    opened = Records(tmp_path / "records", days=365)
    yield opened
    opened.close()


def test_a_record_gives_back_the_answer_as_it_was_given(records):
    id = records.add(ANSWER, ["上一问"], "0001")

    found = records.get(id)

    assert found.answer == ANSWER
    assert (found.history, found.generation) == (("上一问",), "0001")


def test_a_record_keeps_the_hash_of_every_provision_that_was_shown(records):
    near = replace(CITATION, address="第二条", text="第二条　略。")
    id = records.add(replace(ANSWER, nearest=(near,)), [], "0001")

    assert set(records.get(id).provisions) == {"measures#第一条", "measures#第二条"}
    assert all(len(sha256) == 64 for sha256 in records.get(id).provisions.values())


def test_latest_come_first(records):
    ids = [records.add(replace(ANSWER, question=str(at)), [], "0001") for at in range(5)]

    assert [one.id for one in records.latest(3)] == ids[:1:-1]


def test_what_is_deleted_is_gone_from_the_file_too(records, tmp_path):
    id = records.add(replace(ANSWER, question="一句只此一处的话"), [], "0001")

    assert records.delete(id)
    assert records.get(id) is None
    assert not records.delete(id)
    records.close()
    assert all("一句只此一处的话".encode() not in path.read_bytes() for path in (tmp_path / "records").iterdir())


def test_what_is_older_than_it_is_kept_for_goes_when_the_records_are_opened(tmp_path, records):
    old, new = records.add(ANSWER, [], "0001"), records.add(ANSWER, [], "0001")
    past = (datetime.now(UTC) - timedelta(days=31)).isoformat()
    with sqlite3.connect(tmp_path / "records" / FILE) as other:
        other.execute("UPDATE records SET asked = ? WHERE id = ?", (past, old))

    again = Records(tmp_path / "records", days=30)

    assert again.get(old) is None
    assert again.get(new) is not None
    again.close()


def test_what_is_deleted_is_gone_though_another_process_has_the_file_open(records, tmp_path):
    other = Records(tmp_path / "records", days=365)
    id = other.add(replace(ANSWER, question="一句只此一处的话"), [], "0001")

    assert records.delete(id)

    assert all("一句只此一处的话".encode() not in path.read_bytes() for path in (tmp_path / "records").iterdir())
    other.close()


def test_what_has_become_too_old_goes_on_the_next_day_without_a_restart(tmp_path, monkeypatch):
    class Later(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + timedelta(days=40)

    kept = Records(tmp_path / "records", days=30)
    old = kept.add(replace(ANSWER, question="一句只此一处的话"), [], "0001")
    same_day = kept.add(ANSWER, [], "0001")
    assert kept.get(old) is not None
    monkeypatch.setattr("assistant.records.datetime", Later)

    new = kept.add(ANSWER, [], "0001")

    assert [kept.get(id) is not None for id in (old, same_day, new)] == [False, False, True]
    assert all("一句只此一处的话".encode() not in path.read_bytes() for path in (tmp_path / "records").iterdir())
    kept.close()


def test_only_the_user_may_read_them(records, tmp_path):
    assert stat.S_IMODE((tmp_path / "records").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "records" / FILE).stat().st_mode) == 0o600


def test_a_file_that_others_could_read_is_closed_to_them(tmp_path):
    (tmp_path / FILE).touch()
    (tmp_path / FILE).chmod(0o644)

    Records(tmp_path, days=365).add(ANSWER, [], "0001")

    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


@pytest.mark.parametrize("act", [lambda r: r.delete("1"), lambda r: r.latest(1), lambda r: r.prune(1)])
def test_a_file_that_is_damaged_later_is_told_in_one_line(records, tmp_path, act):
    with sqlite3.connect(tmp_path / "records" / FILE) as other:
        other.execute("DROP TABLE records")

    with pytest.raises(LibraryError, match="问答记录无法读写"):
        act(records)


def test_many_writers_lose_nothing(records, tmp_path):
    def write(into):
        for _ in range(20):
            into.add(ANSWER, [], "0001")

    other = Records(tmp_path / "records", days=365)
    threads = [threading.Thread(target=write, args=(into,)) for into in (records, other, records, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()

    assert len(records.latest(1000)) == 80


def test_a_text_of_any_kind_is_kept(records):
    odd = "'; DROP TABLE records; -- \x00 😀 {question} " + "长" * 900

    id = records.add(replace(ANSWER, question=odd), [odd], "0001")

    assert records.get(id).answer.question == odd
    assert records.get(id).history == (odd,)


@pytest.mark.parametrize("damage", [b"not a database at all", b"SQLite format 3\x00" + b"\xff" * 200])
def test_a_damaged_file_is_told_in_one_line(tmp_path, damage):
    (tmp_path / FILE).write_bytes(damage)

    with pytest.raises(LibraryError, match="问答记录无法写入"):
        Records(tmp_path, days=365)


def test_a_damaged_record_is_told_with_what_to_do(records, tmp_path):
    id = records.add(ANSWER, [], "0001")
    with sqlite3.connect(tmp_path / "records" / FILE) as other:
        other.execute("UPDATE records SET answer = '{' WHERE id = ?", (id,))

    with pytest.raises(LibraryError, match="records delete"):
        records.get(id)


def test_records_of_a_newer_program_are_left_alone(records, tmp_path):
    with sqlite3.connect(tmp_path / "records" / FILE) as other:
        other.execute("PRAGMA user_version = 99")

    with pytest.raises(LibraryError, match="更新的版本"):
        Records(tmp_path / "records", days=365)
