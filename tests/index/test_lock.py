import os
import subprocess
import sys
import tempfile
import textwrap

import pytest

from index.errors import LibraryError
from index.lock import IN_USE, PREFIX, PrivateFolder, writing

HOLD = """
    import sys, time
    from pathlib import Path
    from index.lock import PrivateFolder, writing
    with writing(Path(sys.argv[1])):
        private = PrivateFolder()
        print(private.path, flush=True)
        time.sleep(600)
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """A temporary place of one test's own."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return place


@pytest.fixture
def holder(tmp_path, temporary):
    """Another process that holds the library's lock and a private folder, and that folder."""
    command = [sys.executable, "-c", textwrap.dedent(HOLD), str(tmp_path / "library")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield process, type(tmp_path)(process.stdout.readline().strip())
        process.kill()


def grow_old(folder):
    os.utime(folder, (0, 0))


def test_the_second_writer_is_refused_in_one_line_and_at_once(tmp_path, holder):
    with pytest.raises(LibraryError, match="正在被另一个进程写入") as told, writing(tmp_path / "library"):
        pass

    assert str(tmp_path / "library") in str(told.value)
    assert "\n" not in str(told.value)


def test_the_second_writer_in_one_process_is_refused_too(tmp_path):
    with writing(tmp_path), pytest.raises(LibraryError), writing(tmp_path):
        pass


def test_a_killed_writer_leaves_no_lock(tmp_path, holder):
    holder[0].kill()
    holder[0].wait()

    with writing(tmp_path / "library"):
        pass


def test_a_failure_lets_go(tmp_path):
    with pytest.raises(ZeroDivisionError), writing(tmp_path):
        raise ZeroDivisionError

    with writing(tmp_path):
        pass


def test_the_folder_is_made_for_its_owner_only(tmp_path):
    with writing(tmp_path / "资料 库" / "library"):
        assert (tmp_path / "资料 库" / "library").stat().st_mode & 0o777 == 0o700


def test_a_file_in_the_folders_place_is_said_in_one_line(tmp_path):
    (tmp_path / "library").write_text("", "utf-8")

    with pytest.raises(LibraryError, match="无法写入") as told, writing(tmp_path / "library"):
        pass

    assert "\n" not in str(told.value)


def test_a_private_folder_is_its_owners_and_goes_when_closed(temporary):
    private = PrivateFolder()
    (private.path / "chroma").mkdir()

    assert private.path.parent == temporary
    assert private.path.stat().st_mode & 0o777 == 0o700
    private.close()
    assert list(temporary.iterdir()) == []


def test_a_private_folder_that_nobody_closes_goes_with_its_holder(temporary):
    PrivateFolder()

    assert list(temporary.iterdir()) == []


def test_what_a_killed_process_left_is_removed_by_a_later_one(temporary, holder):
    process, left = holder
    process.kill()
    process.wait()
    grow_old(left)

    private = PrivateFolder()

    assert list(temporary.iterdir()) == [private.path]


def test_a_private_folder_in_use_is_never_removed(holder):
    _, used = holder
    grow_old(used)

    PrivateFolder()

    assert used.is_dir()


def test_a_new_folder_is_never_taken_for_a_leftover(temporary):
    (temporary / f"{PREFIX}just-made").mkdir()

    PrivateFolder()

    assert (temporary / f"{PREFIX}just-made").is_dir()


def test_a_link_laid_in_the_temporary_place_is_not_followed(temporary, tmp_path):
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").write_text("x", "utf-8")
    grow_old(precious)
    (temporary / f"{PREFIX}trap").symlink_to(precious)

    PrivateFolder()

    assert [path.name for path in precious.iterdir()] == ["file"]
    assert not (precious / IN_USE).exists()
