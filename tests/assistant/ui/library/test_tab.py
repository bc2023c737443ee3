"""资料库 in a real browser: searched, sorted, opened, read, taken away."""

import csv
import io
import os
import shutil
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.settings import shipped
from assistant.ui.app import build_app
from assistant.ui.claiming import claim
from assistant.ui.server import Server, server_config
from assistant.ui.settings import PageSettings
from index.build import read_documents, with_duties

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

pytestmark = [
    pytest.mark.page,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
]


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def url():
    held = tuple(with_duties(document) for document in read_documents([shipped("documents")]))
    by_id = {document.id: document.provisions for document in held}
    sources = SimpleNamespace(documents=lambda: held, document_provisions=lambda name: by_id.get(name, ()))
    ready = threading.Event()
    with claim("127.0.0.1", 0) as claimed:
        server = Server(server_config(build_app(SimpleNamespace(), sources, settings=PageSettings())), ready.set)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [claimed]}, daemon=True)
        thread.start()
        assert ready.wait(30)
        yield f"http://127.0.0.1:{claimed.getsockname()[1]}/"
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def visit(browser, url):
    """Open the tab; at the end no page may have complained."""
    contexts, complaints = [], []

    def open_tab(locale="zh-CN", scheme="light"):
        context = browser.new_context(
            locale=locale, color_scheme=scheme, viewport={"width": 1366, "height": 768}, accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(url)
        page.click("#tab-library-button")
        page.wait_for_selector("#library-shelf .catalogue")
        return page

    yield open_tab
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def save(tmp_path):
    folder = Path(os.environ.get("DISCLOSURE_SCREENSHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return lambda page, name: page.screenshot(path=folder / f"library-{name}.png")


def has(page, count):
    sync_api.expect(page.locator("#library-shelf .catalogue tbody tr")).to_have_count(count)


def test_the_catalogue_is_searched_filtered_and_sorted(visit, save):
    page = visit()
    has(page, 6)
    save(page, "catalogue")
    page.fill("#library-words input, #library-words textarea", "国办发[2014]")
    has(page, 1)
    page.click("#library-clear")
    has(page, 6)

    page.click("#library-region input")
    page.click("[role=option]:has-text('北京市')")
    has(page, 2)
    page.click("#library-clear")
    has(page, 6)

    page.click("#library-shelf .of-issued .sorts")
    sync_api.expect(page.locator("#library-shelf th.of-issued")).to_contain_text("（现为降序）")
    assert "2019-04-03" in page.inner_text("#library-shelf tbody tr >> nth=0")


def test_a_document_opens_with_its_lineage_and_its_provisions(visit, save):
    page = visit()
    page.click("#library-shelf button:has-text('2014年上海市政府信息公开工作要点')")
    page.wait_for_selector(".reading-document")
    assert page.evaluate("document.querySelector('#tab-library').scrollTop") == 0
    sync_api.expect(page.locator(".goes-back")).to_be_focused()
    assert "《上海市政府信息公开规定》 未收录" in page.inner_text("#library-reading .links")
    assert page.locator("#library-reading .picture img").evaluate("image => image.naturalWidth") > 800
    save(page, "document")

    page.click("#library-reading .of-outline button:has-text('二、')")
    page.wait_for_selector("#source .cited")
    assert page.inner_text("#source .cited .label b").startswith("二、")
    save(page, "provision")

    page.click("#library-reading .links button:has-text('2014年政府信息公开工作要点')")
    sync_api.expect(page.locator("#library-reading h2")).to_have_text("2014年政府信息公开工作要点")
    page.click(".goes-back")
    has(page, 6)
    assert page.is_hidden("#library-document")


def test_checks_and_picture_of_the_library_are_shown(visit, save):
    page = visit(scheme="dark")
    page.click("#library-shelf button.view:has-text('需要核对')")
    page.wait_for_selector("#library-shelf ul.checks")
    assert "只有要旨，没有原文" in page.inner_text("#library-shelf")
    save(page, "checks-dark")
    page.click("#library-shelf button.view:has-text('上下位关系')")
    page.wait_for_selector("#library-shelf .picture img")
    save(page, "lineage-dark")
    page.click("#library-shelf .listed summary")
    page.click("#library-shelf .listed button >> nth=0")
    page.wait_for_selector(".reading-document")


def test_the_catalogue_can_be_taken_away(visit):
    page = visit()
    page.click("#library-exports button:has-text('CSV')")
    page.wait_for_selector("#library-exports a")
    with page.expect_download() as fetched:
        page.click("#library-exports a")
    assert fetched.value.suggested_filename == "资料库目录.csv"
    rows = list(csv.reader(io.StringIO(Path(fetched.value.path()).read_text("utf-8-sig"))))
    assert len(rows) == 7


def test_the_tab_speaks_english(visit, save):
    page = visit(locale="en-GB")
    assert "6 documents: 0 official texts, 6 digests" in page.inner_text("#library-shelf .counts")
    page.click("#library-shelf .opens-document >> nth=0")
    page.wait_for_selector(".reading-document")
    assert "Outline" in page.inner_text("#library-reading")
    save(page, "english")
