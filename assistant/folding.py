"""The one form in which words are compared: width, case, brackets, quotes and blanks folded away."""

import re
import unicodedata
from functools import cache, lru_cache

from opencc import OpenCC

BLANK = re.compile(r"\s+")
BRACKETS = str.maketrans({"[": "〔", "]": "〕", "【": "〔", "】": "〕", "﹝": "〔", "﹞": "〕"})
QUOTES = str.maketrans({"'": "“", '"': "“", "”": "“", "‘": "“", "’": "“", "「": "“", "」": "“", "『": "“", "』": "“"})
CIRCLED = re.compile("[①-⑳]")
PUNCTUATION = re.compile(r"[\s，。、；：？！,.;:?!“（）()〔〕《》〈〉*＊·—\-_#|]+")
CACHED = 20_000
"""Texts whose folded form is kept: the provisions of a library are folded again and again."""


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def simplify(text: str) -> str:
    """Turn traditional characters into simplified ones, and ③ into (3).

    It takes milliseconds a page: for questions, not for texts.
    """
    return str(_converter().convert(CIRCLED.sub(lambda match: f"({unicodedata.normalize('NFKC', match[0])})", text)))


@lru_cache(maxsize=CACHED)
def fold(text: str) -> str:
    """Fold width, case, quotes and blanks: for comparing, never for showing."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return BLANK.sub("", plain.translate(BRACKETS).translate(QUOTES))


def bare(text: str) -> str:
    """Fold, and leave punctuation out as well."""
    return PUNCTUATION.sub("", fold(text))


def without(folded: str, words: str, instead: str) -> str:
    """Replace words in a folded text, whatever punctuation stands between their characters."""
    between = r"[《》“〔〕()（）\[\]、·]*"
    return re.sub(between.join(re.escape(char) for char in bare(words)), instead, folded)
