import pytest

from assistant.texts import introduced

TITLE = "关于推行巡查公示制度巡查记录制度的意见"


@pytest.mark.parametrize(
    "text",
    [
        "巡查公示制度、巡查记录制度（以下统称“两项制度”）已经试行。",
        "对巡查\n记录制度(以下简称两项制度)作出规定。",
        "巡查公示制度、巡查记录制度（以下合称为「两项制度」）。",
    ],
)
def test_a_text_introduces_short_forms_for_words_of_its_title(text):
    assert introduced([TITLE], text) == ("两项制度",)


def test_a_short_form_for_something_else_is_none_for_the_document():
    assert introduced([TITLE], "某县巡查工作领导小组（以下简称领导小组）负责。") == ()
