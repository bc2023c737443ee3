"""The training tab as a trainer uses it."""

import pytest

pytestmark = pytest.mark.page
expect = pytest.importorskip("playwright.sync_api").expect


@pytest.fixture
def training(visit):
    """Open the page at the tab, ready."""

    def go(**fields):
        page = visit(tab="training", **fields)
        page.wait_for_selector("#training-list .drill")
        return page

    return go


def start(page, *, count=3, teams=""):
    page.fill("#training-count input", str(count))
    page.fill("#training-teams input, #training-teams textarea", teams)
    page.click("#training-start")
    page.wait_for_selector("#training-stage .stem")
    page.locator("body").click(position={"x": 5, "y": 200})


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_quiz_is_played_by_keyboard_to_its_results(training, save):
    page = training()
    save(page, "training-settings")
    start(page, teams="第一组、第二组")
    expect(page.locator("#training-stage .go")).to_be_disabled()
    save(page, "training-question")
    for number in range(3):
        expect(page.locator("#training-stage h2")).to_contain_text(f"第 {number + 1} / 3 题")
        page.keyboard.press("2" if number % 2 else "a")
        page.wait_for_selector("#training-stage .option.chosen")
        page.keyboard.press("Enter")
        if page.locator("#training-stage .verdict").count() == 0:
            page.wait_for_selector("#training-stage .verdict")
        save(page, f"training-verdict-{number}")
        page.keyboard.press("Enter")
    page.wait_for_selector("#training-stage .ending")
    save(page, "training-ending")
    expect(page.locator("#training-stage .ending table.scores tbody tr")).to_have_count(2)
    assert fits(page)


def test_wrong_answer_opens_the_provision(training, save):
    page = training()
    start(page, count=12)
    for _ in range(12):
        page.keyboard.press("d")
        page.wait_for_selector("#training-stage .option.chosen")
        page.keyboard.press("Enter")
        verdict = page.wait_for_selector("#training-stage .verdict")
        if "wrong" in verdict.get_attribute("class"):
            break
        page.keyboard.press("Enter")
        page.wait_for_selector("#training-stage .verdict", state="detached")
    page.wait_for_selector("#source .cited")
    expect(page.locator("#training-stage .go")).to_be_visible()
    expect(page.locator("#evidence")).to_be_visible()
    expect(page.locator("#training-stage .verdict .opens.chosen").first).to_be_visible()
    save(page, "training-wrong")

    page.keyboard.press("Enter")

    page.wait_for_selector("#training-stage .verdict", state="detached")
    expect(page.locator("#evidence")).to_be_hidden()


def test_printing_offers_two_word_files(training, save):
    page = training()
    page.click("#training-print")
    links = page.locator("#training-told a.file")
    expect(links).to_have_count(2)
    with page.expect_download() as download:
        links.first.click()
    assert download.value.suggested_filename == "培训测试题-1.docx"
    save(page, "training-print")


def test_drill_is_taken_step_by_step(training, save):
    page = training()
    page.get_by_text("征求第三方意见").click()
    page.wait_for_selector("#training-stage .request")
    save(page, "training-drill")
    page.keyboard.press("b")
    page.wait_for_selector("#training-stage .sides .options:first-child .chosen")
    page.keyboard.press("1")
    page.wait_for_selector("#training-stage .pair .chosen")
    page.keyboard.press("Enter")
    page.wait_for_selector("#training-stage .verdict")
    save(page, "training-drill-compared")
    page.keyboard.press("Enter")
    expect(page.locator("#training-stage .ask")).to_contain_text("第 2 / 4 步")
    page.get_by_text("回到列表").click()
    page.wait_for_selector("#training-list .drill")
    expect(page.locator("#training-start")).to_be_visible()


def test_keys_in_a_field_do_not_answer(training):
    page = training()
    start(page)
    page.click("#tab-chat-button")
    page.fill("#question textarea", "")
    page.type("#question textarea", "a1")
    page.click("#tab-training-button")
    assert page.locator("#training-stage .option.chosen").count() == 0


def test_missing_settings_are_told_and_nothing_is_asked(training, save):
    page = training()
    page.fill("#training-count input", "500")
    page.click("#training-start")
    expect(page.locator("#training-told .shortage")).to_be_visible()
    assert page.locator("#training-stage .stem").count() == 0


@pytest.mark.parametrize(("width", "height", "dark"), [(1366, 768, True), (1920, 1080, False), (800, 600, False)])
def test_questions_fit_on_screen_and_projector(width, height, dark, training, save):
    page = training(width=width, height=height, dark=dark)
    start(page, count=5, teams="第一组、第二组、第三组")
    save(page, f"training-{width}{'-dark' * dark}")
    assert fits(page)
    box = page.locator("#training-stage .options").bounding_box()
    assert box["width"] <= width


def test_english_browser_gets_an_english_tab(training, save):
    page = training(locale="en-US")
    expect(page.locator("#training-start")).to_have_text("Start")
    start(page)
    expect(page.locator("#training-stage h2")).to_contain_text("Question 1 / 3")
    save(page, "training-english")
