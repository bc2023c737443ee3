import random

import numpy as np
import pytest

from assistant.comparison.alignment import LEAST, Unit, align, unit_scores

TOPICS = [
    "征地批复与补偿标准",
    "高校招生录取结果",
    "空气质量监测数据",
    "食品药品抽检结果",
    "三公经费预决算",
    "保障性住房分配房源",
]
SAID = [
    Unit(f"{at}、", (f"推进{topic}公开", f"及时公开{topic}，方便公众查询{topic}。")) for at, topic in enumerate(TOPICS)
]


def embed(texts):
    """A vector of the characters of a text."""
    vectors = np.zeros((len(texts), 4096), dtype=np.float32)
    for row, text in enumerate(texts):
        for char in text:
            vectors[row, ord(char) % 4096] += 1
    return vectors


def rarity(term):
    return 0.1 if term in {"公开", "信息", "推进", "及时"} else 0.8


def linked(one, other):
    return [(link.one, link.other) for link in align(one, other, embed, rarity)]


@pytest.mark.parametrize("seed", range(5))
def test_the_same_provisions_in_another_order_correspond_one_to_one(seed):
    order = list(range(len(SAID)))
    random.Random(seed).shuffle(order)
    links = align(SAID, [SAID[at] for at in order], embed, rarity)

    assert [(link.one, order[link.other]) for link in links] == [(at, at) for at in range(len(SAID))]
    assert all(link.is_main and link.is_sure and link.score > 0.99 for link in links)


def test_short_provisions_that_stand_in_a_long_one_all_correspond_to_it_and_one_of_them_is_the_main_one():
    long = Unit("一、", (*SAID[0].sentences, *SAID[1].sentences))
    links = align(SAID[:3], [long], embed, rarity)

    assert [link.one for link in links] == [0, 1]
    assert sum(link.is_main for link in links) == 1


def test_what_has_nothing_in_common_does_not_correspond():
    assert linked([SAID[0]], [Unit("二、", ("举办培训班。",))]) == []


def test_a_link_below_the_threshold_is_not_sure():
    links = align(SAID, [Unit("一、", ("保障性住房要分配。", "另有安排，按年度计划执行，逐项落实。"))], embed, rarity)

    assert all(link.is_sure == (link.score >= LEAST) for link in links)


def test_an_empty_document_corresponds_to_nothing():
    assert linked(SAID, []) == linked([], SAID) == []


def test_scores_are_the_same_from_either_side():
    forth = unit_scores(SAID[:3], SAID[2:], embed, rarity)

    assert forth == pytest.approx(unit_scores(SAID[2:], SAID[:3], embed, rarity).T)
    assert forth.min() >= 0
    assert forth.max() <= 1 + 1e-6
