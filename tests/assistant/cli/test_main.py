"""What holds for every command: what it imports, how it fails."""

import json
from importlib import metadata

import pytest

MAIN = "from assistant.cli import main; main()"
HEAVY = ("chromadb", "gradio", "torch", "sentence_transformers", "langchain", "langchain_core", "transformers")
IMPORTED = """
import json, sys
from assistant.cli import main
try:
    main()
except SystemExit:
    pass
sys.stderr.write(json.dumps(sorted(sys.modules)))
"""


@pytest.mark.parametrize("arguments", [["--help"], ["ask", "--help"], ["eval", "--help"], ["documents", "list"]])
def test_nothing_heavy_is_imported_before_it_is_needed(arguments, process):
    out, err = process(IMPORTED, *arguments).communicate()

    assert out
    assert set(HEAVY) & set(json.loads(err)) == set()


def test_help_names_the_commands(disclosure):
    ran = disclosure("--help")

    assert ran.code == 0
    for command in ("ask", "chat", "documents", "index", "eval", "doctor"):
        assert command in ran.out


def test_the_version_is_that_of_the_distribution(disclosure):
    try:
        version = metadata.version("disclosure-assistant")
    except metadata.PackageNotFoundError:
        pytest.skip("the project is not installed")

    assert disclosure("--version").out.strip() == version


def test_a_reader_that_goes_away_is_not_complained_of(process, tmp_path):
    lines = [json.dumps({"id": str(number), "question": "条例第二十条"}) for number in range(60)]
    (tmp_path / "questions.jsonl").write_text("\n".join(lines), "utf-8")

    running = process(MAIN, "ask", "--json", "--input", tmp_path / "questions.jsonl")
    first = json.loads(running.stdout.readline())
    running.stdout.close()
    complaint = running.stderr.read()
    running.stderr.close()

    assert first["id"] == "0"
    assert running.wait() == 1
    assert complaint == ""


def test_a_damaged_library_is_one_line_that_says_what_to_do(disclosure, environment, tmp_path):
    (tmp_path / "CURRENT").write_text("0007", "utf-8")
    environment.setenv("DISCLOSURE_LIBRARY", str(tmp_path))

    ran = disclosure("ask", "条例第五条")

    assert ran.code == 3
    assert len(ran.err.strip().splitlines()) == 1
    assert "disclosure index" in ran.err


def test_a_library_of_another_model_names_the_command_that_rebuilds(disclosure, environment, other_model):
    environment.setenv("DISCLOSURE_MODEL", str(other_model))

    ran = disclosure("ask", "条例第五条")

    assert ran.code == 3
    assert "disclosure index" in ran.err


@pytest.fixture
def broken(environment):
    def fail(*arguments, **named):
        raise RuntimeError("secret words of a question")

    environment.setattr("assistant.opening.open_assistant", fail)


@pytest.mark.usefixtures("broken")
def test_a_fault_of_ours_is_one_line_without_traceback_or_question(disclosure):
    ran = disclosure("ask", "条例第五条")

    assert ran.code == 3
    assert len(ran.err.strip().splitlines()) == 1
    assert "RuntimeError" in ran.err
    assert "secret" not in ran.err


@pytest.mark.usefixtures("broken")
def test_a_fault_is_shown_in_full_where_that_is_asked_for(disclosure, environment):
    environment.setenv("DISCLOSURE_DEBUG", "1")

    with pytest.raises(RuntimeError):
        disclosure("ask", "条例第五条")
