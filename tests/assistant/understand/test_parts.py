import pytest

from assistant.understand.stage import Asked, understand


def asked(question, catalogue):
    return [(part.text, part.topic) for part in understand(Asked(question), catalogue).parts]


def test_each_of_two_things_is_asked_about_by_itself(catalogue):
    assert asked("补正通知和延期答复各几天？", catalogue) == [
        ("补正通知各几天?", "补正通知"),
        ("延期答复各几天?", "延期答复"),
    ]


def test_each_of_three_things_is_asked_about_by_itself(catalogue):
    assert asked("补正通知、延期答复和征求意见各几天？", catalogue) == [
        ("补正通知各几天?", "补正通知"),
        ("延期答复各几天?", "延期答复"),
        ("征求意见各几天?", "征求意见"),
    ]


def test_what_is_asked_of_both_stays_with_each(catalogue):
    assert [topic for _, topic in asked("公开指南和公开年报分别写明哪些经费", catalogue)] == [
        "公开指南 写明 经费",
        "公开年报 写明 经费",
    ]


@pytest.mark.parametrize(
    "question",
    [
        "补正通知和延期答复几天？",
        "补正通知各几天？",
        "北京要点和上海要点各写了什么经费",
        "条例第三十条和第三十三条各几天",
        "粮库和各镇几天报一次账",
    ],
)
def test_one_thing_and_documents_and_numbers_have_no_parts(question, catalogue):
    assert asked(question, catalogue) == []


def test_what_the_topic_lacks_behind_both_stays_with_each(catalogue):
    assert asked("补正期限、答复期限分别是多少个工作日", catalogue) == [
        ("补正期限分别是多少个工作日", "补正"),
        ("答复期限分别是多少个工作日", "答复"),
    ]
