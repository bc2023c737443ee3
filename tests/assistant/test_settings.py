import os
from pathlib import Path

import pytest

from assistant.settings import Settings, shipped
from index.embed import shipped_model
from index.errors import UsageError


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch, tmp_path):
    for name in list(os.environ):
        if name.upper().startswith("DISCLOSURE_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)


def test_without_settings_the_shipped_texts_are_read_with_the_shipped_model():
    settings = Settings.read()

    assert settings.folders == (shipped("documents"),)
    assert settings.documents == ()
    assert settings.model == shipped_model()


def test_the_library_lives_in_the_users_data_folder(tmp_path):
    assert Settings.read().library.is_relative_to(tmp_path)
    assert "disclosure-assistant" in Settings.read().library.parts


def test_the_environment_is_read(monkeypatch):
    monkeypatch.setenv("DISCLOSURE_LIBRARY", "/某处/资料 库")
    monkeypatch.setenv("DISCLOSURE_DOCUMENTS", os.pathsep.join(["/甲 乙", "/丙", ""]))
    monkeypatch.setenv("DISCLOSURE_LONGEST_QUESTION", "200")

    settings = Settings.read()

    assert settings.library == Path("/某处/资料 库")
    assert settings.documents == settings.folders == (Path("/甲 乙"), Path("/丙"))
    assert settings.longest_question == 200


@pytest.mark.parametrize(("said", "meant"), [("on", True), ("off", False), ("1", True), ("false", False), ("", None)])
def test_the_interface_for_programs_has_a_switch(said, meant, monkeypatch):
    monkeypatch.setenv("DISCLOSURE_API", said)

    assert Settings.read().api is meant


def test_a_switch_that_is_neither_on_nor_off_is_named(monkeypatch):
    monkeypatch.setenv("DISCLOSURE_API", "offf")

    with pytest.raises(UsageError, match="DISCLOSURE_API"):
        Settings.read()


def test_options_win_over_the_environment(monkeypatch):
    monkeypatch.setenv("DISCLOSURE_LIBRARY", "/a")
    monkeypatch.setenv("DISCLOSURE_DOCUMENTS", "/b")

    settings = Settings.read(library=Path("/c"), documents=[Path("/d"), Path("/e")])

    assert settings.library == Path("/c")
    assert settings.folders == (Path("/d"), Path("/e"))


def test_a_setting_left_empty_is_not_set(monkeypatch):
    monkeypatch.setenv("DISCLOSURE_LIBRARY", "")
    monkeypatch.setenv("DISCLOSURE_DOCUMENTS", "")

    assert Settings.read() == Settings()
    assert Settings.read().library != Path()


def test_the_home_folder_may_be_written_as_a_tilde(monkeypatch, tmp_path):
    monkeypatch.setenv("DISCLOSURE_LIBRARY", "~/库")
    monkeypatch.setenv("DISCLOSURE_DOCUMENTS", "~/甲")

    assert Settings.read().library == tmp_path / "库"
    assert Settings.read().documents == (tmp_path / "甲",)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DISCLOSURE_LONGEST_QUESTION", "一千"),
        ("DISCLOSURE_LONGEST_QUESTION", "1"),
        ("DISCLOSURE_RETRIEVED", "10000"),
    ],
)
def test_a_value_that_may_not_be_is_told_by_name_in_one_line(monkeypatch, name, value):
    monkeypatch.setenv(name, value)

    with pytest.raises(UsageError, match=f"{name}.*{value}") as told:
        Settings.read()

    assert "\n" not in str(told.value)


def test_the_settings_of_others_are_no_matter(monkeypatch):
    monkeypatch.setenv("DISCLOSURE_PORT", "7861")

    Settings.read()


@pytest.mark.parametrize(
    ("value", "means"), [("on", True), ("OFF", False), ("0", False), ("/srv/kept", Path("/srv/kept"))]
)
def test_records_are_switched_or_put_elsewhere(monkeypatch, value, means):
    monkeypatch.setenv("DISCLOSURE_RECORDS", value)

    assert Settings.read().records == means


def test_a_mistyped_switch_is_no_folder(monkeypatch):
    monkeypatch.setenv("DISCLOSURE_RECORDS", "offf")

    with pytest.raises(UsageError, match="DISCLOSURE_RECORDS"):
        Settings.read()


def test_the_language_of_the_page_is_said_by_the_environment_or_an_option(monkeypatch):
    monkeypatch.setenv("DISCLOSURE_LANGUAGE", "en")

    assert Settings.read().language == "en"
    assert Settings.read(language="zh").language == "zh"


def test_a_language_the_page_does_not_speak_is_refused(monkeypatch):
    monkeypatch.setenv("DISCLOSURE_LANGUAGE", "fr")

    with pytest.raises(UsageError, match="DISCLOSURE_LANGUAGE"):
        Settings.read()
