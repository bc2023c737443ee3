import random
from collections import Counter

import pytest

from index.training.corpus import Article
from index.training.pairs import Pair, build_pairs, half_pairs


def test_pairs_are_fixed_by_seed(articles):
    first, again, other = (build_pairs(articles, seed=seed) for seed in (1, 1, 2))

    assert first == again
    assert first != other


def test_further_pairs_are_seen_as_often_as_told(articles):
    pair = Pair("找谁？", "民政部门负责。")

    assert Counter(build_pairs(articles, seed=0, more=[pair] * 3))[pair] == 3


def test_halves_make_up_the_text(articles):
    for article, pair in zip(articles, half_pairs(articles, random.Random(0)), strict=True):
        assert pair.passage.startswith(article.heading_text)
        assert pair.query + pair.passage.removeprefix(f"{article.heading_text}\n") == article.text


@pytest.mark.parametrize("text", ["", "短。", "自公布之日起施行。"])
def test_short_article_has_no_halves(text):
    assert list(half_pairs([Article("1", "法", (), text)], random.Random(0))) == []
