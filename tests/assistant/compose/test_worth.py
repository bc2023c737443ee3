from assistant.compose.worth import by_words


def test_what_stands_in_one_text_tells_it_apart_more_than_what_stands_in_all():
    worths = by_words("库房组长")(["库房与库房", "库房的组长", "库房"])

    assert worths.whole[1] > worths.whole[0] == worths.whole[2] > 0


def test_a_text_without_any_of_the_words_is_worth_nothing():
    assert by_words("库房")(["道路", ""]).whole == [0, 0]
