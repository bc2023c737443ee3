from assistant.understand.owners import owned
from assistant.understand.places import places

NAMES = {"甲办法": "a", "乙规则": "b"}


def documents_in(words):
    return tuple(id for name, id in NAMES.items() if name in words)


def owners(text):
    return [(place.written, place.of) for place in owned(places(text), text, ("a", "b"), documents_in)]


def test_a_number_is_of_the_document_before_it():
    assert owners("甲办法（十三）和乙规则第四条") == [("(十三)", ("a",)), ("第四条", ("b",))]


def test_a_number_without_a_name_is_of_the_same_document():
    assert owners("甲办法第三条、第四条和乙规则第四条") == [("第三条", ("a",)), ("第四条", ("a",)), ("第四条", ("b",))]


def test_one_number_is_of_all_documents():
    assert owners("甲办法和乙规则的第四条") == [("第四条", ())]
