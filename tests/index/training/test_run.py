import gzip
import json
from dataclasses import replace

import pytest
from tokenizers import Tokenizer

from index.training.corpus import Question, split_questions
from index.training.run import CorpusFiles, run


@pytest.fixture
def marked(questions):
    """Questions that each hold a character no other text has."""
    return [Question(f"{one.text}{chr(0x9000 + i)}", one.article_ids) for i, one in enumerate(questions)]


@pytest.fixture
def files(tmp_path, articles, marked):
    rows = [{"id": a.id, "title": a.title, "heading": a.headings, "text": a.text} for a in articles]
    asked = [{"question": one.text, "article_ids": one.article_ids} for one in marked]
    paths = []
    for name, content in {"laws": rows, "articles": rows, "questions": asked}.items():
        paths.append(tmp_path / f"{name}.jsonl.gz")
        paths[-1].write_bytes(gzip.compress("\n".join(map(json.dumps, content)).encode()))
    return CorpusFiles(*paths)


def test_run_writes_a_model_that_finds_the_articles_without_seeing_held_out_questions(
    files, tmp_path, settings, marked
):
    settings = replace(settings, pieces=250, vocabulary_sample=20)

    figures = run(files, tmp_path / "model", settings)

    assert figures.questions == 6
    assert figures.recall_at_10 > 0.8
    assert (tmp_path / "model" / "model.safetensors").exists()
    tokenizer = Tokenizer.from_file(str(tmp_path / "model" / "tokenizer.json"))
    unknown = {one.text for one in marked if tokenizer.token_to_id(one.text[-1]) is None}
    split = split_questions(marked, held_out_share=settings.held_out_share, seed=settings.seed)
    assert unknown == {one.text for one in split.held_out}
