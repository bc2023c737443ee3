import pytest

from assistant.answer import Scope
from assistant.compose.repealed import repealed
from assistant.draft import Hit, Retrieval
from assistant.evidence import Signs
from assistant.question import Question

ENDING = "本办法自印发之日起施行。《某市补贴办法》（某政发〔2011〕57号）同时废止。"


def asked(text, own_text, provision, document):
    question = Question(text=text, query=text, aspects=frozenset(), scope=Scope(), documents=None)
    signs = Signs(*(0.0 for _ in Signs._fields))
    return repealed(
        Retrieval(
            question=question, hits=(Hit(provision=provision(own_text), document=document(), score=1.0, signs=signs),)
        )
    )


@pytest.mark.parametrize("text", ["2011年那个57号文还有效吗", "某政发〔2011〕57号作废了吗", "57号现在还能引吗"])
def test_the_sentence_that_ends_an_instrument_says_that_it_holds_no_more(text, provision, document):
    draft = asked(text, ENDING, provision, document)

    assert [claim.text for claim in draft.claims] == ["《某市补贴办法》（某政发〔2011〕57号）同时废止。"]


@pytest.mark.parametrize(
    ("text", "own_text"),
    [
        ("2012年那个57号文还有效吗", ENDING),
        ("7号文还有效吗", ENDING),
        ("57号文怎么规定补贴", ENDING),
        ("57号文还有效吗", "按照某政发〔2011〕57号执行。"),
    ],
)
def test_another_number_another_question_and_a_mere_mention_end_nothing(text, own_text, provision, document):
    assert asked(text, own_text, provision, document) is None
