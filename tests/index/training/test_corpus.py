import gzip
import json
from collections import Counter

import pytest

from index.training.corpus import (
    Article,
    Question,
    QuestionSplit,
    distinct_texts,
    question_folds,
    read_articles,
    read_questions,
    sharing_no_article,
)


def test_corpus_files_are_read_with_and_without_headings(tmp_path):
    rows = [
        {"id": "a#1", "title": "甲法", "article": "第一条", "text": "正文。", "heading": ["第一章"]},
        {"id": "b", "title": "乙法", "article": "第一条", "text": "正文二。"},
    ]
    path = tmp_path / "articles.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in rows).encode()))

    first, second = read_articles(path)

    assert first.embedding_text == "甲法\n第一章\n正文。"
    assert second.embedding_text == "乙法\n正文二。"


def test_question_file_is_read(tmp_path):
    path = tmp_path / "questions.jsonl.gz"
    row = {"id": "0", "question": "谁负责？", "article_ids": ["a", "b"]}
    path.write_bytes(gzip.compress(json.dumps(row).encode()))

    assert read_questions(path) == [Question("谁负责？", ("a", "b"))]


def test_repeated_text_is_kept_once_and_order_stays():
    one, again, other = (Article(i, i, (), text) for i, text in zip("123", "甲甲乙", strict=True))

    assert distinct_texts([one, again, other]) == [one, other]


def test_each_wording_is_held_out_in_one_fold_and_trained_on_in_the_others(questions):
    questions = [*questions, Question(questions[0].text, ("another",))]

    folds = question_folds(questions, 5)

    assert Counter(one for fold in folds for one in fold.held_out) == Counter(questions)
    assert all(Counter(fold.train + fold.held_out) == Counter(questions) for fold in folds)
    assert not any({one.text for one in fold.train} & {one.text for one in fold.held_out} for fold in folds)


def test_folds_are_even_and_depend_on_the_seed_but_not_on_the_order_of_the_file(questions):
    folds, again = question_folds(questions, 5), question_folds(list(reversed(questions)), 5)
    others = question_folds(questions, 5, seed=1)

    assert [len(fold.held_out) for fold in folds] == [8] * 5
    assert [set(fold.held_out) for fold in again] == [set(fold.held_out) for fold in folds]
    assert [set(fold.held_out) for fold in others] != [set(fold.held_out) for fold in folds]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_as_many_folds_as_cannot_be_made_are_refused(count):
    with pytest.raises(ValueError, match="wordings"):
        question_folds([Question("甲？", ("1",)), Question("乙？", ("2",))], count)


def test_question_with_one_article_in_training_shares_it():
    split = QuestionSplit(
        train=[Question("甲？", ("1", "2"))],
        held_out=[Question("乙？", ("2", "3")), Question("丙？", ("3", "4"))],
    )

    assert sharing_no_article(split) == [Question("丙？", ("3", "4"))]
