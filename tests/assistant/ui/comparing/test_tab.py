"""对照 in a real browser, over the shipped digests."""

import os
import shutil
from pathlib import Path

import pytest

from assistant.opening import open_assistant
from assistant.settings import Settings
from assistant.ui.settings import PageSettings
from index.embed import shipped_model

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [pytest.mark.page, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")]


@pytest.fixture(scope="module")
def url(served, tmp_path_factory):
    folder = tmp_path_factory.mktemp("comparing") / "library"
    settings = Settings(library=folder, documents=(), model=shipped_model())
    assistant = open_assistant(settings, lambda step, done, total: None)
    with served(assistant, assistant, PageSettings()) as address:
        yield address


@pytest.fixture
def page(url):
    complaints = []
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(locale="zh-CN", viewport={"width": 1366, "height": 768})
        page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda asked: asked.url.startswith((url, "data:", "blob:")) or complaints.append(asked.url))
        page.goto(url)
        page.wait_for_selector("#transcript .beginning")
        page.click("#tab-comparing-button")
        page.wait_for_selector("#comparing .comparing-note")
        yield page
        browser.close()
    assert complaints == []


def choose(page, *titles):
    for title in titles:
        page.fill("#comparing-documents input", title)
        page.keyboard.press("Enter")
        page.wait_for_selector(f"#comparing-documents .token:has-text('{title}')")
    page.keyboard.press("Escape")


def test_two_documents_and_a_topic_give_a_table_whose_cells_open(page):
    choose(page, "北京市2014年", "2014年上海市")
    page.fill("#comparing-topic :is(input, textarea)", "事故调查报告")
    page.keyboard.press("Enter")
    page.wait_for_selector("#comparing table")

    assert page.locator("#comparing thead th").count() == 3
    assert "一般事故" in page.inner_text("#comparing .differences")
    page.click("#comparing tbody .opens >> nth=0")
    page.wait_for_selector("#source .cited")
    assert page.is_visible("#source")
    assert "(七)" in page.inner_text("#source .cited")
    if folder := os.environ.get("DISCLOSURE_SCREENSHOTS"):
        page.screenshot(path=Path(folder) / "comparing.png")


def test_the_table_can_be_taken_away(page, tmp_path):
    page.fill("#comparing-topic :is(input, textarea)", "征地信息公开")
    page.click("#comparing-start")
    page.wait_for_selector("#comparing table")
    for kind in ("xlsx", "docx"):
        with page.expect_download() as download:
            page.click(f"#comparing a[download$={kind}]")
        download.value.save_as(tmp_path / kind)
        assert (tmp_path / kind).read_bytes().startswith(b"PK")


def test_one_document_alone_is_not_compared(page):
    choose(page, "北京市2014年")
    page.click("#comparing-start")

    sync_api.expect(page.locator("#comparing")).to_contain_text("至少要两份")
