from dataclasses import replace

import pytest

from assistant.answer import Scope
from assistant.compose.beside import (
    answers_beside,
    asks,
    first_of,
    gaining,
    in_order,
    speaks_too,
    without_kin,
)
from assistant.compose.choosing import choose
from assistant.draft import Hit, Retrieval
from assistant.evidence import Signs
from assistant.question import Question

LISTED = "行政机关按照下列规定确定收到时间："


@pytest.fixture
def hit(provision, document):
    """Make a hit up: where it stands, what it says, how well it scored and how near it is in meaning."""

    def make(address, words="本机关受理。", *, score=1.0, similarity=0.5, of="one", level="国家", **fields):
        made = provision(words, document_id=of, address=address, **fields)
        signs = Signs(coverage=0.5, rare=0.5, similarity=similarity, lacking=0.0, unlike=0.0, length=3.0)
        return Hit(provision=made, document=document(of, level=level), score=score, signs=signs)

    return make


def asked(text, topic="", **fields):
    plain = {"query": text, "aspects": frozenset(), "scope": Scope(), "documents": None}
    return Question(**plain | {"text": text, "topic": topic or text} | fields)


def beside(first, other, text="到哪里办理", topic=""):
    question = asked(text, topic)
    return answers_beside(other, [first], question, gaining(question))


def test_a_neighbour_that_scores_clearly_less_is_left_out(hit):
    assert not beside(hit("第一条"), hit("第二条", score=0.92, similarity=0.4))


def test_what_scores_as_well_answers_too(hit):
    assert beside(hit("第一条"), hit("第二条", score=0.97, similarity=0.4))


def test_what_is_nearer_in_meaning_answers_too_though_it_scores_less(hit):
    assert beside(hit("第一条"), hit("第二条", score=0.92, similarity=0.6))


def test_a_paragraph_of_the_same_article_answers_too_sooner(hit):
    paragraphs = [
        hit(f"第一条第{n}款", kind="款", parent="第一条", score=1 - at, similarity=0.5 - at)
        for n, at in (("一", 0.0), ("二", 0.08))
    ]

    assert beside(*paragraphs)


def test_where_each_of_several_is_asked_for_more_answer(hit):
    second = hit("第二条", score=0.92, similarity=0.4)

    assert beside(hit("第一条"), second, "部门和政府分别在哪里办理")
    assert beside(hit("第一条"), second, "在哪里办理？又能不能收钱？")


def test_each_of_several_documents_that_are_named_still_gives_its_best_alone(hit):
    question = asked("两份文件分别怎么说", named=True, documents=("one", "other"))
    second = hit("第二条", score=0.92, similarity=0.4)

    assert not answers_beside(second, [hit("第一条")], question, gaining(question))


def test_items_of_one_list_answer_together_where_a_list_is_wanted(hit):
    items = [
        hit(f"第一条第{n}项", lead_in=LISTED, parent="第一条", score=score, similarity=score / 2)
        for n, score in (("一", 1.0), ("二", 0.82))
    ]

    assert beside(*items, "有哪些情形")
    assert not beside(*items, "邮寄的怎么办")


def test_an_item_joins_another_of_its_list_that_is_not_first(hit):
    question = asked("有哪些情形")
    first, item = hit("第九条"), hit("第一条第一项", lead_in=LISTED, parent="第一条")
    other = hit("第一条第二项", lead_in=LISTED, parent="第一条", score=0.85, similarity=0.4)

    assert answers_beside(other, [first, item], question, gaining(question))
    assert not answers_beside(other, [first], question, gaining(question))


def test_what_lacks_weighty_words_that_the_first_has_is_a_neighbour(hit):
    first = hit("第一条", "高校食堂应当公示食品安全检查结果和处罚决定。")
    other = hit("第二条", "本办法适用于高校后勤管理。", score=0.99, similarity=0.9)

    assert not beside(first, other, "食堂食品安全检查结果和处罚决定公示吗", "食堂 食品安全 检查结果 处罚决定 公示")


def test_what_says_the_weighty_words_goes_first(hit):
    best = hit("引言", "为加强高校后勤管理，制定本办法。")
    right = hit("第九条", "食堂应当公示食品安全检查结果。", score=0.95)
    question = asked("食堂的食品安全检查结果公示吗", "食堂 食品安全 检查结果 公示")

    assert first_of([best, right], gaining(question)) == [right, best]


def test_a_weak_hit_does_not_go_first_for_its_words(hit):
    best = hit("引言", "为加强高校后勤管理，制定本办法。")
    weak = hit("第九条", "食堂应当公示食品安全检查结果。", score=0.8)
    question = asked("食堂的食品安全检查结果公示吗", "食堂 食品安全 检查结果 公示")

    assert first_of([best, weak], gaining(question))[0] is best


def test_a_paragraph_brings_the_one_that_it_takes_up(hit):
    later = hit("第五条第二款", "前款规定的企业由主管部门监督。", kind="款", parent="第五条", start=30, end=45)
    earlier = hit("第五条第一款", "供水企业公开停水安排。", kind="款", parent="第五条", start=17, end=28, score=0.5)

    assert beside(later, earlier)
    assert not beside(replace(earlier, score=1.0), replace(later, score=0.5))


