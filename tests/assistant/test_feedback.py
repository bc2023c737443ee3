from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from assistant.feedback import LONGEST_COMMENT, PLACE, Feedback, Kind, read, save
from index.errors import LibraryError, UsageError

WHEN = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def opinion(comment="少了时限", **fields):
    plain = {"kind": Kind.MISSING, "comment": comment, "answer": {"question": "几日？", "record": None}, "when": WHEN}
    return Feedback(**plain | fields)


def test_what_was_saved_is_read_in_order(tmp_path):
    first, second = opinion(history=("甲？",)), opinion("引错了\u2028条", kind=Kind.WRONG_CITATION)

    ids = [save(tmp_path, one) for one in (first, second)]

    assert read(tmp_path) == dict(zip(ids, (first, second), strict=True))
    assert ids[0].startswith("20261121-")


def test_without_opinions_there_are_none(tmp_path):
    assert read(tmp_path / "nowhere") == {}


def test_only_their_owner_may_read_opinions(tmp_path):
    save(tmp_path, opinion())

    assert (tmp_path / PLACE).stat().st_mode & 0o077 == 0


def test_opinions_given_at_once_are_all_kept(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        ids = list(pool.map(lambda number: save(tmp_path, opinion(f"{number}" * 500)), range(40)))

    assert set(read(tmp_path)) == set(ids)


def test_a_comment_of_2000_characters_is_kept_and_one_more_is_refused(tmp_path):
    save(tmp_path, opinion("字" * LONGEST_COMMENT))

    with pytest.raises(UsageError, match="2001字，最多2000字"):
        opinion("字" * (LONGEST_COMMENT + 1))


def test_a_full_disk_loses_nothing_that_was_kept(tmp_path, full_disk):
    kept = save(tmp_path, opinion())
    size = (tmp_path / PLACE).stat().st_size

    with full_disk(size + 50), pytest.raises(LibraryError, match="磁盘空间"):
        save(tmp_path, opinion("字" * 1000))

    later = save(tmp_path, opinion())
    assert list(read(tmp_path)) == [kept, later]


def test_a_damaged_line_is_named(tmp_path):
    save(tmp_path, opinion())
    with (tmp_path / PLACE).open("a") as file:
        file.write('{"id": "x"')

    with pytest.raises(LibraryError, match=r"feedback\.jsonl:2 "):
        read(tmp_path)
