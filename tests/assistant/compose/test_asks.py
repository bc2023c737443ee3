import pytest

from assistant.compose.asks import asks


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("库房多久盘点一次？账册呢？", ("库房多久盘点一次?", "账册呢?")),
        ("个人最高能借多少，企业又能借多少？", ("个人最高能借多少,", "企业又能借多少?")),
        ("我们去年建了库，库房多久盘点一次？谁来盘？", ("我们去年建了库,库房多久盘点一次?", "谁来盘?")),
        ("库房多久盘点一次？", ()),
        ("我们去年建了库房，要多久盘点一次", ()),
        ("谁管？管谁？怎么管？何时管？", ()),
    ],
)
def test_each_thing_asked_is_a_part_with_what_leads_up_to_it(question, parts):
    assert asks(question) == parts


def test_what_stands_behind_a_question_belongs_to_it():
    assert asks("谁来盘？多久盘一次？按某市办法回答。") == ("谁来盘?", "多久盘一次?按某市办法回答。")
