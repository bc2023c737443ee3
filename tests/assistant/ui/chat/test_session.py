import pytest

from assistant.answer import Answer, Outcome
from assistant.ui.chat.session import TURNS_KEPT, answered, asked, citation_at, clean


def test_turns_are_counted_over_the_whole_conversation():
    turns = ()
    for _ in range(TURNS_KEPT + 5):
        turns = asked(turns, "问")

    assert len(turns) == TURNS_KEPT
    assert turns[-1].number == TURNS_KEPT + 5


def test_a_place_leads_to_its_citation(answering):
    turns = answered(asked((), "问"), answering.ask("问"))

    assert citation_at(turns, "1-2").address == "三、第1行"


def test_a_place_leads_to_a_nearest_provision(answering):
    turns = answered(asked((), "2015"), answering.ask("2015"))

    assert citation_at(turns, "1-n1").address == "三、(十四)"


@pytest.mark.parametrize("place", ["", "1", "1-", "1-9", "2-1", "1-n1", "-1-1", "1-1-1", "一-一", "1-01", "../1"])
def test_a_place_that_is_not_there_leads_nowhere(place, answering):
    turns = answered(asked((), "问"), answering.ask("问"))

    assert citation_at(turns, place) is None


def test_a_waiting_turn_has_no_citations():
    assert citation_at(asked((), "问"), "1-1") is None


def test_an_answer_goes_to_the_last_question():
    answer = Answer(question="二", status=Outcome.REFUSED, text="")

    turns = answered(asked(asked((), "一"), "二"), answer)

    assert [turn.answer for turn in turns] == [None, answer]


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("　谁负责？ ", "谁负责？"),
        ("甲\n乙", "甲\n乙"),
        ("甲\x00\u202e乙\ud800", "甲乙"),
        ("甲\u3000乙", "甲 乙"),
        (" \u200b\n", ""),
    ],
)
def test_what_cannot_be_seen_is_not_sent(typed, sent):
    assert clean(typed) == sent
