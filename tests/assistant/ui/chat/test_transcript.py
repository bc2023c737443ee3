import pytest

from assistant.answer import Outcome
from assistant.ui.chat.copying import plain_text
from assistant.ui.chat.session import Turn, answered, asked
from assistant.ui.chat.transcript import transcript
from assistant.ui.texts import EXAMPLES, TEXTS

ZH = TEXTS["zh"]


@pytest.fixture
def shown(answering):
    return lambda question: transcript(answered(asked((), question), answering.ask(question)), {}, ZH)


def test_an_empty_conversation_offers_examples():
    page = transcript((), {}, ZH)

    assert all(example in page for example in EXAMPLES)


def test_a_waiting_question_says_that_it_is_being_looked_up():
    page = transcript((Turn(number=1, question="问"),), {}, ZH)

    assert 'class="turn pending"' in page
    assert ZH["asking"] in page


def test_marks_are_buttons_named_after_the_provision(shown):
    page = shown("问")

    assert page.count('class="opens mark at-1-2"') == 3  # twice in the text, once in the list
    assert "查看依据 3：某政办发〔2014〕28号 三、(十三)" in page


def test_a_number_without_citation_stays_text(shown):
    assert "[9]" not in shown("问")
    assert "[9]" in transcript((Turn(number=1, question="问 [9]"),), {}, ZH)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_a_badge(outcome, answering):
    from dataclasses import replace

    answer = replace(answering.ask("问"), status=outcome)

    page = transcript(answered(asked((), "问"), answer), {}, ZH)

    assert f'<span class="badge outcome">{ZH[f"outcome.{outcome.value}"]}</span>' in page
    assert f"outcome-{outcome.value}" in page


def test_choices_are_buttons(shown):
    assert '<button type="button" class="asks">2014年分解细化方案</button>' in shown("哪份")


def test_nearest_provisions_are_buttons_and_what_is_missing_is_named(shown):
    page = shown("2015")

    assert 'class="opens chip at-1-n1"' in page
    assert "资料库中未收录：某省2015年工作要点" in page


def test_a_table_has_marks_too_and_many_sources_are_folded(shown):
    page = shown("对比")

    assert '<th scope="col">牵头单位</th>' in page
    assert '<td>年内<button type="button" class="opens mark at-1-1"' in page
    assert "<summary" in page
    assert "全部依据（5 条）" in page


def test_the_scope_names_documents_by_their_titles(answering):
    page = transcript(answered(asked((), "问"), answering.ask("问")), {"fictional-2014-breakdown": "分解方案"}, ZH)

    assert "检索范围：《分解方案》、《fictional-2014-work-points》、2014" in page


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
