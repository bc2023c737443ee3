"""Teams answer in turn on one machine, and their results are counted and exported."""

import io
import zipfile

import pytest

from assistant.quiz.chart import scores_chart
from assistant.quiz.draw import Wishes, draw
from assistant.quiz.play import Game, team_names
from assistant.quiz.question import Form, Kind
from assistant.quiz.scores import Score, by_provision, by_team, letters, lines
from assistant.quiz.workbook import results_workbook


@pytest.fixture(scope="module")
def sheet(digests):
    return draw(Wishes(documents=tuple(digests.documents), kinds=tuple(Kind), count=20, seed=3), digests)


@pytest.fixture
def game(sheet):
    return Game(sheet=sheet, teams=("甲队", "乙队"))


def answered(game, *, right):
    question = game.question
    answer = question.answer if right else tuple((place + 1) % len(question.options) for place in question.answer)
    for place in answer:
        game = game.chosen(place)
    return game.submitted()


def test_single_choice_keeps_the_last_option(game):
    assert game.question.form is Form.SINGLE
    assert game.chosen(0).chosen(2).given == (2,)


def test_multiple_choice_takes_an_option_back(game, sheet):
    while game.question.form is not Form.MULTIPLE:
        game = game.advanced()
    assert game.chosen(2).chosen(0).chosen(2).given == (0,)


def test_match_takes_one_option_for_each_item_and_then_begins_anew(game):
    while game.question.form is not Form.MATCH:
        game = game.advanced()
    partly = game.chosen(1).chosen(1).chosen(0)
    assert (partly.given, partly.is_complete) == ((1, 1, 0), False)
    full = partly.chosen(2)
    assert (full.is_complete, full.chosen(3).given) == (True, (3,))


def test_nothing_is_answered_before_something_is_chosen(game):
    assert game.submitted().verdict is None


def test_answer_cannot_be_changed_afterwards(game):
    done = answered(game, right=False)
    assert done.chosen(0) == done
    assert done.submitted() == done


def test_option_that_does_not_exist_is_not_chosen(game):
    assert game.chosen(9) == game
    assert game.chosen(-1) == game


def test_teams_take_turns_and_another_may_be_given_the_word(game):
    first = answered(game, right=True).advanced()
    assert first.teams[first.team] == "乙队"
    again = answered(first.given_to(0), right=True)
    assert [one.team for one in again.answered] == ["甲队", "甲队"]


def test_scores_count_by_team_and_by_provision(game):
    game = answered(game, right=True).advanced()
    game = answered(game, right=False).advanced()
    game = answered(game, right=True)

    assert by_team(game) == [Score("甲队", 2, 2), Score("乙队", 0, 1)]
    provisions = by_provision(game)
    assert provisions[0].right == 0
    assert sum(score.answered for score in provisions) >= 3


def test_game_ends_after_the_last_question_or_where_it_is_broken_off(game, sheet):
    assert game.ended().question is None
    for _ in sheet.questions:
        game = game.advanced()
    assert game.question is None
    assert game.advanced() == game


def test_team_names_are_read_from_one_line_each_once():
    assert team_names("一组、二组，三组,一组；", "全体") == ("一组", "二组", "三组")
    assert team_names(" ", "全体") == ("全体",)
    assert len(team_names("、".join(map(str, range(30))), "全体")) == 8


def test_letters_name_options_and_matches():
    assert letters((0, 2)) == "AC"
    assert letters((1, 0), ("甲", "乙")) == "1B 2A"


def test_workbook_takes_no_name_for_a_formula(game):
    game = answered(Game(sheet=game.sheet, teams=('=HYPERLINK("http://x")', "+1+1")), right=True)
    content = results_workbook(by_team(game), by_provision(game), lines(game, str))

    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name]
        strings = book.read("xl/sharedStrings.xml").decode()
    assert len(sheets) == 3
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)
    assert "=HYPERLINK(&quot;http://x&quot;)" in strings or '=HYPERLINK("http://x")' in strings
    assert "+1+1" in strings


def test_chart_has_the_figures_and_no_script():
    svg = scores_chart([Score("<b>甲队</b>", 2, 3), Score("乙队", 0, 0)], "各队得分")
    assert "（2/3）" in svg
    assert "<b>" not in svg
    assert "<script" not in svg
    assert 'href="http' not in svg.replace("http://www.w3.org", "")


def test_long_names_that_begin_alike_stay_two_teams():
    first, second = team_names(f"{'甲' * 40}、{'甲' * 40}乙", "全体")

    assert first != second
    assert max(len(first), len(second)) <= 21
