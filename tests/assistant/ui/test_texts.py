import string

import pytest

from assistant.answer import Outcome
from assistant.ui.page import component_texts
from assistant.ui.texts import EXAMPLES, TEXTS, page_language
from index.corpus import Status


def placeholders(words):
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def test_both_languages_have_the_same_keys():
    assert TEXTS["zh"].keys() == TEXTS["en"].keys()


@pytest.mark.parametrize("key", TEXTS["zh"])
def test_both_languages_fill_in_the_same(key):
    assert placeholders(TEXTS["zh"][key]) == placeholders(TEXTS["en"][key])
    assert TEXTS["zh"][key].strip()
    assert TEXTS["en"][key].strip()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_outcome_and_status_has_a_text(language):
    outcomes = {f"outcome.{outcome.value}" for outcome in Outcome}
    statuses = {f"status.{status.value}" for status in Status}

    assert outcomes | statuses <= TEXTS[language].keys()


@pytest.mark.parametrize(
    ("header", "language"),
    [("zh-CN,zh;q=0.9,en;q=0.8", "zh"), ("zh", "zh"), ("ZH-tw", "zh"), ("en-US,zh", "en"), ("fr", "en"), (None, "zh")],
)
def test_the_page_speaks_the_browsers_language(header, language):
    assert page_language(header, None) == language


def test_a_setting_goes_before_the_browser():
    assert page_language("zh-CN", "en") == "en"
    assert component_texts("en").translations["zh-CN"]["send"] == "Send"


def test_components_know_every_spelling_of_chinese():
    translations = component_texts(None).translations

    assert translations["zh"]["send"] == translations["zh-CN"]["send"] == "发送"


def test_the_first_example_is_the_one_of_the_workshop():
    assert EXAMPLES[0] == "分解细化方案里“三公”经费公开由谁负责，什么时候完成？"
