from assistant.comparison.phrases import joined, own_parts


def parts(text, *own):
    return [text[start:end] for start, end in own_parts(text, (0, len(text)), lambda item: item in own)]


def test_a_clause_that_is_mostly_its_own_is_told_whole():
    assert parts("公开批复、范围", "公开批复") == ["公开批复、范围"]


def test_neighbouring_members_are_told_together_with_their_bracket():
    assert parts("公开征地批复的信息、范围（含附图）、安置", "范围", "含附图") == ["范围（含附图）"]


def test_where_all_marks_are_lost_neighbours_are_joined():
    text = "甲项.乙项，丙项"

    assert [text[start:end] for start, end in joined(text, [(0, 2), (3, 5), (6, 8)])] == ["甲项.乙项", "丙项"]
