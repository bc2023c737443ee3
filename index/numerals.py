"""Chinese and Arabic numerals, in the one form addresses use."""

import unicodedata

import cn2an

FORMAL = str.maketrans("壹贰貳叁參参肆伍陆陸柒捌玖拾佰", "一二二三三三四五六六七八九十百")
NUMERAL = "〇○零一二三四五六七八九十百两廿卅壹贰貳叁肆伍陆陸柒捌玖拾佰"
"""Characters a Chinese numeral in an outline may consist of."""
LONGEST = 6
"""Digits of a number that can stand in an address."""


def to_number(numeral: str) -> int | None:
    """Read a whole number written in Chinese or Arabic digits of any width; None if it is none."""
    digits = unicodedata.normalize("NFKC", numeral).strip().replace("○", "〇").replace("零", "〇")
    if len(digits) > LONGEST:
        return None
    if digits.isascii() and digits.isdigit():
        return int(digits)
    digits = digits.translate(FORMAL)
    digits = digits.replace("廿", "二十").replace("卅", "三十").replace("两", "二").replace("〇", "零")
    if digits.startswith("百"):
        digits = "一" + digits
    try:
        return int(cn2an.cn2an(digits, "smart"))
    except (ValueError, KeyError):  # cn2an looks up what it did not expect: 二十零
        return None


def to_chinese(number: int) -> str:
    """Write 24 as 二十四, as outlines do."""
    written = str(cn2an.an2cn(number))
    return written.removeprefix("一") if 10 <= number < 20 else written
