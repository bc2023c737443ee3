"""The page in a real browser: asked, read, clicked, and kept from the network."""

import time

import pytest

from assistant.ui.page import TABS

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.page

QUESTION = "分解细化方案里“三公”经费公开由谁负责，什么时候完成？"
BOX = "#question textarea"
ANSWERED = "#transcript .turn:last-child.outcome-answered"


def ask(page, question, *, until=ANSWERED):
    page.fill(BOX, question)
    page.press(BOX, "Enter")
    page.wait_for_selector(until)


def test_a_question_is_answered_and_its_citations_open(visit, save):
    page = visit()
    save(page, "empty")
    ask(page, QUESTION)

    page.wait_for_selector("#source .shows-1-1")
    assert page.input_value(BOX) == ""
    assert "市财政局牵头[1]" in page.inner_text(ANSWERED + " .words").replace("\n", "")
    assert page.locator("#source .carried").count() == 2
    save(page, "answer")

    page.click("#turn-1 .words .at-1-2")
    page.wait_for_selector("#source .shows-1-2")
    assert page.locator("#source mark").all_inner_texts() == ["年内", "市财政局牵头"]
    assert page.locator("#turn-1 .words .at-1-2.chosen").count() == 2

    page.click("#turn-1 .sources .at-1-3")
    page.wait_for_selector("#source .shows-1-3")
    assert "各区县政府应在2014年" in page.inner_text("#source mark")
    assert page.locator("#source mark").is_visible()
    save(page, "second-document")


def test_a_provision_opens_in_its_document_between_its_neighbours(visit):
    page = visit()
    ask(page, QUESTION)
    page.click("#turn-1 .sources .at-1-3")
    page.wait_for_selector("#source .shows-1-3")

    head = page.locator("#source .pane-head").bounding_box()
    pane = page.locator("#source").bounding_box()
    for words in ("三、(十二)", "三、(十四)"):
        place = page.locator(f"#source .outline p:has-text('{words}')").bounding_box()
        assert head["y"] + head["height"] <= place["y"] + place["height"]
        assert place["y"] < pane["y"] + pane["height"]


def test_a_provision_can_be_copied_as_a_quotation(visit):
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, QUESTION)
    page.click("#turn-1 .sources .at-1-3")
    page.wait_for_selector("#source .shows-1-3")
    page.click("#source .copying button")

    page.wait_for_selector("#source .copied:visible")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(
        "《某市2014年政府信息公开工作要点》（某政办发〔2014〕28号）三、(十三)规定：“各区县政府应在"
    )


def test_the_same_mark_can_be_chosen_again(visit):
    page = visit()
    ask(page, QUESTION)
    page.click("#turn-1 .sources .at-1-2")
    page.wait_for_selector("#source .shows-1-2")
    ask(page, "再问", until="#turn-2.outcome-answered")
    page.wait_for_selector("#source .shows-2-1")

    page.click("#turn-1 .sources .at-1-2")
    page.wait_for_selector("#source .shows-1-2")


def test_the_keyboard_reaches_the_marks(visit):
    page = visit()
    ask(page, QUESTION)

    page.focus("#turn-1 .words .at-1-1")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_selector("#source .shows-1-2")
    assert page.get_by_role("button", name="查看依据 2：").first.is_visible()
    assert page.get_by_role("region", name="依据").is_visible()


@pytest.mark.parametrize("event", ['{"isComposing": true}', '{"keyCode": 229, "which": 229}'])
def test_enter_that_ends_a_composition_does_not_send(event, visit, answering):
    page = visit()
    page.fill(BOX, "三公")

    page.evaluate(
        """([box, extra]) => {
            const field = document.querySelector(box);
            field.dispatchEvent(new CompositionEvent("compositionstart", {bubbles: true}));
            for (const kind of ["keydown", "keypress", "keyup"])
                field.dispatchEvent(new KeyboardEvent(kind,
                    {key: "Enter", code: "Enter", bubbles: true, cancelable: true, ...JSON.parse(extra)}));
            field.dispatchEvent(new CompositionEvent("compositionend", {bubbles: true, data: "三公"}));
        }""",
        [BOX, event],
    )
    page.wait_for_timeout(500)
    assert answering.asked == []
    assert page.input_value(BOX) == "三公"

    page.press(BOX, "Enter")
    page.wait_for_selector(ANSWERED)
    assert answering.asked == [("三公", ())]


