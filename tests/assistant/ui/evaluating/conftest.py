"""A library of its own with a finished run of three cases, and the tab over it."""

import shutil
from types import SimpleNamespace

import pytest

from assistant.ui.downloads import Downloads
from assistant.ui.evaluating.runner import Runner
from assistant.ui.evaluating.work import Work
from assistant.ui.settings import PageSettings
from assistant.ui.texts import TEXTS
from evals.cases import Case
from evals.perform import Begun, finish
from evals.run import start

RIGHT = {
    "id": "right-1",
    "kind": "who_when",
    "question": "分解细化方案里‘三公’经费公开由谁负责，什么时候完成？",
    "must_cite": [["city-2014-breakdown-table#三、第2行"]],
    "must_contain": [["市财政局"], ["年内"]],
    "author": "test",
}
WRONG = RIGHT | {"id": "wrong-1", "must_contain": [["市审计局"]], "note": '<img src=x onerror="alert(1)">'}
REFUSED = {"id": "none-1", "kind": "unanswerable", "question": "今天的天气怎么样？", "author": "test"}
REFUSED |= {"outcome": ["out_of_scope", "not_in_library"]}


@pytest.fixture
def home(library, tmp_path, monkeypatch):
    """The folder of a library that may be written to; runs are kept beside it."""
    for name in ("DISCLOSURE_DOCUMENTS", "DISCLOSURE_LLM_BASE_URL", "DISCLOSURE_LLM_MODEL"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("DISCLOSURE_RUNS", str(tmp_path / "runs"))
    return shutil.copytree(library.folder.parents[1], tmp_path / "library", symlinks=True)


@pytest.fixture
def make_run(assistant, tmp_path):
    def make(*cases):
        chosen = [Case.model_validate(case) for case in cases]
        folder = start(tmp_path / "runs", chosen, assistant, model="", repeat=1, composer="extractive", options={})
        return finish(Begun(folder, assistant, ""), lambda done, total: None)

    return make


@pytest.fixture
def run(make_run):
    return make_run(RIGHT, WRONG, REFUSED)


@pytest.fixture
def sources(assistant):
    return assistant


@pytest.fixture
def settings(home):
    return PageSettings(library=home)


@pytest.fixture
def work(settings, sources):
    def nobody(wanted, opening):
        raise AssertionError("nothing is run here")

    context = SimpleNamespace(
        texts=lambda request: TEXTS["zh"], settings=settings, sources=sources, downloads=Downloads()
    )
    return Work(context=context, runner=Runner(nobody), tabs=None, boxes={})


@pytest.fixture
def cases():
    """The cases of the run by id, as they are written in a file."""
    return {case["id"]: case for case in (RIGHT, WRONG, REFUSED)}
