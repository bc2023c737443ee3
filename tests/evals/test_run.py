from dataclasses import replace

import pytest

from assistant.answer import Outcome
from evals.run import answer as answer_run
from evals.run import rescore, start
from evals.run_folder import ANSWERS, RunFolder, all_runs, find_run
from evals.score import Score, Unscored
from index.errors import UsageError, UserError


@pytest.fixture
def cases(case):
    return [
        case(id="a", question="甲？", must_contain=[["甲"]], must_cite=[["doc#第一条"]]),
        case(id="b", question="那乙呢？", history=["甲？"], must_contain=[["丙"]]),
    ]


@pytest.fixture
def parrot(answer, document, provision):
    """Says what it is asked, cites what it holds, and remembers."""

    class Parrot:
        generation = "01"

        def __init__(self, words="第一条 应当公开。"):
            self.asked = []
            self.words = words
            self.stops_after = 1000

        def ask(self, question, history=()):
            if len(self.asked) == self.stops_after:
                raise KeyboardInterrupt
            self.asked.append((question, tuple(history)))
            return answer(question, "doc#第一条")

        def documents(self):
            return [document("doc", sha256=self.words)]

        def document_provisions(self, document_id):
            return [provision("doc#第一条", self.words)]

    return Parrot


def started(tmp_path, cases, assistant, repeat=1):
    return start(tmp_path, cases, assistant, model="m", repeat=repeat, composer="extractive", options={})


def quiet(done, total):
    pass


def test_each_case_is_asked_in_its_conversation_in_order(tmp_path, cases, parrot):
    assistant, steps = parrot(), []
    run = started(tmp_path, cases, assistant)

    answer_run(run, assistant, lambda done, total: steps.append((done, total)), model="m")

    assert assistant.asked == [("甲？", ()), ("那乙呢？", ("甲？",))]
    assert steps == [(1, 2), (2, 2)]
    rescore(run)
    assert [isinstance(one, Score) and one.passed for one in run.scores()] == [True, False]


def test_a_run_that_was_interrupted_goes_on_where_it_stopped(tmp_path, cases, parrot):
    first = parrot()
    first.stops_after = 3
    run = started(tmp_path, cases, first, repeat=2)
    with pytest.raises(KeyboardInterrupt):
        answer_run(run, first, quiet, model="m")
    with (run.path / ANSWERS).open("a") as file:
        file.write('{"case": "b", "rep')  # killed in the middle of a line

    second = parrot()
    answer_run(find_run(tmp_path, "latest"), second, quiet, model="m")

    assert len(second.asked) == 1
    assert [(one.case, one.repeat) for one in run.answers()] == [("a", 1), ("b", 1), ("a", 2), ("b", 2)]


def test_a_run_does_not_go_on_with_other_texts(tmp_path, cases, parrot):
    run = started(tmp_path, cases, parrot())

    with pytest.raises(UsageError, match="不能继续"):
        answer_run(run, parrot("第一条 不予公开。"), quiet, model="m")
    with pytest.raises(UsageError, match="不能继续"):
        answer_run(run, parrot(), quiet, model="another")


def test_a_full_disk_keeps_the_answers_before_it_and_says_how_to_go_on(tmp_path, cases, parrot, full_disk):
    run = started(tmp_path, cases, parrot())
    answer_run(run, parrot(), quiet, model="m")
    size = (run.path / ANSWERS).stat().st_size
    other = started(tmp_path, cases, parrot(), repeat=5)

    with full_disk(size + 10), pytest.raises(UserError, match=f"--resume {other.name}"):
        answer_run(other, parrot(), quiet, model="m")

    assert len(other.answers()) == 2
    answer_run(other, parrot(), quiet, model="m")
    assert len(other.answers()) == 10


def test_scores_follow_the_cases_as_they_are_now_without_asking_again(tmp_path, cases, parrot):
    assistant = parrot()
    run = started(tmp_path, cases, assistant)
    answer_run(run, assistant, quiet, model="m")
    assert rescore(run).passed == 0.5

    mended = cases[1].model_copy(update={"must_contain": (("乙",),)})

    assert rescore(run, [cases[0], mended]).passed == 1.0
    assert run.cases() == [cases[0], mended]
    assert len(assistant.asked) == 2


def test_a_question_that_was_worded_anew_is_not_scored(tmp_path, cases, parrot):
    assistant = parrot()
    run = started(tmp_path, cases, assistant)
    answer_run(run, assistant, quiet, model="m")

    rescore(run, [cases[0].model_copy(update={"question": "甲是什么？"})])

    first = run.scores()[0]
    assert isinstance(first, Unscored)
    assert "改过" in first.reason


def test_a_case_whose_provision_is_absent_is_unscored_and_not_zero(tmp_path, cases, case, parrot):
    asked = [*cases, case(id="c", must_cite=[["doc#第一条"], ["elsewhere#第九条", "elsewhere#第十条"]])]
    assistant = parrot()
    run = started(tmp_path, asked, assistant)
    answer_run(run, assistant, quiet, model="m")
    summary = rescore(run)

    assert (summary.cases, summary.unscored, summary.passed) == (2, 1, 0.5)
    last = run.scores()[-1]
    assert isinstance(last, Unscored)
    assert "elsewhere#第九条、elsewhere#第十条" in last.reason


def test_an_error_is_unscored_and_not_zero(tmp_path, cases, parrot):
    assistant = parrot()
    run = started(tmp_path, cases[:1], assistant)
    faulty = replace(parrot().ask("甲？"), status=Outcome.ERROR)
    assistant.ask = lambda question, history=(): faulty
    answer_run(run, assistant, quiet, model="m")

    assert rescore(run).unscored == 1


def test_runs_of_one_second_stand_beside_each_other_and_are_found_by_name(tmp_path, cases, parrot):
    runs = [started(tmp_path, cases, parrot()) for _ in range(3)]

    assert len({run.name for run in runs}) == 3
    assert len(all_runs(tmp_path)) == 3
    assert find_run(tmp_path, runs[0].name).path == find_run(tmp_path, str(runs[0].path)).path == runs[0].path


def test_a_run_that_is_not_there_and_a_folder_that_is_none_are_named(tmp_path, cases, parrot):
    with pytest.raises(UsageError, match="nothing"):
        find_run(tmp_path, "nothing")
    run = started(tmp_path, cases, parrot())
    with pytest.raises(UsageError, match="尚未评分"):
        run.scores()
    (run.path / "settings.json").write_text("{")
    with pytest.raises(UsageError, match=r"settings\.json"):
        RunFolder(run.path).settings()
