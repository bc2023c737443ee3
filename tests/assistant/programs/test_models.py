"""What is described is what is returned."""

from dataclasses import dataclass

import pytest

from assistant.programs import models, replies
from assistant.programs.models import described
from assistant.programs.shapes import CellFacts

QUESTIONS = [
    "“三公”经费公开由谁负责，什么时候完成？",
    "财政局要做哪些事？",
    "库里有哪些文件？",
    "条例第二十条第七项",
    "明天天气怎么样？",
    "河北省2015年的工作要点怎么说？",
    "",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_what_its_model_says(question, assistant):
    answer = assistant.ask(question).to_json("7")

    assert models.ANSWER.model_validate(answer).model_dump(mode="json") == answer


def test_every_reply_is_what_its_model_says(assistant):
    given = [
        (models.SEARCH, replies.search(assistant, "征地补偿", documents=(), limit=5)),
        (models.DOCUMENTS, replies.documents(assistant, offset=0, limit=50)),
        (models.PROVISIONS, replies.provisions(assistant, "city-2014-breakdown-table", offset=0, limit=200)),
        (models.PROVISION, replies.provision(assistant, "disclosure-regulation-2019", "第二十条第七项")),
        (models.DUTIES, replies.duties(assistant, "财政局", offset=0, limit=50)),
    ]

    for model, reply in given:
        written = replies.as_json(reply)
        assert model.model_validate(written).model_dump(mode="json") == written


def test_what_is_not_known_is_null_and_never_an_empty_word():
    cell = CellFacts(column="完成时限", text="", carried_from=None)

    written = replies.as_json(cell)

    assert written == {"column": "完成时限", "text": None, "carried_from": None}
    assert described(CellFacts).model_validate(written)


def test_a_field_that_nobody_described_is_noticed():
    @dataclass
    class Answer:
        question: str
        unheard_of: int

    with pytest.raises(KeyError, match="unheard_of"):
        described(Answer)
