import pytest

from assistant.chain import Assistant


@pytest.mark.parametrize(
    ("question", "supposed"),
    [
        ("条例规定答复期限是15日，对不对", "15日"),
        ("收到申请后是30个工作日内答复吗？", "30个工作日"),
        ("有人说北京2014年要点里三公经费由市审计局牵头，是这样吗？", "市审计局"),
    ],
)
def test_a_wrong_figure_or_body_in_a_question_is_pointed_out(
    question: str, supposed: str, assistant: Assistant
) -> None:
    answer = assistant.ask(question)

    assert any(supposed in notice for notice in answer.notices)


@pytest.mark.parametrize(
    "question",
    ["收到申请后是20个工作日内答复吗？", "北京2014年要点里食品药品由市食品药品监管局牵头吗？", "收到申请后多久答复？"],
)
def test_what_the_provision_bears_out_gets_no_notice(question: str, assistant: Assistant) -> None:
    assert not any("现行文本" not in notice for notice in assistant.ask(question).notices)


@pytest.mark.parametrize("question", ["what is the deadline?", "😀😀", "？？"])
def test_a_question_without_chinese_is_asked_for_in_chinese(question: str, assistant: Assistant) -> None:
    answer = assistant.ask(question)

    assert answer.status == "clarify"
    assert "中文" in answer.text
