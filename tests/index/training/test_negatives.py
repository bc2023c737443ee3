from index.training.corpus import Question
from index.training.negatives import hard_negatives


def test_near_misses_share_words_with_the_question_and_answer_nothing(articles):
    asked = Question("宅基地申请登记", ("宅基地申请登记",))

    (near,) = hard_negatives([asked], articles, depth=5)

    assert "宅基地申请登记" not in [article.id for article in near]
    assert len(near) == 4
    assert {article.id[:3] for article in near} == {"宅基地"}


def test_a_question_without_a_word_of_the_collection_has_none(articles):
    assert hard_negatives([Question("？？", ()), Question("xyz", ())], articles, depth=5) == [[], []]
