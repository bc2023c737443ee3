from assistant.comparison.likeness import alike, covered, mutual
from index.tokens import pairs


def test_rare_words_weigh_more():
    def rarity(term):
        return 1.0 if term == "征地" else 0.1

    assert covered("征地公开", pairs("征地"), rarity) > covered("征地公开", pairs("公开"), rarity)


def test_alike_looks_at_the_shorter_text_and_mutual_at_the_longer():
    def rarity(term):
        return 1.0

    assert alike("征地", "征地信息公开", rarity) == 1.0
    assert mutual("征地", "征地信息公开", rarity) == 0.2
    assert mutual("", "征地", rarity) == 0.0
