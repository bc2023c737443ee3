import html as entities
import re

import pytest

from assistant.ui.library.adding import adding
from assistant.ui.library.checks import document_checks, library_checks
from assistant.ui.library.figure import document_figure, library_figure
from assistant.ui.library.links import links
from assistant.ui.library.outline import UNFOLDED, outline
from assistant.ui.library.reading import reading
from index.corpus import Status


def plain(markup):
    return entities.unescape(re.sub(r"<[^>]+>", "", markup))


def find(documents, id):
    return next(document for document in documents if document.id == id)


def read(id, documents, parts, surveys, lineage, texts):
    return reading(find(documents, id), parts(id), surveys[id], lineage, texts)


def test_facts_say_what_an_unverified_status_means(documents, parts, surveys, lineage, zh):
    shown = plain(read("local", documents, parts, surveys, lineage, zh))
    assert "效力未核实：还没有人查证它现在是否有效" in shown
    assert "文号资料库未载" in shown
    assert "1章、2条；可引用条款 2 条；读出职责 1 项，其中有时限的 1 项，涉及 1 个机关" in shown


def test_every_status_has_a_meaning(both):
    assert all(both[f"library.meaning.{status.value}"] for status in Status)


@pytest.mark.parametrize("id", ["rule", "points", "local", "office", "alone"])
def test_every_document_can_be_read_in_both_languages(id, documents, parts, surveys, lineage, both):
    shown = read(id, documents, parts, surveys, lineage, both)
    assert find(documents, id).title in plain(shown)
    assert "<script" not in shown
    assert "<b>甲事" not in shown


def test_every_provision_of_the_outline_opens(parts, zh):
    shown = outline(parts("local"), zh)
    assert shown.count("opens entry at-p~local/") == 3
    assert "下含 2 条" in shown
    assert "⚠ 编号不连续" in shown
    assert plain(shown).count("第一条") == 1


def test_long_documents_are_folded_and_short_ones_are_not(parts, zh):
    assert "<details open>" in outline(parts("local"), zh)
    many = [*parts("local"), *parts("local")[1:] * UNFOLDED]
    assert "<details open>" not in outline(many, zh)


def test_links_open_the_document_and_the_words_that_say_so(lineage, zh):
    shown = links(lineage, "local", zh)
    assert [value for value in re.findall(r'to-library_open opens-document" value="(\w+)"', shown)] == [
        "points",
        "rule",
        "office",
    ]
    assert "at-p~local/%E7%AC%AC%E4%B8%80%E6%9D%A1" in shown
    assert "《丙事规定》（乙政发〔2001〕3号） 未收录" in plain(shown)


def test_the_picture_says_the_same_as_its_list(documents, lineage, zh):
    shown = document_figure(lineage, find(documents, "local"), zh)
    assert 'src="data:image/svg+xml;base64,' in shown
    assert 'alt="上下位关系图：5 份文件' in shown
    listed = plain(shown.partition("<details")[2])
    assert "落实：中华人民共和国甲事条例" in listed
    assert "落实：《丙事规定》（乙政发〔2001〕3号）（未收录）" in listed


def test_where_nothing_is_linked_nothing_is_drawn(documents, lineage, zh):
    alone = find(documents, "alone")
    assert "<img" not in document_figure(lineage, alone, zh)
    assert "<img" not in library_figure(lineage, [alone], zh)


def test_too_many_for_one_picture_is_said(documents, lineage, zh, monkeypatch):
    monkeypatch.setattr("assistant.ui.library.figure.MOST", 2)
    shown = library_figure(lineage, documents, zh)
    assert "<img" not in shown
    assert "4 份互有落实关系，一张图最多画 2 份" in plain(shown)


def test_a_doubt_says_what_to_do_and_opens_the_provision(documents, surveys, lineage, zh):
    shown = document_checks(find(documents, "local"), surveys["local"], lineage, zh)
    assert "请与原件对照 编号不连续" in plain(shown)
    assert "怎么办：对照原件：漏了就补上" in plain(shown)
    assert "at-p~local/%E7%AC%AC%E4%B8%89%E6%9D%A1" in shown


def test_checks_of_the_library_count_documents_by_weight(documents, surveys, lineage, zh):
    shown = plain(library_checks(documents, surveys, lineage, zh))
    assert "5 份文件中，0 份可能有遗漏，1 份要与原件对照，4 份有未载明或未收录的内容。" in shown


def test_nothing_to_check_is_said(zh, surveys, lineage):
    assert "都没有发现" in library_checks([], surveys, lineage, zh)


def test_how_to_add_names_commands_that_exist(zh):
    from typer.testing import CliRunner

    from assistant.cli import app

    commands = re.findall(r"disclosure ([a-z ]+?) --documents", plain(adding(zh, is_open=True)))
    assert commands == ["documents check", "index"]
    for command in commands:
        assert CliRunner().invoke(app, [*command.split(), "--help"]).exit_code == 0
