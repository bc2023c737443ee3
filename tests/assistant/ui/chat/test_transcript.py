from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Outcome
from assistant.ui.chat.copying import plain_text
from assistant.ui.chat.session import Turn, answered, asked
from assistant.ui.chat.transcript import Showing, transcript
from assistant.ui.settings import PageSettings
from assistant.ui.texts import EXAMPLES, TEXTS

ZH = TEXTS["zh"]
SHOWING = Showing(titles={}, texts=ZH)


@pytest.fixture
def shown(answering):
    return lambda question: transcript(answered(asked((), question), answering.ask(question)), SHOWING)


def test_an_empty_conversation_offers_examples():
    page = transcript((), SHOWING)

    assert all(example in page for example in EXAMPLES)


def test_a_waiting_question_says_that_it_is_being_looked_up():
    page = transcript((Turn(number=1, question="问"),), SHOWING)

    assert 'class="turn pending"' in page
    assert ZH["asking"] in page


def test_marks_are_buttons_named_after_the_provision(shown):
    page = shown("问")

    assert page.count('class="opens mark at-1-2"') == 3  # twice in the text, once in the list
    assert "查看依据 3：某政办发〔2014〕28号 三、(十三)" in page


def test_a_number_without_citation_stays_text(shown):
    assert "[9]" not in shown("问")
    assert "[9]" in transcript((Turn(number=1, question="问 [9]"),), SHOWING)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_a_badge(outcome, answering):
    answer = replace(answering.ask("问"), status=outcome)

    page = transcript(answered(asked((), "问"), answer), SHOWING)

    assert f'<span class="badge outcome">{ZH[f"outcome.{outcome.value}"]}</span>' in page
    assert f"outcome-{outcome.value}" in page


def test_choices_are_buttons(shown):
    assert '<button type="button" class="asks">2014年分解细化方案</button>' in shown("哪份")


def test_nearest_provisions_are_buttons_and_what_is_missing_is_named(shown):
    page = shown("2015")

    assert 'class="opens chip at-1-n1"' in page
    assert "资料库中未收录：某省2015年工作要点" in page
    assert "最接近的条款：" in page


def test_a_table_has_marks_too_and_many_sources_are_folded(shown):
    page = shown("对比")

    assert '<th scope="col">牵头单位</th>' in page
    assert '<td>年内<button type="button" class="opens mark at-1-1"' in page
    assert "<summary" in page
    assert "全部依据（5 条）" in page


def test_the_scope_names_documents_by_their_titles(answering):
    showing = Showing(titles={"fictional-2014-breakdown": "分解方案"}, texts=ZH)
    page = transcript(answered(asked((), "问"), answering.ask("问")), showing)

    assert 'value="1 document:fictional-2014-breakdown">《分解方案》<' in page
    assert 'value="1 document:fictional-2014-work-points">《fictional-2014-work-points》<' in page
    assert 'value="1 year:2014">2014年<' in page


def test_an_answer_without_scope_says_that_everything_was_searched(shown):
    assert "检索范围：全部文件" in shown("哪份")


def test_the_dates_of_the_documents_relied_on_are_said_once(shown):
    page = shown("问")

    assert page.count("《某市2014年政府信息公开工作要点》2014-04-30，已届期") == 1
    assert page.count("《2014年政府信息公开工作要点分解细化方案》日期未载，已届期") == 1


def test_what_may_be_asked_next_is_a_button(answering):
    turn = replace(answered(asked((), "问"), answering.ask("问"))[0], offers=("由谁牵头？",))

    assert '<button type="button" class="asks">由谁牵头？</button>' in transcript((turn,), SHOWING)


@pytest.mark.parametrize(
    ("settings", "said", "unsaid"),
    [
        (PageSettings(), "问答不写入磁盘", "意见"),
        (PageSettings(library=Path("/库"), records=Path("/库/records"), records_days=90), "保留 90 天", "不写入磁盘"),
    ],
)
def test_the_beginning_says_what_is_kept_where(settings, said, unsaid):
    page = transcript((), Showing(titles={}, texts=ZH, settings=settings))

    assert said in page
    assert unsaid not in page
    assert ("/库/records" in page) == ("/库/feedback" in page) == (settings.library is not None)


def test_a_copy_holds_question_answer_and_every_citation(answering):
    copied = plain_text("谁？", answering.ask("问"), ZH)

    assert copied.startswith("提问：谁？")
    assert (
        "[2] 《2014年政府信息公开工作要点分解细化方案》三、第1行 [要旨（非原文）；已届期]：“年内 | 市财政局牵头”"
        in copied
    )
    assert "[3] 《某市2014年政府信息公开工作要点》（某政办发〔2014〕28号）三、(十三) [原文；已届期]" in copied
    assert copied.endswith(ZH["advice"])


def test_a_copied_table_is_parted_by_tabs(answering):
    assert "文件\t牵头单位\t时限\n分解细化方案\t市财政局[1]\t年内[1]" in plain_text("问", answering.ask("对比"), ZH)


def test_a_heading_that_the_address_has_is_not_said_again(answering):
    answer = answering.ask("2015")
    near = replace(answer.nearest[0], address="七、加强解读", heading="第一部分 › 加强解读")
    page = str(transcript(answered(asked((), "问"), replace(answer, nearest=(near,))), Showing(titles={}, texts=ZH)))

    assert page.count("加强解读") == 1
