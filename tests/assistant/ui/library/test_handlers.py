import re
from types import SimpleNamespace

import gradio as gr
import pytest

from assistant.browsing import Order
from assistant.ui.downloads import Downloads
from assistant.ui.library.handlers import MANY, Handlers, criteria
from assistant.ui.library.looking import PAGE, Looking, wished
from assistant.ui.settings import PageSettings
from assistant.ui.texts import TEXTS

NOTHING = ("", [], [], [], [], [])
REQUEST = SimpleNamespace(headers={"accept-language": "zh-CN"})


def handlers(documents, parts):
    sources = SimpleNamespace(documents=lambda: documents, document_provisions=parts)
    return Handlers(
        SimpleNamespace(
            sources=sources, downloads=Downloads(), settings=PageSettings(), texts=lambda request: TEXTS["zh"]
        )
    )


def titles(shown):
    return re.findall(r'to-library_open opens-document" value="([^"]+)"', shown.shelf)


@pytest.fixture
def tab(documents, parts):
    return handlers(documents, parts)


def many(documents, count):
    from dataclasses import replace

    return tuple(replace(documents[0], id=f"d{number:04}", title=f"第{number:04}号文件") for number in range(count))


def test_the_list_shows_all_and_counts_them(tab):
    seen = tab.look(REQUEST, Looking(), *NOTHING)
    assert len(titles(seen)) == 5
    assert "共 5 份文件：原文 4 份，要旨 1 份" in seen.shelf


def test_search_and_filters_narrow_it(tab):
    seen = tab.look(REQUEST, Looking(), "甲事 條例", [], [], [], [], [])
    assert titles(seen) == ["rule"]
    assert "符合条件的有 1 份（共 5 份）" in seen.shelf
    assert titles(tab.look(REQUEST, Looking(), "", ["乙省"], ["省级"], [], [], ["digest"])) == ["office"]
    assert "没有符合条件的文件" in tab.look(REQUEST, Looking(), "无此文件", [], [], [], [], []).shelf


def test_a_changed_filter_begins_at_the_first_page(documents, parts):
    tab = handlers(many(documents, 3 * PAGE), parts)
    seen = tab.look(REQUEST, Looking(page=2), *NOTHING)
    assert titles(seen)[0] == "d0000"
    assert len(titles(seen)) == PAGE


def test_pages_and_orders_are_followed(documents, parts):
    tab = handlers(many(documents, 2 * PAGE + 1), parts)
    (seen,) = tab.wish(REQUEST, "1 page 2", Looking(), *NOTHING)
    assert titles(seen) == [f"d{2 * PAGE:04}"]
    assert "第 3 页，共 3 页" in seen.shelf
    (seen,) = tab.wish(REQUEST, "2 sort title", seen.looking, *NOTHING)
    assert titles(seen)[0] == f"d{2 * PAGE:04}"
    assert "标题</span><span> ↓" in seen.shelf
    assert "（现为降序）" in seen.shelf


def test_a_library_of_829_sends_one_page(documents, parts):
    seen = handlers(many(documents, 829), parts).look(REQUEST, Looking(), *NOTHING)
    assert len(seen.shelf.encode()) < 50_000


def test_a_large_library_says_first_that_it_is_being_read(documents, parts):
    first, second = handlers(many(documents, MANY + 1), parts).wish(REQUEST, "1 view checks", Looking(), *NOTHING)
    assert "正在通读" in first.shelf
    assert "正在通读" not in second.shelf
    first, second = handlers(many(documents, MANY + 1), parts).open(REQUEST, "1 d0003")
    assert "正在通读" in first.document
    assert "reading-document" in second.document


def test_the_other_views_show_checks_and_picture(tab):
    (checks,) = tab.wish(REQUEST, "1 view checks", Looking(), *NOTHING)
    (picture,) = tab.wish(REQUEST, "2 view lineage", checks.looking, *NOTHING)
    assert "怎么办" in checks.shelf
    assert "<img" in picture.shelf


def test_an_empty_library_says_how_to_add(parts):
    seen = handlers((), parts).look(REQUEST, Looking(), *NOTHING)
    assert "资料库中还没有文件" in seen.shelf
    assert 'class="adding" open' in seen.shelf
    assert seen.exports == ""


def test_a_document_takes_the_place_of_the_list_and_gives_it_back(tab):
    (shown,) = tab.open(REQUEST, "1 local")
    assert (shown.list_view["visible"], shown.document_view["visible"]) == (False, True)
    assert "reading-document" in shown.document
    (back,) = tab.open(REQUEST, "2 ")
    assert (back.list_view["visible"], back.document_view["visible"], back.document) == (True, False, "")


def test_a_document_that_is_gone_is_said_to_be(tab):
    (shown,) = tab.open(REQUEST, "1 <b>nothing</b>")
    assert "没有这份文件" in shown.document


@pytest.mark.parametrize(("form", "kind"), [("csv", "text/csv"), ("xlsx", "spreadsheetml")])
def test_the_export_is_of_what_the_filters_leave(tab, form, kind):
    offered = tab.export(REQUEST, f"1 {form}", Looking(), "", ["乙省"], [], [], [], [])
    assert "已备好 2 份文件的目录" in offered
    assert f'download="资料库目录.{form}"' in offered
    token = re.search(r'href="/export/([^"]+)"', offered)[1]
    response = tab._context.downloads.fetch(token)
    assert kind in response.media_type


@pytest.mark.parametrize("wish", ["", "page -1", "page x", "page ٣x", "sort nothing", "view nothing", "else 1"])
def test_what_the_browser_makes_up_changes_nothing(wish):
    looking = Looking(page=1, order=Order(key="issued", falls=True))
    changed = wished(looking, wish)
    assert changed.order == looking.order
    assert changed.view == looking.view


def test_made_up_filters_are_read_as_none():
    assert criteria((None, None, "x", {"a": 1}, [3], [])).years == ()
    assert criteria((None, None, "x", {"a": 1}, [3], [])).statuses == ("3",)


def test_gradio_passes_the_request_first():
    from inspect import signature

    for handler in (Handlers.look, Handlers.wish, Handlers.open, Handlers.export):
        first = list(signature(handler).parameters.values())[1]
        assert first.annotation is gr.Request
