import json

TABLE = "city-2014-breakdown-table"


def test_the_documents_are_listed(disclosure):
    ran = disclosure("documents", "list")

    assert ran.code == 0
    assert (
        "beijing-2014-work-points\n  《北京市2014年政府信息公开工作要点》"
        "（京政办发〔2014〕28号，北京市，2014-04-30，已届期，要旨）" in ran.out
    )
    assert ran.out.count("《") >= 6


def test_the_list_is_made_for_programs_too(disclosure):
    listed = json.loads(disclosure("documents", "list", "--json").out)

    assert len(listed) == 6
    table = next(record for record in listed if record["id"] == TABLE)
    assert table["document_number"] is None
    assert table["origin"] == "digest"
    assert "text" not in table


def test_the_documents_of_named_folders_are_listed_without_a_library(disclosure, texts, tmp_path):
    ran = disclosure("documents", "list", "--documents", texts, "--library", tmp_path / "none")

    assert "fictional-measures" in ran.out
    assert "原文" in ran.out
    assert not (tmp_path / "none").exists()


def test_an_outline_is_shown_with_duties(disclosure):
    ran = disclosure("documents", "show", TABLE)

    assert ran.code == 0
    assert "三、第2行  “三公”经费公开" in ran.out
    assert "→ 市财政局 牵头（承上栏）；年内（承上栏）" in ran.out


def test_a_document_that_is_not_held_is_wrong_usage(disclosure):
    ran = disclosure("documents", "show", "unknown")

    assert ran.code == 2
    assert TABLE in ran.err


def test_sound_documents_pass_the_check(disclosure):
    ran = disclosure("documents", "check")

    assert ran.code == 0
    assert f"{TABLE}：" in ran.out


def test_a_folder_without_documents_fails_the_check(disclosure, tmp_path):
    (tmp_path / "empty").mkdir()

    ran = disclosure("documents", "check", "--documents", tmp_path / "empty")

    assert ran.code == 1
    assert "Traceback" not in ran.err
