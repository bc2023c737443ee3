from index.training.vocabulary import UNKNOWN, UNKNOWN_ID, build_tokenizer


def test_vocabulary_covers_every_character(tokenizer, articles, questions):
    for text in [*(article.embedding_text for article in articles), *(one.text for one in questions)]:
        assert UNKNOWN_ID not in tokenizer.encode(text).ids


def test_characters_outside_the_mined_texts_are_covered(articles):
    words_from = [article.text for article in articles]

    tokenizer = build_tokenizer(words_from, ["鳜鱼〔２〕Ａ"], pieces=200, max_piece_characters=4)

    assert tokenizer.encode("鳜鱼〔2〕a").tokens == ["鳜", "鱼", "〔", "2", "〕", "a"]


def test_frequent_words_become_pieces_of_bounded_length(tokenizer):
    pieces = set(tokenizer.get_vocab()) - {UNKNOWN}

    assert len(pieces) < 200
    assert any(len(piece) > 1 for piece in pieces)
    assert max(map(len, pieces)) <= 4


def test_unseen_character_is_unknown(tokenizer):
    assert tokenizer.encode("龘").ids == [UNKNOWN_ID]


def test_width_case_and_spaces_do_not_matter(tokenizer):
    assert tokenizer.encode("第 一\n章（，").ids == tokenizer.encode("第一章(,").ids
