import subprocess
from datetime import date

import pytest

from evals.benchmarks.report import commit, machine, report, table


def test_report_says_when_of_what_and_where_it_was_measured():
    lines = report("Title", ["a note"], ["one", "two"], [[1, "x"]]).splitlines()

    assert lines[0] == "## Title"
    assert lines[2] == f"{date.today().isoformat()}, commit {commit()}, {machine()}"
    assert "cores" in lines[2]
    assert lines[4] == "- a note"
    assert lines[-3:] == ["| one | two |", "| --- | --- |", "| 1 | x |"]


def test_row_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="fit"):
        table(["one", "two"], [["x"]])


def test_commit_is_named_with_what_differs_from_it(tmp_path):
    def git(*words):
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        return subprocess.run(["git", "-C", str(tmp_path), *who, *words], check=True, capture_output=True, text=True)

    assert commit(tmp_path) == "unknown"
    git("init", "--quiet")
    git("commit", "--quiet", "--allow-empty", "--message", "Start")
    name = git("rev-parse", "--short", "HEAD").stdout.strip()
    assert commit(tmp_path) == name
    (tmp_path / "new").touch()
    assert commit(tmp_path) == f"{name} with changes"
