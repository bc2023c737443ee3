"""The tab 评测 in a real browser."""

import pytest

from evals.experts import read_judgements
from evals.run_folder import all_runs

pytestmark = pytest.mark.page


@pytest.fixture
def expect():
    return pytest.importorskip("playwright.sync_api").expect


def part(page, name):
    page.click(f"#evaluating-{name}-button")


def test_a_failing_case_is_read_its_provision_opened_and_the_answer_scored(visit, run, home, expect, save):
    page = visit(tab="evaluating")
    page.click(f"button.run-name:has-text('{run.name}')")
    failing = page.locator("#evaluating-run details.case.bad")
    failing.locator("summary").click()
    expect(failing.locator(".two")).to_contain_text("市审计局")
    save(page, "evaluating-run")

    failing.locator("button.place").first.click()
    expect(page.locator("#source .cited")).to_contain_text("经费")
    save(page, "evaluating-source")
    page.locator("#source .closes").click()

    failing.locator("button:has-text('逐句评分')").click()
    page.locator("#evaluating-said label", has_text="部分对").click()
    page.locator("#evaluating-cited label", has_text="相近").click()
    page.click("#evaluating-save")
    expect(page.locator("#evaluating-saved")).to_contain_text("没有保存：请署名")
    page.locator("#evaluating-by :is(input, textarea)").fill("王某")
    page.click("#evaluating-save")
    expect(page.locator("#evaluating-saved")).to_contain_text("已保存：第 1 句，王某")
    save(page, "evaluating-scoring")
    (kept,) = read_judgements(home, run.name)
    assert (kept.case, kept.said, kept.cited) == ("wrong-1", "partly", "near")


def test_a_run_is_made_from_the_page_compared_and_reported(visit, home, tmp_path, expect, save):
    page = visit(tab="evaluating")
    expect(page.locator("#evaluating-runs")).to_contain_text("还没有运行过评测")
    part(page, "running")
    expect(page.locator("#evaluating-stale")).to_contain_text("没有过时的用例")
    page.locator("#evaluating-kinds input").click()
    page.locator("#evaluating-kinds").get_by_role("option", name="定义").click()
    page.keyboard.press("Tab")
    page.click("#evaluating-start")
    expect(page.locator("#evaluating-status")).to_contain_text("已完成，结果已存盘", timeout=30_000)
    save(page, "evaluating-running")
    (made,) = all_runs(tmp_path / "runs")
    assert made.summary().cases == len(made.cases()) > 0

    part(page, "comparing")
    expect(page.locator("#evaluating-after input")).to_have_value(made.name)
    page.click("#evaluating-compare")
    expect(page.locator("#evaluating-difference")).to_contain_text("与要旨的基线比较")
    save(page, "evaluating-comparing")

    part(page, "results")
    page.click(f"button.run-name:has-text('{made.name}')")
    page.click("button:has-text('生成报告')")
    with page.expect_download() as download:
        page.click("#evaluating-report a >> nth=0")
    assert "评测报告" in download.value.path().read_text("utf-8")


def test_it_speaks_english_and_can_be_read_in_the_dark_and_on_a_projector(visit, run, expect, save):
    page = visit(tab="evaluating", locale="en-US", dark=True, width=1920, height=1080)
    page.click(f"button.run-name:has-text('{run.name}')")
    expect(page.locator("#evaluating-run")).to_contain_text("Failed or not scored (1)")
    expect(page.locator("#evaluating-results-button")).to_have_text("Results")
    save(page, "evaluating-dark")
    part(page, "running")
    expect(page.locator("#evaluating-start")).to_have_text("Start")
    save(page, "evaluating-running-dark")


def test_what_an_opinion_lacks_to_become_a_case_is_said_on_the_page(visit):
    page = visit(tab="evaluating")
    page.click("#evaluating-opinions-button")
    page.click("#evaluating-promote")

    page.wait_for_selector("#evaluating-promoted .problem")
