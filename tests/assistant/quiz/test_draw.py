"""A sheet is drawn from provisions, has one answer to each question, and says what it lacks."""

from collections import Counter

import pytest

from assistant.folding import bare
from assistant.quiz.bodies import may_be_same
from assistant.quiz.check import faults
from assistant.quiz.deadlines import same_time, time_of
from assistant.quiz.draw import Wishes, draw, subjects
from assistant.quiz.material import actors_of
from assistant.quiz.question import Form, Kind

SEEDS = range(8)
LEANING = ("其", "该", "此", "上述", "前款", "并", "但", "也")


def wishes(material, *, seed=1, kinds=tuple(Kind), count=30, documents=None):
    return Wishes(documents=documents or tuple(material.documents), kinds=kinds, count=count, seed=seed)


def sheets(material, seeds=SEEDS, **fields):
    return [draw(wishes(material, seed=seed, **fields), material) for seed in seeds]


@pytest.fixture(scope="module")
def questions(digests):
    return [question for sheet in sheets(digests) for question in sheet.questions]


def test_same_seed_is_the_same_sheet_and_another_seed_another(digests):
    first, again, other = (draw(wishes(digests, seed=seed), digests).questions for seed in (7, 7, 8))

    stems = [[(one.stem, one.options, one.answer) for one in drawn] for drawn in (first, again, other)]
    assert stems[0] == stems[1]
    assert stems[0] != stems[2]


def test_every_kind_is_drawn_from_the_digests(questions):
    assert {question.kind for question in questions} == set(Kind)


def test_sheet_has_the_number_of_questions_that_is_asked_for(digests):
    assert [len(draw(wishes(digests, count=count), digests).questions) for count in (1, 10, 30)] == [1, 10, 30]


def test_nothing_is_asked_twice_on_a_sheet(digests):
    for sheet in sheets(digests):
        asked = Counter(subject for question in sheet.questions for subject in subjects(question))
        assert max(asked.values()) == 1


def test_only_chosen_documents_are_asked_about(digests):
    chosen = ("disclosure-regulation-2019", "shanghai-2014-work-points")

    drawn = draw(wishes(digests, documents=chosen), digests).questions

    assert {question.document_id for question in drawn} == set(chosen)
    assert {key.document_id for question in drawn for key in question.keys} == set(chosen)


def test_statements_are_right_about_as_often_as_wrong(digests):
    drawn = [one for sheet in sheets(digests, kinds=(Kind.TRUTH,)) for one in sheet.questions]
    right = sum(question.answer == (0,) for question in drawn)

    assert 0.35 < right / len(drawn) < 0.65


def test_right_option_stands_in_every_place(questions):
    places = Counter(question.answer[0] for question in questions if question.form is Form.SINGLE)

    assert set(places) == {0, 1, 2, 3}


def test_shortage_is_told_by_kind_and_in_all(digests):
    sheet = draw(wishes(digests, kinds=(Kind.MATCH, Kind.WHEN_MULTIPLE), count=40), digests)

    assert len(sheet.questions) < 40
    assert sum("连线" in line for line in sheet.shortages) == 1
    assert f"只能出 {len(sheet.questions)} 题" in sheet.shortages[-1]


def test_documents_without_such_facts_say_that_nothing_can_be_drawn(digests):
    found = draw(wishes(digests, kinds=(Kind.MATCH,), documents=("state-council-2014-work-points",)), digests)

    assert not found.questions
    assert "出不了" in found.shortages[0]


