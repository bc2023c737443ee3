"""Faults put into questions are found: a distractor that is also right never passes."""

from dataclasses import replace

import pytest

from assistant.quiz.blanks import Blank, gaps_in
from assistant.quiz.bodies import is_generic, may_be_same
from assistant.quiz.check import faults
from assistant.quiz.draw import Wishes, draw
from assistant.quiz.question import Claim, Form, Kind


@pytest.fixture(scope="module")
def drawn(digests):
    found = [
        draw(Wishes(documents=tuple(digests.documents), kinds=(kind,), count=8, seed=seed), digests).questions
        for kind in Kind
        for seed in (1, 2)
    ]
    return [question for sheet in found for question in sheet]


def of(drawn, kind, *, stem=""):
    return [question for question in drawn if question.kind is kind and stem in question.stem]


def with_distractor(question, value):
    """Put a value into the place of a distractor, as a faulty draw would."""
    place = next(place for place, claim in enumerate(question.claims) if not claim.is_right)
    claims = list(question.claims)
    claims[place] = Claim(fact=claims[place].fact, value=value, is_right=False)
    options = list(question.options)
    options[place % len(options)] = value
    return replace(question, claims=tuple(claims), options=tuple(options))


def is_caught(question, digests):
    return any("is called wrong" in line for line in faults(question, digests))


def test_questions_as_drawn_have_no_fault(drawn, digests):
    assert len(drawn) > 100
    assert [faults(question, digests) for question in drawn] == [[]] * len(drawn)


def test_body_with_the_same_task_in_another_document_is_caught(drawn, digests):
    of_beijing = [
        question
        for question in of(drawn, Kind.WHO_SINGLE)
        if "安全生产" in question.stem or "食品药品" in question.stem
    ]
    assert of_beijing
    for question in of_beijing:
        other = "市安监局" if "安全生产" in question.stem else "市食品药品监督管理局"
        assert is_caught(with_distractor(question, other), digests)


def test_body_of_another_role_in_the_same_provision_is_caught(drawn, digests):
    for question in of(drawn, Kind.WHO_SINGLE, stem="牵头"):
        fact = question.claims[0].fact
        for duty in fact.provision.duties:
            if duty.actor not in fact.rights:
                assert is_caught(with_distractor(question, duty.actor), digests)


def test_right_body_under_another_name_is_caught(drawn, digests):
    names = {"市国土局": "市国土资源局", "市住建局": "市住房城乡建设委", "市环保局": "市环境保护局"}
    tried = 0
    for question in of(drawn, Kind.WHO_SINGLE):
        for right in question.claims[0].fact.rights:
            if right in names:
                tried += 1
                assert is_caught(with_distractor(question, names[right]), digests)
    assert tried


def test_class_of_bodies_is_caught(drawn, digests):
    for question in of(drawn, Kind.WHO_SINGLE, stem="牵头"):
        assert is_caught(with_distractor(question, "市政府部门"), digests)
        assert is_caught(with_distractor(question, "各相关部门"), digests)


def test_same_deadline_written_otherwise_is_caught(drawn, digests):
    written = {
        "年内": "12月底前",
        "6月底前": "6月30日前",
        "9月底前": "九月底前",
        "20个工作日": "二十个工作日",
        "15个工作日": "十五个工作日",
    }
    tried = 0
    for question in of(drawn, Kind.WHEN_SINGLE):
        (right,) = question.claims[0].fact.rights
        if right in written:
            tried += 1
            assert is_caught(with_distractor(question, written[right]), digests)
    assert tried > 3


def test_task_with_the_same_deadline_is_caught(drawn, digests):
    for question in of(drawn, Kind.WHEN_MULTIPLE):
        fact = question.claims[0].fact
        unused = [one for one in fact.rights if one not in question.options]
        for task in unused:
            assert is_caught(with_distractor(question, task), digests)


def test_same_depth_otherwise_written_is_caught(drawn, digests):
    tried = [question for question in of(drawn, Kind.DEPTH) if "项级科目" in str(question.claims[0].fact.rights)]
    assert tried
    for question in tried:
        assert is_caught(with_distractor(question, "支出功能分类的“项”级科目"), digests)


def test_sentence_of_the_same_provision_is_caught(drawn, digests):
    tried = 0
    for question in of(drawn, Kind.WHAT_SINGLE):
        if "不在这里" in question.stem:
            continue
        for other in question.claims[0].fact.rights:
            if other not in question.options:
                tried += 1
                assert is_caught(with_distractor(question, other), digests)
    assert tried > 5


def test_sentence_of_the_same_task_in_another_document_is_caught(drawn, digests):
    (question,) = [one for one in of(drawn, Kind.WHAT_SINGLE) if "就业信息" in one.stem][:1] or [None]
    if question is None:
        pytest.skip("not among the drawn ones")
    other = "就业创业优惠政策的实施范围、补贴的申领管理审批等信息及时公开。"
    assert is_caught(with_distractor(question, other), digests)


