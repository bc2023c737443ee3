from assistant.survey import outline_of


def test_a_text_numbered_in_decimals_is_made_of_its_whole_numbers(provision):
    chapters = [provision("", address="1", kind="十进", headings=("1 总则",)), provision("", address="2", kind="十进")]
    below = [provision("", address="1.1", kind="十进", parent="1")]

    outline = outline_of([*chapters, *below])

    assert outline.counts == ("2章",)
    assert outline.titles == ("1 总则",)


def test_decimals_below_parts_are_no_chapters(provision):
    parts = [provision("", address="一、", kind="部分"), provision("", address="1", kind="十进")]

    assert outline_of(parts).counts == ("1个部分",)
