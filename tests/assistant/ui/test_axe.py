"""axe-core finds nothing serious in any state of the conversation, light and dark."""

import pytest

from assistant.ui.settings import PageSettings

pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
pytestmark = pytest.mark.page

GRAVE = ("serious", "critical")
BOX = "#question textarea"


@pytest.fixture
def settings(tmp_path):
    return PageSettings(library=tmp_path / "library")


@pytest.fixture(scope="module")
def examine():
    """Return what axe finds grave on a page, as rule and element."""
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()

    def found(page):
        violations = axe.run(page).response["violations"]
        return [
            f"{one['id']} ({one['impact']}): {node['html'][:200]} {node['failureSummary'][:300]}"
            for one in violations
            if one["impact"] in GRAVE
            for node in one["nodes"]
        ]

    return found


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
