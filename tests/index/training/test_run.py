import gzip
import json
from dataclasses import replace

import pytest

from index.embed import open_embedder
from index.training.corpus import Question, question_folds
from index.training.run import CorpusFiles, question_examples, run, run_folds


@pytest.fixture
def marked(questions):
    """Questions that each hold a character no other text has."""
    return [Question(f"{one.text}{chr(0x9000 + i)}", one.article_ids) for i, one in enumerate(questions)]


@pytest.fixture
def files(tmp_path, articles, marked):
    rows = [{"id": a.id, "title": a.title, "heading": a.headings, "text": a.text} for a in articles]
    asked = [{"question": one.text, "article_ids": one.article_ids} for one in marked]
    paths = []
    for name, content in {"laws": rows, "articles": rows, "questions": asked}.items():
        paths.append(tmp_path / f"{name}.jsonl.gz")
        paths[-1].write_bytes(gzip.compress("\n".join(map(json.dumps, content)).encode()))
    return CorpusFiles(*paths)


@pytest.fixture
def small(settings):
    return replace(settings, pieces=250, vocabulary_sample=20, tuning_epochs=6, tuning_batch=16, tuning_rate=0.05)


def found_first(model, questions, articles):
    embedder = open_embedder(model)
    near = embedder.embed([one.text for one in questions]) @ embedder.embed([a.embedding_text for a in articles]).T
    return [articles[place].id for place in near.argmax(axis=1)]


def test_a_run_writes_a_model_that_finds_the_answers_of_its_questions(files, tmp_path, small, marked, articles):
    run(files, tmp_path / "model", small)

    found = found_first(tmp_path / "model", marked, articles)
    assert sum(one.article_ids == (name,) for one, name in zip(marked, found, strict=True)) >= 36


def test_no_fold_sees_the_questions_it_is_measured_on(files, tmp_path, small, marked, monkeypatch):
    seen = []
    monkeypatch.setattr("index.training.run.tune", lambda weights, examples, *_: seen.append(examples) or weights)

    run_folds(files, tmp_path, small, 4)

    assert sorted(folder.name for folder in tmp_path.glob("fold*")) == ["fold0", "fold1", "fold2", "fold3"]
    for examples, split in zip(seen, question_folds(marked, 4), strict=True):
        assert {example.query for example in examples} == {one.text for one in split.train}


def test_a_question_stands_beside_each_of_its_articles_and_never_beside_one_as_a_near_miss(articles, small):
    question = Question("宅基地怎么登记？", (articles[0].id, articles[7].id))

    examples = question_examples([question], articles, small)

    answers = {articles[0].embedding_text, articles[7].embedding_text}
    assert {example.passage for example in examples} == answers
    assert all(example.near_misses and answers.isdisjoint(example.near_misses) for example in examples)


def test_a_question_about_an_unknown_article_is_an_error(articles, small):
    with pytest.raises(KeyError):
        question_examples([Question("？", ("无",))], articles, small)
