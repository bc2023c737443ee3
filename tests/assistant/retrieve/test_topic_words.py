import math

from assistant.retrieve.topic_words import TopicWords

REGULATION = "disclosure-regulation-2019"


def test_the_title_of_a_document_speaks_for_its_provisions(library):
    assert TopicWords(library, "政府信息公开条例", {})(REGULATION, "费用").unlike < 0.05


def test_words_that_the_provision_lacks_are_unlike_it_the_more_the_farther_they_are(library):
    words = "信息处理费的具体办法"

    near = TopicWords(library, "收费标准", {})(REGULATION, words)
    far = TopicWords(library, "地震监测", {})(REGULATION, words)

    assert near.unlike < far.unlike
    assert near.lacking < far.lacking
    assert near.length == math.log1p(4)


def test_an_official_word_stands_for_the_everyday_one(library):
    words = "出具书面的决定"

    plain = TopicWords(library, "批文", {})(REGULATION, words)
    same = TopicWords(library, "批文", {"批文": ["决定"]})(REGULATION, words)

    assert same.unlike == 0.0 < plain.unlike


def test_in_a_long_story_each_word_that_is_lacking_counts_less(library):
    short = TopicWords(library, "地震监测", {})(REGULATION, "办法")
    long = TopicWords(library, "地震监测" + "，" * 76, {})(REGULATION, "办法")

    assert 0 < 1.9 * long.unlike < short.unlike
    assert 0 < 1.9 * long.lacking < short.lacking