def test_a_word_composed_by_an_input_method_arrives_whole(visit, answering):
    page = visit()
    page.focus(BOX)
    devtools = page.context.new_cdp_session(page)
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229, "nativeVirtualKeyCode": 229}

    devtools.send("Input.imeSetComposition", {"text": "zhengdi", "selectionStart": 7, "selectionEnd": 7})
    devtools.send("Input.dispatchKeyEvent", {"type": "keyDown", "text": "\r", **enter})
    devtools.send("Input.dispatchKeyEvent", {"type": "keyUp", **enter})
    devtools.send("Input.insertText", {"text": "征地"})
    page.wait_for_timeout(300)
    assert answering.asked == []

    page.keyboard.type("信息")
    page.press(BOX, "Enter")
    page.wait_for_selector(ANSWERED)
    assert answering.asked[0][0].replace("\n", "") == "征地信息"


def test_shift_enter_starts_a_line(visit, answering):
    page = visit()
    page.fill(BOX, "甲")
    page.press(BOX, "Shift+Enter")
    page.keyboard.type("乙")
    page.press(BOX, "Enter")

    page.wait_for_selector(ANSWERED)
    assert answering.asked == [("甲\n乙", ())]


def test_while_an_answer_is_awaited_nothing_else_is_sent(visit, answering, save):
    answering.released.clear()
    page = visit()
    page.fill(BOX, QUESTION)
    page.click("#send")
    page.wait_for_selector("#transcript .turn.pending")
    save(page, "waiting")

    page.press(BOX, "Enter")
    page.fill(BOX, "下一个问题")
    page.press(BOX, "Enter")
    answering.released.set()
    page.wait_for_selector(ANSWERED)
    page.wait_for_timeout(300)

    assert len(answering.asked) == 1
    assert page.input_value(BOX) == "下一个问题"


def test_an_example_is_asked_by_a_click(visit, answering):
    page = visit()
    page.click("#transcript .examples li:first-child button")

    page.wait_for_selector(ANSWERED)
    assert answering.asked == [(QUESTION, ())]


def test_a_choice_is_asked_with_the_question_before_it(visit, answering):
    page = visit()
    ask(page, "哪份？", until=".outcome-clarify")
    page.click("#transcript .choices button:has-text('某市2014年工作要点')")

    page.wait_for_selector(ANSWERED)
    assert answering.asked[-1] == ("某市2014年工作要点", ("哪份？",))


def test_a_nearest_provision_opens(visit, save):
    page = visit()
    ask(page, "2015年呢？", until=".outcome-not_in_library")
    page.click("#transcript .nearest button")

    page.wait_for_selector("#source .shows-1-n1")
    save(page, "not-in-library")


def test_a_fault_keeps_the_question(visit):
    page = visit()
    ask(page, "故障", until=".outcome-error")

    assert page.input_value(BOX) == "故障"
    assert "问题仍在输入框中" in page.inner_text("#turn-1")


def test_a_fault_of_an_offered_question_puts_it_into_the_box(visit, answering):
    page = visit()
    answering.ask = None  # calling it raises
    page.click("#transcript .examples li:first-child button")

    page.wait_for_selector(".outcome-error")
    sync_api.expect(page.locator(BOX)).to_have_value(QUESTION)


def test_a_new_conversation_forgets_the_old_one(visit, answering):
    page = visit()
    ask(page, QUESTION)
    page.click("#new")
    page.wait_for_selector("#transcript .beginning")
    ask(page, "再问")

    assert answering.asked[-1] == ("再问", ())
    assert page.locator("#transcript .turn").count() == 1


def test_two_officers_do_not_see_each_other(visit, answering):
    first, second = visit(), visit()
    ask(first, "甲的问题")
    ask(second, "乙的问题")
    ask(first, "甲的追问", until="#turn-2.outcome-answered")

    assert answering.asked[-1] == ("甲的追问", ("甲的问题",))
    assert "甲的" not in second.inner_text("#transcript")


