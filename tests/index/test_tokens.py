import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.tokens import terms


def test_chinese_gives_characters_and_pairs_of_neighbours():
    assert terms("应公开") == ["应", "公", "开", "应公", "公开"]


def test_no_pair_spans_a_punctuation_mark():
    assert "开公" not in terms("应公开，公民")


def test_latin_words_and_figures_are_whole():
    assert terms("PM2.5 达标，2014年") == ["pm2.5", "达", "标", "达标", "2014", "年"]


@pytest.mark.parametrize(
    ("one", "other"), [("ＰＭ２．５", "pm2.5"), ("（十三）", "(十三)"), ("〔2014〕28号", "[2014]28号")]
)
def test_width_case_and_brackets_do_not_matter(one, other):
    assert terms(one) == terms(other)


def test_the_chinese_zero_is_a_character():
    assert "〇一" in terms("二〇一四年")


def test_rare_characters_are_found():
    assert terms("𠮷氏") == ["𠮷", "氏", "𠮷氏"]


@pytest.mark.parametrize("text", ["", " \n", "，。？！", "\x00\ud800", "😀"])
def test_text_without_words_has_no_terms(text):
    assert terms(text) == []


@given(st.text(alphabet="政府信息公开，。 " + string.ascii_letters + string.digits))
def test_terms_can_be_joined_by_blanks(text):
    found = terms(text)

    assert " ".join(found).split() == found
