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
    plain = plain_text(text)
    found = Counter(f"{in_digits(match['number'])}{match['unit']}" for match in MEASURED.finditer(plain))
    found.update(f"第{in_digits(match['number'])}{match['unit']}" for match in ORDINAL.finditer(plain))
    # What has a unit is counted with it alone: 20个工作日 is 二十个工作日.
    found.update(DIGITS.findall(ORDINAL.sub("□", MEASURED.sub("□", plain))))
    return found


def document_numbers(text: str) -> list[str]:
    """Return the 文号 in a text, each with some of the words that run on before it."""
    return DOCUMENT_NUMBER.findall(plain_text(text))


def modality(text: str) -> Counter[str]:
    """Count the words of duty, permission, prohibition and lead; a longer word hides the shorter one inside it."""
    found: Counter[str] = Counter()
    rest = plain_text(text)
    for word in (*PROHIBITIONS, *DUTIES):
        if word in rest:
            found[word] = rest.count(word)
            rest = rest.replace(word, "□")
    return found


def what_is_said(text: str) -> list[tuple[str, set[str]]]:
    """Return each word of duty, permission or prohibition with the pairs of characters behind it in its sentence."""
    return [
        (match[0], pairs(rest))
        for sentence in SENTENCE_END.split(plain_text(text))
        for match in MODAL.finditer(sentence)
        if (rest := sentence[match.end() :])
    ]


def prohibitions(text: str) -> Counter[str]:
    """Count the words that forbid or exempt: one left out turns a statement round."""
    return Counter({word: count for word, count in modality(text).items() if word in PROHIBITIONS})


def bodies(text: str) -> set[str]:
    """Return the names of bodies in a text."""
    return set(body_names(text))


def plain_text(text: str) -> str:
    """Fold width, and leave out blanks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def in_digits(written: str) -> str:
    """Write a number, in Chinese or Arabic digits, in Arabic ones."""
    return written if written[0].isdigit() else str(to_number(written))