def test_the_browser_stores_nothing(visit):
    page = visit()
    ask(page, QUESTION)

    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    databases = page.evaluate("indexedDB.databases().then((found) => found.length)")
    assert "三公" not in stored
    assert databases == 0


@pytest.mark.parametrize("tab", [name for name, _ in TABS])
def test_no_tab_looks_outside_or_complains(tab, visit, save):
    page = visit(tab=tab)
    page.wait_for_timeout(500)
    save(page, f"tab-{tab}")

    assert page.locator(f"#tab-{tab}").is_visible()


def test_a_restart_of_the_service_keeps_what_was_typed(visit):
    page = visit()
    page.fill(BOX, "写了一半的问题")
    page.reload()

    sync_api.expect(page.locator(BOX)).to_have_value("写了一半的问题")


def test_markup_in_a_question_stays_text(visit):
    page = visit()
    before = page.locator("#transcript :is(img, form, iframe, script, style, a, svg)").count()
    question = (
        "<img src=//evil.example/a.png onerror=alert(1)> ![图](https://evil.example/b.png) "
        "<form action=//evil.example><input></form> <style>*{background:url(//evil.example/c)}</style> "
        "<svg onload=alert(2)> [x](javascript:alert(3)) <iframe srcdoc='<script>alert(4)</script>'></iframe>"
    )
    ask(page, question)
    page.wait_for_timeout(300)

    assert before == 0
    assert page.locator("#transcript :is(img, form, iframe, script, style, a, svg)").count() == 0
    assert page.inner_text("#turn-1 .asked p") == question


def test_the_answer_can_be_copied(visit):
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, QUESTION)
    page.click("#turn-1 .copies")

    page.wait_for_selector("#turn-1 .copied:visible")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"提问：{QUESTION}")
    assert "[3] 《某市2014年政府信息公开工作要点》" in copied


def test_on_a_narrow_screen_the_source_opens_over_the_conversation(visit, save):
    page = visit(width=390, height=844)
    ask(page, QUESTION)
    assert not page.locator("#evidence").is_visible()
    save(page, "narrow")

    page.click("#turn-1 .words .at-1-2 >> nth=0")
    page.wait_for_selector("#source .shows-1-2 .closes")
    save(page, "narrow-source")
    page.keyboard.press("Escape")

    assert not page.locator("#evidence").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_an_english_browser_gets_an_english_page(visit, save):
    page = visit(locale="en-US")
    ask(page, QUESTION)

    assert page.inner_text("#send") == "Send"
    assert page.get_attribute(BOX, "placeholder").startswith("Type a question")
    assert page.inner_text("#turn-1 .outcome") == "Answered"
    save(page, "english")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 768), (1920, 1080)])
def test_everything_fits_on_an_office_screen(width, height, visit):
    page = visit(width=width, height=height)
    ask(page, QUESTION)

    for part in ("#banner .advice", "#new", "#send", BOX, "#source h3"):
        place = page.locator(part).first.bounding_box()
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= width
        assert place["y"] + place["height"] <= height


def test_the_first_page_opens_quickly(visit):
    started = time.monotonic()
    visit()

    assert time.monotonic() - started < 10


def test_coming_back_to_the_conversation_brings_back_its_source(visit):
    page = visit()
    ask(page, QUESTION)
    page.wait_for_selector("#source .shows-1-1")
    for name in ("comparing", "library"):
        page.click(f"#tab-{name}-button")
        page.wait_for_selector(f"body[data-tab={name}]")
        assert page.locator("#source").is_hidden()
        page.click("#tab-chat-button")
        page.wait_for_selector("body[data-tab=chat]")
        assert page.locator("#source .shows-1-1").is_visible()


def test_paper_shows_the_tab_that_is_open_and_no_other(visit):
    page = visit()
    ask(page, QUESTION)
    page.wait_for_selector("#source .shows-1-1")
    page.emulate_media(media="print")
    assert page.locator("#turn-1").is_visible()
    assert page.locator("#source .cited").is_visible()

    page.emulate_media(media="screen")
    page.click("#tab-comparing-button")
    page.wait_for_selector("body[data-tab=comparing]")
    page.emulate_media(media="print")
    assert page.locator("#comparing").is_visible()
    assert page.locator("#turn-1").is_hidden()
    assert page.locator("#source").is_hidden()
