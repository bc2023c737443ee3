"""The hard facts in a statement: numbers, provision and document numbers, words of duty, bodies."""

import re
import unicodedata
from collections import Counter

from index.duties import body_names
from index.numerals import NUMERAL, to_number
from index.tokens import pairs

NUMBER = rf"(?:\d+(?:\.\d+)?|[{NUMERAL}]+)"
UNIT = (
    "个工作日|工作日|个月|小时|课时|年度|年|月|日|天|周|次|"
    "项|条|款|章|部分|类|份|件|名|人|家|级|亿元|万元|元|%|倍|种|个"
)
MEASURED = re.compile(rf"(?P<number>{NUMBER})(?P<unit>{UNIT})")
DIGITS = re.compile(r"\d+(?:\.\d+)?")
ORDINAL = re.compile(rf"第(?P<number>[{NUMERAL}\d]+)(?P<unit>条|款|项|章|节|部分|类|行)")
DOCUMENT_NUMBER = re.compile(r"[一-鿿]{1,6}(?:[〔(\[]\d{1,4}[〕)\]]|令第)\d+号")
PROHIBITIONS = ("不得", "可以不", "不予", "严禁", "禁止")
DUTIES = ("应当", "可以", "必须", "牵头")
MODAL = re.compile("|".join((*PROHIBITIONS, "应当", "可以", "必须")))
SENTENCE_END = re.compile(r"[。；;!?！？|]")


def numbers(text: str) -> Counter[str]:
    """Count the numbers with a unit, the provision numbers and the bare numbers, all in Arabic digits."""
    plain = _plain(text)
    found = Counter(f"{_digits(match['number'])}{match['unit']}" for match in MEASURED.finditer(plain))
    found.update(f"第{_digits(match['number'])}{match['unit']}" for match in ORDINAL.finditer(plain))
    found.update(DIGITS.findall(plain))
    return found


def document_numbers(text: str) -> list[str]:
    """Return the 文号 in a text, each with some of the words that run on before it."""
    return DOCUMENT_NUMBER.findall(_plain(text))


def modality(text: str) -> Counter[str]:
    """Count the words of duty, permission, prohibition and lead; a longer word hides the shorter one inside it."""
    found: Counter[str] = Counter()
    rest = _plain(text)
    for word in (*PROHIBITIONS, *DUTIES):
        if word in rest:
            found[word] = rest.count(word)
            rest = rest.replace(word, "□")
    return found


def what_is_said(text: str) -> list[tuple[str, set[str]]]:
    """Return each word of duty, permission or prohibition with the pairs of characters behind it in its sentence."""
    return [
        (match[0], pairs(rest))
        for sentence in SENTENCE_END.split(_plain(text))
        for match in MODAL.finditer(sentence)
        if (rest := sentence[match.end() :])
    ]


def prohibitions(text: str) -> Counter[str]:
    """Count the words that forbid or exempt: one left out turns a statement round."""
    return Counter({word: count for word, count in modality(text).items() if word in PROHIBITIONS})


def bodies(text: str) -> set[str]:
    """Return the names of bodies in a text."""
    return set(body_names(text))


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _digits(written: str) -> str:
    return written if written[0].isdigit() else str(to_number(written))
