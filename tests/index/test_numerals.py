from itertools import product

import pytest

from index.numerals import to_chinese, to_number


@pytest.mark.parametrize(
    ("numeral", "number"), [("二十四", 24), ("廿一", 21), ("两", 2), ("一百零六", 106), ("１２", 12)]
)
def test_numbers_are_read_however_they_are_written(numeral, number):
    assert to_number(numeral) == number


@pytest.mark.parametrize("numeral", ["二十零", "二廿一", "十十一"])
def test_what_is_no_number_is_none(numeral):
    assert to_number(numeral) is None


def test_no_row_of_numerals_fails():
    for length in (1, 2, 3):
        for chars in product("零一二十百两廿", repeat=length):
            to_number("".join(chars))


@pytest.mark.parametrize("number", [1, 10, 17, 20, 33, 101])
def test_what_is_written_is_read_again(number):
    assert to_number(to_chinese(number)) == number
