import pytest

from evals.benchmarks.chunks import System
from evals.benchmarks.spans import Span, spans_by_id
from evals.benchmarks.tasks import Task, Wanted, article_task
from evals.benchmarks.tutorial import COLUMNS, measured_rows, our_system
from index.training.corpus import read_questions


def test_ours_finds_the_words_of_the_provision_that_answers(articles, questions, dog_model):
    task = article_task(articles, read_questions(questions), 4, with_vectors=False)
    spans = spans_by_id(task.documents)

    with our_system(task._replace(reading_seconds=1000.0), dog_model) as ours:
        assert ours.search("遛犬必须用牵引绳吗")[0] == spans["甲市养犬条例#第二条"]
        assert ours.build_seconds > 1000


def test_each_group_of_questions_is_a_row_of_quality_and_time():
    right, wrong = Span("a", 0, 1500), Span("a", 5000, 5700)
    system = System("invented", 12.34, lambda text: [wrong, right, *[Span("b", 0, 100)] * 4])
    task = Task(
        "texts", [], 0.0, {"easy": [Wanted("?", [[wrong]])], "hard": [Wanted("?", [[Span("a", 0, 10)]])] * 2}, False
    )

    easy, hard = (dict(zip(COLUMNS, map(str, row), strict=True)) for row in measured_rows(task, system))

    assert easy["Success@1"] == "1.000"
    assert hard["Success@1"].startswith("0.000")
    assert hard["RR@10"].startswith("0.500")
    assert hard["required@5"].startswith("1.000")
    assert hard["characters@5"] == "2500"
    assert (hard["questions"], hard["number"], hard["build s"]) == ("hard", "2", "12.3")


@pytest.mark.parametrize(("before", "share"), [(1999, "1.000"), (2001, "0.000")])
def test_what_stands_beyond_the_first_2000_characters_is_not_read(before, share):
    ranking = [Span("a", 10_000, 10_000 + before), Span("a", 0, 10)]
    task = Task("texts", [], 0.0, {"all": [Wanted("?", [[Span("a", 0, 10)]])]}, False)

    [row] = measured_rows(task, System("invented", 0.0, lambda text: ranking))

    assert str(dict(zip(COLUMNS, row, strict=True))["required in 2,000 characters"]) == share