def test_part_and_whole_of_the_right_provision_are_caught(drawn, digests):
    tried = 0
    for question in of(drawn, Kind.FIND):
        right = question.claims[0].fact.provision
        for one in [*digests.ancestors(right), *digests.descendants(right)]:
            tried += 1
            assert is_caught(with_distractor(question, one.address), digests)
    assert tried > 5


def test_statement_that_is_right_and_called_wrong_is_caught(drawn, digests):
    for question in of(drawn, Kind.TRUTH):
        (claim,) = question.claims
        turned = replace(question, claims=(replace(claim, is_right=not claim.is_right),))
        assert faults(turned, digests)


def test_two_bodies_of_one_task_in_a_match_are_caught(drawn, digests):
    for question in of(drawn, Kind.MATCH):
        fact = question.claims[0].fact
        same = replace(question, claims=(*question.claims, Claim(fact=fact, value=fact.actors[0], is_right=False)))
        assert is_caught(same, digests)


def test_quote_that_does_not_stand_in_the_provision_is_caught(drawn, digests):
    for question in drawn[::7]:
        key = replace(question.keys[0], quote=question.keys[0].quote[:-1] + "否。")
        assert any("does not stand" in line for line in faults(replace(question, keys=(key,)), digests))


def test_key_at_an_address_that_does_not_exist_is_caught(drawn, digests):
    key = replace(drawn[0].keys[0], address="第九百条")
    assert any("does not exist" in line for line in faults(replace(drawn[0], keys=(key,)), digests))


def test_options_that_repeat_and_answers_that_are_none_are_caught(drawn, digests):
    single = next(question for question in drawn if question.form is Form.SINGLE)
    assert faults(replace(single, options=(single.options[0],) * 4), digests)
    assert faults(replace(single, answer=(9,)), digests)
    assert faults(replace(single, answer=(0, 1)), digests)


def test_names_of_one_body_are_known_for_the_same_and_others_are_not():
    same = [
        ("市国土局", "市国土资源局"),
        ("市住建局", "市住房城乡建设委"),
        ("市人社局", "市人力资源社会保障局"),
        ("市科委", "市科技局"),
    ]
    other = [("市财政局", "市审计局"), ("商务部", "民政部"), ("市教委", "市民政局"), ("司法部", "科技部")]

    assert all(may_be_same(a, b) and may_be_same(b, a) for a, b in same)
    assert not any(may_be_same(a, b) for a, b in other)


def test_classes_of_bodies_are_told_from_bodies():
    assert all(map(is_generic, ["各区县政府", "市政府部门", "具有行政许可职责的行政机关", "有关部门", "各级人民政府"]))
    assert not any(map(is_generic, ["市财政局", "国务院价格主管部门", "商务部", "自贸试验区管委会"]))


@pytest.mark.parametrize(
    ("bracket", "asked"),
    [
        ("市环保局负责", True),
        ("市环保局等有关部门负责", False),
        ("市环保局会同有关部门负责", False),
        ("市环保局负责，各区县政府配合", False),
        ("市环保局牵头，各区县政府配合", True),
        ("市环保局等单位牵头", False),
        ("各有关部门负责", False),
    ],
)
def test_bodies_are_asked_for_only_where_no_others_may_be_meant(bracket, asked, made_up, tmp_path):
    parts = [("公开空气质量", bracket)] + [
        (task, f"{body}牵头")
        for task, body in (
            ("管好粮食储备", "市粮食局"),
            ("办好学校", "市教育局"),
            ("修缮文物", "市文物局"),
            ("选种育苗", "市林业局"),
        )
    ]
    text = "## 一、任务\n\n" + "\n\n".join(
        f"### （{number}）{task}\n\n有关单位抓紧办理，办理结果每年报市政府。（{who}）"
        for number, (task, who) in zip("一二三四五", parts, strict=True)
    )
    material = made_up(text, folder=tmp_path)

    drawn = draw(Wishes(documents=("fictional-0",), kinds=(Kind.WHO_SINGLE,), count=20, seed=1), material).questions

    assert any("公开空气质量" in question.stem for question in drawn) is asked


def test_body_that_does_the_like_by_another_provision_is_no_distractor(digests):
    gaps = gaps_in(digests, "disclosure-regulation-2019", frozenset({Blank.BODY}))
    (pushing,) = [gap for gap in gaps if gap.provision.address == "第七条"]

    assert pushing.value == "各级人民政府"
    assert "does the like" in pushing.also_right("政府信息公开工作主管部门")  # 第三条: 推进、指导、协调、监督
    assert pushing.also_right("公民、法人或者其他组织") is None
