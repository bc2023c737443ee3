"""Every drill can be walked through, and every provision it offers exists."""

import re

import pytest

from assistant.quiz.drills import compare, drills

TOPICS = {"补正", "期限", "不予公开", "第三方", "重复", "不属于", "收费", "更正"}
STEPS = [(drill, step) for drill in drills() for step in drill.steps]
NAMES = [f"{drill.id}-{number}" for drill in drills() for number in range(len(drill.steps))]


def test_drills_cover_the_questions_of_the_desk():
    assert len(drills()) >= 8
    assert all(any(topic in drill.title for drill in drills()) for topic in TOPICS)
    assert len({drill.id for drill in drills()}) == len(drills())


@pytest.mark.parametrize(("drill", "step"), STEPS, ids=NAMES)
def test_provisions_of_a_step_exist_and_say_something(drill, step, digests):
    for address in step.provisions:
        provision = digests.provision(drill.document_id, address)
        assert provision is not None, address
        assert provision.text.strip()


@pytest.mark.parametrize(("drill", "step"), STEPS, ids=NAMES)
def test_step_has_a_key_and_something_to_choose_from(drill, step):
    assert step.cite
    assert step.cite < set(step.provisions)
    assert len(set(step.provisions)) == len(step.provisions)
    assert step.right
    assert step.right < set(range(len(step.options)))
    assert len(set(step.options)) == len(step.options)


@pytest.mark.parametrize(("drill", "step"), STEPS, ids=NAMES)
def test_no_provision_beside_the_key_is_part_of_it_or_holds_it(drill, step, digests):
    for address in step.cite:
        family = {one.address for one in digests.family(digests.provision(drill.document_id, address))}
        assert not (family - step.cite) & set(step.provisions)


@pytest.mark.parametrize(("drill", "step"), STEPS, ids=NAMES)
def test_figures_of_a_right_measure_stand_in_a_provision_of_its_key(drill, step, digests):
    said = "".join(digests.provision(drill.document_id, address).text for address in step.cite)
    for place in step.right:
        for figure in re.findall(r"\d+个工作日", step.options[place]):
            assert figure in said


@pytest.mark.shared
@pytest.mark.parametrize(("drill", "step"), STEPS, ids=NAMES)
def test_provisions_exist_in_the_official_text_too(drill, step, official):
    assert all(official.provision(drill.document_id, address) for address in step.provisions)


def test_choice_is_held_against_the_key():
    step = next(step for drill in drills() for step in drill.steps if len(step.cite) == 2)
    first, second = (address for address in step.provisions if address in step.cite)
    wrong = next(address for address in step.provisions if address not in step.cite)

    whole = compare(step, step.right, step.cite)
    partly = compare(step, step.right, {first, wrong})

    assert whole.is_whole
    assert not partly.is_whole
    assert (partly.is_right, partly.cited, partly.missing, partly.extra) == (True, (first,), (second,), (wrong,))
    assert not compare(step, (), step.cite).is_right


def test_right_measure_stands_in_every_place():
    assert {place for _, step in STEPS for place in step.right} == {0, 1, 2, 3}
