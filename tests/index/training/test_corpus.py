import gzip
import json

from index.training.corpus import (
    Article,
    Question,
    distinct_texts,
    read_articles,
    read_questions,
    split_questions,
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


def test_split_takes_the_share_and_is_fixed_by_seed(questions):
    split = split_questions(questions, held_out_share=0.25, seed=1)
    same = split_questions(list(reversed(questions)), held_out_share=0.25, seed=1)
    other = split_questions(questions, held_out_share=0.25, seed=2)

    assert len(split.held_out) == 10
    assert set(same.held_out) == set(split.held_out)
    assert set(other.held_out) != set(split.held_out)


def test_question_asked_twice_lands_on_one_side():
    questions = [Question(f"问{i % 20}", (str(i),)) for i in range(40)]

    split = split_questions(questions, held_out_share=0.5, seed=3)

    assert len(split.train) == len(split.held_out) == 20
    assert not {one.text for one in split.train} & {one.text for one in split.held_out}
