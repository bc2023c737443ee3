import sqlite3

import pytest

from assistant.opening import open_recorded
from assistant.records import FILE, Records
from assistant.settings import RECORDS, Settings


@pytest.fixture
def settings(library_folder, built, model):
    return Settings(library=library_folder, documents=(built.parent / "texts",), model=model)


def ignore(step, done, total):
    pass


def test_every_answer_is_kept_under_the_id_it_carries(settings, generation):
    _, assistant = open_recorded(settings, ignore)

    answer = assistant.ask("征地补偿由谁公开？", ["上一问"])
    kept = Records(settings.library / RECORDS, days=365).get(answer.record)

    assert kept.answer.text == answer.text
    assert kept.history == ("上一问",)
    assert kept.generation == generation.name
    assert answer.to_json()["record"] == kept.id


def test_records_can_be_switched_off(settings):
    assistant, answering = open_recorded(settings.model_copy(update={"records": False}), ignore)

    assert answering is assistant
    assert answering.ask("征地补偿由谁公开？").record is None
    assert not (settings.library / RECORDS).exists()


def test_records_that_cannot_be_opened_do_not_keep_it_from_answering(settings):
    (settings.library / RECORDS).write_text("a file where the folder should be")

    answer = open_recorded(settings, ignore)[1].ask("征地补偿由谁公开？")

    assert answer.text
    assert answer.record is None
    assert "没有留下记录" in answer.notices[-1]


def test_records_that_could_not_be_opened_are_kept_from_when_they_can(settings):
    (settings.library / RECORDS).write_text("a file where the folder should be")
    _, assistant = open_recorded(settings, ignore)
    assert assistant.ask("征地补偿由谁公开？").record is None
    (settings.library / RECORDS).unlink()

    answer = assistant.ask("征地补偿由谁公开？")

    assert Records(settings.library / RECORDS, days=365).get(answer.record) is not None
    assert not any("没有留下记录" in notice for notice in answer.notices)


def test_an_answer_that_cannot_be_written_says_so(settings):
    _, assistant = open_recorded(settings, ignore)
    with sqlite3.connect(settings.library / RECORDS / FILE) as other:
        other.execute("DROP TABLE provisions")

    answer = assistant.ask("征地补偿由谁公开？")

    assert answer.record is None
    assert "没有留下记录" in answer.notices[-1]


def test_a_question_that_is_too_long_is_not_kept_at_all(settings):
    _, assistant = open_recorded(settings, ignore)

    answer = assistant.ask("一句很长的话" * 400)

    assert answer.record is None
    assert Records(settings.library / RECORDS, days=365).latest(10) == []


def test_of_the_history_only_what_was_read_is_kept(settings):
    _, assistant = open_recorded(settings, ignore)

    answer = assistant.ask("征地补偿由谁公开？", ["长" * 5000, "半个\ud800字", "  "])
    kept = Records(settings.library / RECORDS, days=365).get(answer.record)

    assert kept.history == ("长" * settings.longest_question, "半个?字")


def test_progress_is_passed_on(settings):
    steps = []

    open_recorded(settings, ignore)[1].ask(
        "征地补偿由谁公开？", on_progress=lambda step, characters: steps.append(step)
    )

    assert steps == ["understand", "retrieve", "compose", "verify", "render"]


def test_records_may_lie_in_a_folder_of_their_own(settings, tmp_path):
    elsewhere = settings.model_copy(update={"records": tmp_path / "kept"})

    answer = open_recorded(elsewhere, ignore)[1].ask("征地补偿由谁公开？")

    assert Records(tmp_path / "kept", days=365).get(answer.record) is not None
    assert not (settings.library / RECORDS).exists()


def test_a_preview_leaves_no_record(settings):
    _, assistant = open_recorded(settings, ignore)

    assert assistant.preview("征地补偿由谁公开？").text
    assert Records(settings.library / RECORDS, days=365).latest(10) == []
