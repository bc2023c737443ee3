import pytest

from assistant.verify.facts import document_numbers, modality, numbers, prohibitions


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("二十个工作日", "20个工作日"),
        ("第三十三条", "第33条"),
        ("２０日", "20日"),
        ("20\n个工作日", "20个工作日"),
        ("二〇一九年五月", "2019年5月"),
    ],
)
def test_a_number_is_one_however_it_is_written(written, same):
    assert numbers(same) == numbers(written)


def test_numbers_are_counted():
    assert numbers("15日内提出，15日内答复，第五条")["15日"] == 2
    assert numbers("第五条")["第5条"] == 1


@pytest.mark.parametrize("text", ["统一平台", "一体化", "进一步公开"])
def test_numerals_in_words_are_no_numbers(text):
    assert not numbers(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("按国办发〔2014〕12号印发", "国办发〔2014〕12号"),
        ("按国办发[2014]12号印发", "国办发[2014]12号"),
        ("以国务院令第711号公布", "国务院令第711号"),
    ],
)
def test_document_numbers_are_found_whatever_their_brackets(text, number):
    (found,) = document_numbers(text)

    assert found.endswith(number)


def test_a_longer_word_hides_the_shorter_one_in_it():
    assert modality("可以不予公开，不得延长，应当说明，应当答复") == {"可以不": 1, "不得": 1, "应当": 2}


def test_words_spread_out_in_a_cell_are_read():
    assert modality("市财政局牵  头")["牵头"] == 1


def test_only_what_forbids_or_exempts_is_a_prohibition():
    assert prohibitions("应当公开，可以延期，不予提供") == {"不予": 1}
