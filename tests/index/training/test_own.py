import json
import re
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process

from index.corpus import Document
from index.read.folder import load_documents
from index.training.corpus import Article
from index.training.own import own_pairs, shipped_questions

ROOT = Path(__file__).parents[3]
MOST_ALIKE = 70
"""Per cent of characters in common, in order."""


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return load_documents([ROOT / "documents"])


def test_a_question_is_paired_with_every_provision_that_answers_it(tmp_path: Path, documents: list[Document]) -> None:
    file = tmp_path / "questions.jsonl"
    line = {"question": "多久回话", "provisions": ["disclosure-regulation-2019#第三十三条第二款", "gone#一、"]}
    file.write_text(json.dumps(line, ensure_ascii=False), "utf-8")

    (pair,) = own_pairs([file], documents, {})

    assert pair.query == "多久回话"
    assert "20个工作日" in pair.passage


def test_a_question_may_point_to_an_article_of_law(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text('{"question": "要交钱吗", "article": "L1#3"}\n', "utf-8")
    article = Article("L1#3", "某法", (), "不收取费用。")

    (pair,) = own_pairs([file], [], {"L1#3": article})

    assert pair.passage.endswith("不收取费用。")


def test_every_shipped_question_over_our_documents_makes_a_pair(documents: list[Document]) -> None:
    file = next(file for file in shipped_questions() if file.stem == "instruments")

    paired = {pair.query for pair in own_pairs([file], documents, {})}
    asked = {json.loads(line)["question"] for line in file.read_text("utf-8").splitlines()}

    # Heads (题注) are not searched, so questions over them alone make none.
    assert len(asked - paired) <= 20


def test_no_training_question_is_an_evaluation_question() -> None:
    bare = [
        re.sub(r"\W", "", json.loads(line)["question"])
        for file in (ROOT / "evals" / "cases").glob("*.jsonl")
        for line in file.read_text("utf-8").splitlines()
    ]
    alike = [
        question
        for file in shipped_questions()
        for line in file.read_text("utf-8").splitlines()
        if process.extractOne(
            re.sub(r"\W", "", question := json.loads(line)["question"]),
            bare,
            scorer=fuzz.ratio,
            score_cutoff=MOST_ALIKE,
        )
    ]

    assert alike == []
