import random
from collections import Counter

import pytest

from index.training.corpus import Article, Question, split_questions
from index.training.pairs import build_pairs, half_pairs


def test_pairs_are_fixed_by_seed(articles, questions, collection):
    first, again, other = (
        build_pairs(articles, questions, collection, question_repeats=2, seed=seed) for seed in (1, 1, 2)
    )

    assert first == again
    assert first != other


def test_held_out_questions_are_in_no_pair(articles, questions, collection):
    split = split_questions(questions, held_out_share=0.15, seed=5)

    pairs = build_pairs(articles, split.train, collection, question_repeats=3, seed=5)

    asked = {one.text for one in split.held_out}
    assert asked
    assert not asked & {text for pair in pairs for text in pair}


def test_question_is_paired_with_each_of_its_articles_as_often_as_told(articles, collection):
    question = Question("找谁？", (articles[0].id, articles[7].id))

    pairs = build_pairs(articles, [question], collection, question_repeats=3, seed=0)

    found = Counter(pair.passage for pair in pairs if pair.query == question.text)
    assert found == {articles[0].embedding_text: 3, articles[7].embedding_text: 3}


def test_halves_make_up_the_text(articles):
    for article, pair in zip(articles, half_pairs(articles, random.Random(0)), strict=True):
        assert pair.passage.startswith(article.heading_text)
        assert pair.query + pair.passage.removeprefix(f"{article.heading_text}\n") == article.text


@pytest.mark.parametrize("text", ["", "短。", "自公布之日起施行。"])
def test_short_article_has_no_halves(text):
    assert list(half_pairs([Article("1", "法", (), text)], random.Random(0))) == []


def test_question_about_an_unknown_article_is_an_error(articles, collection):
    with pytest.raises(KeyError):
        build_pairs(articles, [Question("？", ("无",))], collection, question_repeats=1, seed=0)
