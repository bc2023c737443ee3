"""A collection of four invented articles with questions, as files."""

import gzip
import json

import pytest

ARTICLES = [
    ("甲市养犬条例", "第一条", "养犬人应当为犬只办理登记。"),
    ("乙市停车条例", "第一条", "停车场应当公示收费标准。"),
    ("甲市养犬条例", "第二条", "遛犬应当使用牵引绳。"),
    ("乙市停车条例", "第二条", "占用消防通道停车的，处以罚款。"),
]
QUESTIONS = {
    "养狗要办登记吗，犬只登记": ["甲市养犬条例第一条"],
    "遛犬必须用牵引绳吗": ["甲市养犬条例第二条"],
    "停车场收费标准要公示吗": ["乙市停车条例第一条"],
    "占用消防通道停车罚款吗": ["乙市停车条例第二条", "乙市停车条例第一条"],
}


def write_lines(path, rows):
    path.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in rows).encode()))
    return path


@pytest.fixture
def articles(tmp_path):
    rows = [{"id": title + at, "title": title, "article": at, "text": text} for title, at, text in ARTICLES]
    return write_lines(tmp_path / "articles.jsonl.gz", rows)


@pytest.fixture
def questions(tmp_path):
    rows = [{"id": str(n), "question": text, "article_ids": ids} for n, (text, ids) in enumerate(QUESTIONS.items())]
    return write_lines(tmp_path / "questions.jsonl.gz", rows)


@pytest.fixture(scope="session")
def dog_model(tmp_path_factory, make_model):
    """A tiny model that knows the characters of the invented articles."""
    characters = "".join(text for _, _, text in ARTICLES) + "".join(QUESTIONS)
    return make_model(tmp_path_factory.mktemp("dogs") / "model", characters=characters)


@pytest.fixture
def crowd(tmp_path):
    """The same articles as a corpus of laws, whose ids name document and number."""
    rows = [
        {"id": f"{title[0]}#{n}", "title": title, "article": at, "text": text, "region": "全国"}
        for n, (title, at, text) in enumerate(sorted(ARTICLES, reverse=True))
    ]
    return write_lines(tmp_path / "laws.jsonl.gz", rows)