@pytest.mark.parametrize(("text", "kept"), [("邮寄的怎么算", ["第三条第二项"]), ("有哪些情形", ["第三条"])])
def test_of_a_list_and_one_item_the_one_stands_that_is_asked_for(text, kept, hit):
    whole = hit("第三条", LISTED, text=f"{LISTED}（一）当面的，当日；（二）邮寄的，签收之日。")
    item = hit("第三条第二项", "（二）邮寄的，签收之日。", lead_in=LISTED, parent="第三条")

    assert [one.provision.address for one in without_kin([whole, item], asked(text))] == kept


def test_a_list_stays_beside_its_item_where_its_opening_lays_something_down(hit):
    opening = "有下列情形之一的，由上一级机关责令改正；情节严重的，给予处分："
    whole = hit("第三条", opening, text=f"{opening}（一）不公开的。")
    item = hit("第三条第一项", "（一）不公开的。", lead_in=opening, parent="第三条")

    assert without_kin([item, whole], asked("不公开有什么后果")) == [item, whole]


def test_several_items_stand_as_their_list(hit):
    whole = hit("第三条", LISTED, text=f"{LISTED}（一）当面的；（二）邮寄的。")
    items = [hit(f"第三条第{n}项", "邮寄的。", lead_in=LISTED, parent="第三条") for n in "一二"]

    assert without_kin([*items, whole], asked("怎么算")) == [whole]


def test_a_part_goes_for_its_item(hit):
    part = hit("四、", "征地信息关系群众利益。", kind="部分")
    item = hit("四、(一)", "公开征地批复。", kind="项", parent="四、")

    assert without_kin([part, item], asked("有哪些要求")) == [item]


@pytest.mark.parametrize(("score", "similarity", "speaks"), [(0.85, 0.5, True), (0.75, 0.5, False), (0.95, 0.2, False)])
def test_a_second_document_speaks_too_where_it_comes_near(score, similarity, speaks, hit):
    question = asked("到哪里办理")
    other = hit("第一条", of="other", score=score, similarity=similarity)

    assert speaks_too(other, hit("第一条"), gaining(question)) is speaks


def test_a_second_document_that_speaks_surely_answers_however_far_behind(hit):
    question = asked("到哪里办理")
    sure = Signs(coverage=1.0, rare=1.0, similarity=0.5, lacking=0.0, unlike=0.0, length=3.0)
    best, other = (replace(hit("第一条", of=of), signs=sure) for of in ("one", "other"))

    assert speaks_too(other, replace(best, signs=sure._replace(similarity=1.0)), gaining(question))


def test_what_holds_nationwide_speaks_sooner_beside_a_regional_text(hit):
    question = asked("到哪里办理")
    nationwide, regional = hit("第一条", of="other"), hit("第一条", level="省级")

    assert speaks_too(replace(nationwide, score=0.7), regional, gaining(question))
    assert not speaks_too(replace(regional, score=0.7), nationwide, gaining(question))


def test_what_holds_nationwide_stands_first_only_where_it_says_as_much(hit):
    regional = hit("第一条", level="市级")
    same, less = hit("第一条", of="a", similarity=0.4), hit("第一条", of="b", similarity=0.1)

    assert in_order([regional, less, same]) == [same, regional, less]


@pytest.mark.parametrize("text", ["请提供个人信息", "各级机关如何办理", "同一份材料能不能收"])
def test_other_words_do_not_ask_for_each(text):
    assert not asks("each", asked(text))


def test_the_title_by_itself_answers_nothing(hit):
    sure = Signs(coverage=1.0, rare=1.0, similarity=1.0, lacking=0.0, unlike=0.0, length=3.0)
    hits = [
        replace(hit("题注", "某市办法（2014年）", kind="框"), signs=sure),
        replace(hit("第一条", score=0.9), signs=sure),
    ]
    retrieval = Retrieval(question=asked("到哪里办理"), hits=tuple(hits))

    assert [one.provision.address for one in choose(retrieval, None)] == ["第一条"]


def test_a_section_that_says_the_thing_itself_stays_before_those_below_it(hit):
    section = hit("2.1", "指挥部由县长任总指挥。", score=1.2)
    below = hit("2.1.2", "办公室由主任负责。", parent="2.1", score=1.1)

    assert without_kin([section, below], asked("指挥部归谁管")) == [section]


def test_a_section_that_scores_less_than_one_below_it_goes(hit):
    section = hit("2.1", "指挥部由县长任总指挥。", score=1.0)
    below = hit("2.1.2", "办公室由主任负责。", parent="2.1", score=1.1)

    assert without_kin([section, below], asked("办公室归谁管")) == [below]


def test_of_words_that_lead_into_points_and_a_point_that_answers_nearly_as_well_the_point_is_told(hit):
    opening = hit("四、", "库房是要紧事。当前抓好粮库、油库。", kind="部分", score=1.0)
    point = hit("四、二是", "粮库应当每年盘点。", kind="是", parent="四、", score=0.87)
    question = asked("粮库怎么管", "粮库")
    hits = (opening, replace(point, signs=point.signs._replace(coverage=0.0, rare=0.0, similarity=0.3)))

    assert [one.provision.address for one in choose(Retrieval(question=question, hits=hits), None)] == ["四、二是"]