def check_all(material, seeds, count=30):
    """Hold every drawn question against rules that are not those it was drawn by."""
    texts = {one.id: one for id in material.documents for one in material.provisions(id)}
    drawn = [question for sheet in sheets(material, seeds, count=count) for question in sheet.questions]
    for question in drawn:
        assert faults(question, material) == []
        where = [texts[f"{key.document_id}#{key.address}"] for key in question.keys]
        if question.kind in (Kind.WHO_SINGLE, Kind.WHO_MULTIPLE):
            wrong = [one for place, one in enumerate(question.options) if place not in question.answer]
            assert not [one for one in wrong if bare(one) in bare(where[0].shown_text)]
            assert not [one for one in wrong for actor in actors_of(where) if may_be_same(one, actor)]
        if question.kind is Kind.WHEN_SINGLE:
            times = {(time_of(one).what, time_of(one).year, time_of(one).value) for one in question.options}
            assert len(times) == len(question.options)
        if question.kind is Kind.FIND:
            wrong = [claim.value for claim in question.claims if not claim.is_right]
            others = [texts[f"{question.document_id}#{address}"] for address in wrong]
            assert not [one for one in others if bare(question.keys[0].quote) in bare(one.text)]
            assert not [one for one in others if where[0].text in one.text or one.text in where[0].text]
        if question.kind in (Kind.WHAT_SINGLE, Kind.WHAT_MULTIPLE):
            wrong = [claim.value for claim in question.claims if not claim.is_right]
            assert not [one for one in wrong for provision in where if bare(one) in bare(provision.text)]
        assert_reads_well(question)
    return drawn


def assert_reads_well(question):
    """Whole sentences, whole brackets, nothing that leans on words before it."""
    for words in (question.stem, *question.options, *question.items):
        assert words == words.strip()
        assert not words.startswith(LEANING)
        assert all(words.count(a) == words.count(b) for a, b in ("（）", "“”", "《》", "‘’"))
        assert "缺失" not in words
        assert "\t" not in words
        assert "|" not in words


def test_no_question_over_the_digests_is_ambiguous(digests):
    assert len(check_all(digests, range(20))) > 500


@pytest.mark.shared
def test_no_question_over_the_official_texts_is_ambiguous(official):
    assert len(check_all(official, range(10))) > 250


@pytest.mark.shared
def test_questions_are_drawn_from_texts_the_parser_was_not_made_for(unseen):
    drawn = check_all(unseen, range(4), count=40)

    kinds = Counter(question.kind for question in drawn)
    assert len(drawn) == 160
    assert {Kind.WHO_SINGLE, Kind.WHO_MULTIPLE, Kind.WHEN_SINGLE, Kind.DEPTH, Kind.FIND, Kind.TRUTH} <= set(kinds)


def test_quotes_of_keys_stand_in_the_document(digests):
    for sheet in sheets(digests):
        for question in sheet.questions:
            for key in question.keys:
                assert key.quote in digests.documents[key.document_id].text


def test_deadline_written_otherwise_is_the_same():
    assert same_time("二十个工作日内", "收到申请之日起20个工作日之内")
    assert same_time("年内", "2014年年底前")
    assert same_time("7月底前", "2014年7月31日前")
    assert same_time("24小时内", "1日内")
    assert not same_time("2014年年底前", "2015年年底前")
    assert not same_time("20个工作日内", "20日内")
    assert not same_time("每年1月31日前", "每年3月31日前")


def test_time_limit_for_replies_is_among_the_questions(digests):
    drawn = draw(
        wishes(digests, kinds=(Kind.WHEN_SINGLE,), count=60, documents=("disclosure-regulation-2019",)), digests
    )

    asked = {key.address: question for question in drawn.questions for key in question.keys}
    assert {"第三十条", "第三十三条第二款", "第四十九条第一款"} <= set(asked)
    assert asked["第三十三条第二款"].options[asked["第三十三条第二款"].answer[0]] == "20个工作日"


def test_sentence_is_not_shown_whole_by_one_question_and_with_a_gap_by_another(digests):
    for sheet in sheets(digests, documents=("disclosure-regulation-2019",)):
        asked = Counter(bare(key.quote) for question in sheet.questions for key in question.keys if len(key.quote) > 24)
        assert max(asked.values()) == 1


def test_list_is_asked_about_again_only_after_all_others(digests):
    (sheet,) = sheets(digests, [1], documents=("disclosure-regulation-2019",), kinds=(Kind.WHAT_SINGLE,), count=6)

    assert len({question.stem.split("\n")[0] for question in sheet.questions}) == 6


def test_item_that_stands_for_all_others_is_no_option(questions):
    assert not [one for question in questions for one in question.options if one.endswith(("其他职能", "其他情形"))]


def test_place_is_asked_for_where_the_heading_does_not_tell_it(digests):
    (sheet,) = sheets(digests, [1], kinds=(Kind.FIND,), count=10)

    assert not [one for one in sheet.questions if one.claims[one.answer[0]].fact.is_told]
