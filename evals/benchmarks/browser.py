"""What somebody in front of a browser waits for."""

import shutil
import time
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from index.errors import UsageError

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BOX = "#question textarea"
READY = "#transcript .beginning"
ANSWERED = ".turn:last-child.outcome-answered"


class Seen(NamedTuple):
    """Seconds until something could be seen."""

    page: float
    answer: float


def watch(url: str, question: str) -> Seen:
    """Open the page and ask, in a browser that has nothing of it in its cache.

    Raises:
        UsageError: there is no browser.
    """
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        raise UsageError(f"no browser found; install one of {', '.join(BROWSERS)}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(locale="zh-CN", viewport={"width": 1366, "height": 768})
        started = time.perf_counter()
        page.goto(url)
        page.wait_for_selector(READY)
        opened = time.perf_counter()
        page.fill(BOX, question)
        asked = time.perf_counter()
        page.press(BOX, "Enter")
        page.wait_for_selector(ANSWERED)
        answered = time.perf_counter()
        browser.close()
    return Seen(opened - started, answered - asked)
