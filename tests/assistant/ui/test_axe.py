"""axe-core finds nothing serious in any state of the conversation, light and dark."""

import pytest

from assistant.ui.page import TABS
from assistant.ui.settings import PageSettings

pytestmark = pytest.mark.page

BOX = "#question textarea"


@pytest.fixture
def settings(tmp_path):
    return PageSettings(library=tmp_path / "library")


def ask(page, question, state):
    page.fill(BOX, question)
    page.press(BOX, "Enter")
    page.wait_for_selector(f"#transcript .turn:last-child.{state}")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_state_of_the_conversation_has_a_grave_fault(dark, visit, examine, answering):
    page = visit(dark=dark)
    assert examine(page) == []
    for question, state in [
        ("谁负责？", "outcome-answered"),
        ("哪份？", "outcome-clarify"),
        ("2015年呢？", "outcome-not_in_library"),
        ("对比两份文件", "outcome-partial"),
        ("故障", "outcome-error"),
    ]:
        ask(page, question, state)
    page.click("#turn-1 .rates[value=wrong]")
    page.click("#turn-1 .sources .at-1-1")
    page.wait_for_selector("#source .shows-1-1")
    assert examine(page) == []

    page.click("#filters input")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)  # the list fades in
    assert examine(page) == []
    answering.released.clear()
    ask(page, "慢", "pending")
    assert examine(page) == []


def test_a_small_screen_has_none_either(visit, examine):
    page = visit(width=390, height=844)
    ask(page, "谁负责？", "outcome-answered")
    page.click("#turn-1 .words .at-1-2 >> nth=0")
    page.wait_for_selector("#source .shows-1-2 .closes")

    assert examine(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("tab", [name for name, _ in TABS])
def test_no_tab_has_a_grave_fault(tab, dark, visit, examine):
    page = visit(dark=dark, tab=tab)
    page.wait_for_timeout(500)  # what a tab shows first is fetched when it is chosen

    assert examine(page) == []
