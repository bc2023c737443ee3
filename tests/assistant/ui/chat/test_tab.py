"""The tab 问答 in a real browser: restricted, rated, stopped, exported."""

import re

import pytest

from assistant.feedback import read
from assistant.question import Filter
from assistant.ui.settings import PageSettings

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.page

QUESTION = "分解细化方案里“三公”经费公开由谁负责，什么时候完成？"
BOX = "#question textarea"
ANSWERED = "#transcript .turn:last-child.outcome-answered"


@pytest.fixture
def settings(tmp_path):
    return PageSettings(library=tmp_path / "library", records=tmp_path / "library" / "records", records_days=30)


def ask(page, question=QUESTION, *, until=ANSWERED):
    page.fill(BOX, question)
    page.press(BOX, "Enter")
    page.wait_for_selector(until)


def test_an_opinion_is_given_with_a_comment_and_shown_as_saved(visit, settings, save):
    page = visit()
    ask(page)
    page.click("#turn-1 .rates[value=wrong_citation]")
    page.keyboard.type("应引第三行")
    sync_api.expect(page.locator("#turn-1 .rates[value=wrong_citation]")).to_have_attribute("aria-pressed", "true")
    assert read(settings.library) == {}

    page.keyboard.press("Enter")
    page.wait_for_selector("#turn-1 .rating .said")
    assert "意见已保存：应引第三行" in page.inner_text("#turn-1 .rating .said")
    assert not page.locator("#turn-1 .comment-form").is_visible()
    save(page, "rated")

    [kept] = read(settings.library).values()
    assert kept.comment == "应引第三行"


def test_an_opinion_being_written_outlives_the_next_answer(visit):
    page = visit()
    ask(page)
    page.click("#turn-1 .rates[value=wrong]")
    page.keyboard.type("写了一半")
    ask(page, "再问", until="#turn-2.outcome-answered")

    sync_api.expect(page.locator("#turn-1 .comment")).to_have_value("写了一半")
    page.click("#turn-1 .cancels")
    assert not page.locator("#turn-1 .comment-form").is_visible()


def test_what_cannot_be_saved_says_why(visit, settings):
    settings.library.write_text("a file where the folder should be")
    page = visit()
    ask(page)
    page.click("#turn-1 .rates[value=helpful]")
    page.keyboard.type("写好的话")
    page.click("#turn-1 .keeps")

    page.wait_for_selector("#turn-1 .said.fault")
    assert "意见没有保存" in page.inner_text("#turn-1 .said.fault")

    page.click("#turn-1 .rates[value=helpful]")
    sync_api.expect(page.locator("#turn-1 .comment")).to_have_value("写好的话")


def test_a_question_is_restricted_by_chips_that_can_be_removed(visit, answering, save):
    page = visit()
    assert page.get_attribute("#filters input", "placeholder").startswith("限定范围")
    page.click("#filters input")
    page.keyboard.type("某市2014")
    page.keyboard.press("Enter")
    page.wait_for_selector("#filters .token")
    page.keyboard.press("Escape")
    ask(page)
    save(page, "restricted")
    assert answering.within[-1] == Filter(documents=("fictional-2014-work-points",))

    page.click("#filters .token-remove >> nth=0")
    ask(page, "再问", until="#turn-2.outcome-answered")
    assert answering.within[-1] == Filter()


def test_a_chip_of_the_scope_asks_again_without_it(visit, answering):
    page = visit()
    ask(page)
    page.click("#turn-1 .drop:has-text('2014年') >> nth=-1")
    page.wait_for_selector("#turn-2.outcome-answered")

    assert answering.asked[-1] == (QUESTION, (QUESTION,))
    assert answering.within[-1].ignored.years == (2014,)


def test_waiting_can_be_stopped(visit, answering, monkeypatch, save):
    monkeypatch.setattr("assistant.ui.chat.waiting.PATIENCE_SECONDS", 0.2)
    answering.released.clear()
    page = visit()
    page.fill(BOX, QUESTION)
    page.press(BOX, "Enter")
    page.wait_for_selector("#transcript .turn.pending")
    save(page, "stoppable")
    page.click("#stop")

    page.wait_for_selector("#turn-1.outcome-error")
    assert "已停止" in page.inner_text("#turn-1")
    assert page.locator("#send").is_visible()
    sync_api.expect(page.locator(BOX)).to_have_value(QUESTION)


@pytest.mark.parametrize(("button", "ending"), [("#export-word", "docx"), ("#export-markdown", "md")])
def test_a_conversation_is_exported_under_its_name(button, ending, visit):
    page = visit()
    page.fill("#conversation-name :is(input, textarea)", "三公经费答询")
    ask(page)
    with page.expect_download() as download:
        page.click(button)

    assert re.fullmatch(rf"三公经费答询-\d{{8}}\.{ending}", download.value.suggested_filename)
    assert download.value.path().stat().st_size > 500


def test_nothing_moves_when_an_answer_arrives(visit):
    page = visit()
    places = [page.locator(part).bounding_box() for part in ("#conversation", "#filtering", "#composer", BOX)]
    ask(page)

    assert [page.locator(p).bounding_box() for p in ("#conversation", "#filtering", "#composer", BOX)] == places
    assert page.locator("#send").bounding_box()["x"] > 0
