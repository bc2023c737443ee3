import sys

import pytest
from typer.testing import CliRunner

from evals.benchmarks.__main__ import INSTALL, app, main


def test_stard_prints_the_table_alone_on_stdout(articles, questions, dog_model):
    options = ["--articles", str(articles), "--questions", str(questions), "--model", str(dog_model), "--folds", "2"]

    done = CliRunner().invoke(app, ["stard", *options])

    assert done.exit_code == 0
    assert done.stdout.startswith("## STARD\n")
    assert "| fused | all | 4 |" in done.stdout
    assert "fused searched" in done.stderr


def test_scope_asks_for_documents():
    assert CliRunner().invoke(app, ["scope"]).exit_code == 2


def test_missing_extra_is_one_line_that_says_what_to_install(articles, questions, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "ir_measures", None)
    for name in [name for name in sys.modules if name in ("evals.benchmarks.stard", "evals.benchmarks.measure")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "argv", ["", "stard", "--articles", str(articles), "--questions", str(questions)])

    with pytest.raises(SystemExit) as stopped:
        main()

    assert stopped.value.code == 2
    assert capsys.readouterr().err == f"ir_measures is missing, which only the benchmarks need: {INSTALL}\n"


def test_fault_of_the_user_is_one_line(articles, questions, tmp_path, monkeypatch, capsys):
    options = ["--articles", str(articles), "--questions", str(questions), "--models", str(tmp_path)]
    monkeypatch.setattr(sys, "argv", ["", "stard", *options])

    with pytest.raises(SystemExit) as stopped:
        main()

    assert stopped.value.code == 2
    assert capsys.readouterr().err == f"no model of that fold: {tmp_path / 'fold0'}\n"
