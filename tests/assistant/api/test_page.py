"""The description in a real browser, under the policy of the page."""

import shutil

import pytest

from assistant.ui.settings import PageSettings

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

pytestmark = [
    pytest.mark.page,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
]


@pytest.fixture
def url(served, assistant):
    with served(assistant, assistant, PageSettings()) as address:
        yield address


def test_the_description_reads_without_a_complaint_and_without_asking_anybody_else(url, tmp_path):
    complaints, asked = [], []
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(locale="zh-CN", viewport={"width": 1366, "height": 768})
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{url}api/v1/docs")
        page.screenshot(path=tmp_path / "docs.png", full_page=True)
        page.click("a[href='#Answer'] >> nth=0")
        headings = page.locator("h2").all_inner_texts()
        fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        browser.close()

    assert headings[:2] == ["提问", "检索条款"]
    assert fits
    assert complaints == []
    assert [address for address in asked if not address.startswith(url)] == []


def test_a_page_of_another_site_cannot_ask(url):
    asking = "url => fetch(url, {method: 'POST', body: '{\"question\": \"问\"}'}).then(r => r.status, () => 'refused')"
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content("<p>another site</p>")
        there = page.evaluate(asking, f"{url}api/v1/ask")
        page.goto(f"{url}api/v1/docs")
        here = page.evaluate(asking, f"{url}api/v1/ask")
        browser.close()

    assert there == "refused"
    assert here == 422, "the body is no JSON by its type, but it may be sent"
