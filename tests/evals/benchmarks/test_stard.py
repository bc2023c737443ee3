import re

import pytest

from evals.benchmarks.collection import read_collection
from evals.benchmarks.library import temporary_library
from evals.benchmarks.stard import models_of, searches, stard
from index.embed import shipped_model
from index.errors import UsageError
from index.training.corpus import question_folds, read_questions


def rows(report):
    lines = [line.split(" | ") for line in re.findall(r"^\| (.*) \|$", report, re.MULTILINE)]
    return {tuple(cells[:2]): cells[2:] for cells in lines}


def test_every_question_counts_once_and_is_found_by_its_words(articles, questions, dog_model):
    folds = question_folds(read_questions(questions), 2)

    found = rows(stard(read_collection(articles), folds, models_of(2, of_folds=None, of_all=dog_model)))

    assert found["lexical", "all"][0] == "4"
    assert found["lexical", "all"][1].startswith("0.875"), "one question has two articles, one of them first"
    assert found["fused", "all"][4].startswith("1.000"), "four articles are all among the first hundred"
    assert {name for name, _ in found} >= {"lexical", "dense", "fused"}


def test_each_fold_is_searched_with_the_model_trained_without_it(
    articles, questions, dog_model, make_model, tmp_path, capsys
):
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "fold0").symlink_to(dog_model)
    make_model(tmp_path / "models" / "fold1", seed=9)
    folds = question_folds(read_questions(questions), 2)

    report = stard(read_collection(articles), folds, models_of(2, of_folds=tmp_path / "models", of_all=None))

    assert rows(report)["dense", "all"][0] == "4"
    assert capsys.readouterr().err.count("fold0: 2 questions") == 1
    assert "trained without its questions" in report


def test_questions_that_share_no_article_are_measured_apart(articles, questions, dog_model):
    folds = question_folds(read_questions(questions), 4)

    found = rows(stard(read_collection(articles), folds, models_of(4, of_folds=None, of_all=dog_model)))

    assert found["lexical", "no article shared"][0] == "2"
    assert found["lexical", "no article shared"][1].startswith("1.000")
    assert found["lexical", "all"][1].startswith("0.875")


def test_words_that_name_a_document_do_not_narrow_the_search(articles, dog_model):
    with temporary_library(read_collection(articles).documents, dog_model) as library:
        found = searches(library)["fused"]("甲市养犬条例里，停车场要公示收费标准吗")

    assert any(one.startswith("乙市停车条例#") for one in found)


def test_shipped_model_is_said_to_be_trained_on_the_questions():
    folders, note = models_of(5, of_folds=None, of_all=None)

    assert list(folders) == [shipped_model()] * 5
    assert "trained on these questions" in note


def test_fold_without_a_model_and_two_sources_of_models_are_refused(tmp_path):
    (tmp_path / "fold0").mkdir()
    with pytest.raises(UsageError, match="fold1"):
        models_of(2, of_folds=tmp_path, of_all=None)
    with pytest.raises(UsageError, match="exclude"):
        models_of(2, of_folds=tmp_path, of_all=tmp_path)
