"""Compare a digest with its original, address by address: a restatement must not change what is asked of whom."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from index.corpus import Provision
from index.numerals import NUMERAL, to_number

Kind = Literal["address", "number", "modality", "body", "exception", "quoted"]

CHINESE = f"[{NUMERAL}]{{1,7}}"
UNIT = (
    r"个?工作日|个百分点|季度|小时|分钟|个?月|[日天周年届次倍级类名人件批条款项章号]|[百千万亿]*[元亩]|[万亿]|[%％]|个"
)
UNIT_OF_CHINESE = r"个?工作日|小时|分钟|个月|月|[日天周年届次倍条款项章]|[百千万亿]*元"
DOCUMENT_NUMBER = re.compile(r"(?P<office>[一-鿿]{1,8}?)\s*[〔\[(（](?P<year>\d{4})[〕\])）]\s*(?P<number>\d+)\s*号")
PERCENT = re.compile(rf"百分之(?P<number>{CHINESE})")
ORDINAL = re.compile(rf"第(?P<number>{CHINESE}|\d+)(?P<unit>[条款项章节编届次批期])")
ARABIC = re.compile(rf"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>{UNIT})?(?P<edge>年?底|初|末|[上中下]旬)?")
COUNTED = re.compile(
    rf"(?<![统唯同进万单第专之{NUMERAL}])(?!一[条款项章])(?P<number>{CHINESE})(?P<unit>{UNIT_OF_CHINESE})(?![度级])(?P<edge>年?底|初|末|[上中下]旬)?"
)
MODALITIES = ("应当", "可以", "不得", "不予")
EXCEPTION = re.compile(r"除[^。；]{1,80}?外|除外|(?<=[，；。,;.])但")
MARK = re.compile(r"[\W_]")
QUOTED = re.compile(r"“(?P<term>[^“”]{1,14})”|'(?P<plain>[^']{1,14})'|‘(?P<single>[^‘’]{1,14})’")


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that one of two restatements of a provision says and the other does not."""

    address: str
    kind: Kind
    digest: tuple[str, ...]
    """What only the digest has."""
    original: tuple[str, ...]
    """What only the original has."""

    def __str__(self) -> str:
        """One line for a report."""
        return f"{self.address} {self.kind}: digest {'、'.join(self.digest)} | original {'、'.join(self.original)}"


def compare(
    digest: Sequence[Provision],
    original: Sequence[Provision],
    *,
    bodies: Callable[[str], Iterable[str]] = lambda _: (),
) -> list[Difference]:
    """Return the differences between the own words of equal addresses, in the order of the original.

    Numbers count with their units, whichever numerals they are written in. `bodies` finds the names of bodies in a
    text.
    """
    restated = {provision.address: provision for provision in digest}
    printed = {provision.address: provision for provision in original}
    differences = []
    for address in [*printed, *(address for address in restated if address not in printed)]:
        if address in restated and address in printed:
            differences += _compare(address, restated[address].own_text, printed[address].own_text, bodies)
        else:
            differences.append(_difference(address, "address", {address} & set(restated), {address} & set(printed)))
    return differences


def _compare(address: str, digest: str, original: str, bodies: Callable[[str], Iterable[str]]) -> list[Difference]:
    facts: tuple[tuple[Kind, Callable[[str], Iterable[str]]], ...] = (
        ("number", numbers),
        ("modality", modalities),
        ("exception", exceptions),
        ("quoted", quoted_terms),
        ("body", bodies),
    )
    pairs = ((kind, set(find(digest)), set(find(original))) for kind, find in facts)
    return [_difference(address, kind, left, right) for kind, left, right in pairs if left != right]


def _difference(address: str, kind: Kind, digest: set[str], original: set[str]) -> Difference:
    return Difference(address, kind, tuple(sorted(digest - original)), tuple(sorted(original - digest)))


def numbers(text: str) -> set[str]:
    """Return the numbers, dates, periods and document numbers of a text, in Arabic digits with their units.

    A Chinese numeral is a number only with a unit or in 第…条; 统一, 一些 and 三公 are words.
    """
    text = unicodedata.normalize("NFKC", text)
    found = set()
    for pattern, written in (
        (DOCUMENT_NUMBER, _document_number),
        (PERCENT, lambda match: f"{_value(match)}%"),
        (ORDINAL, lambda match: f"第{_value(match)}{match['unit']}"),
        (ARABIC, _quantity),
        (COUNTED, _quantity),
    ):
        found |= {written(match) for match in pattern.finditer(text)}
        text = pattern.sub(" ", text)
    return found


def _document_number(match: re.Match[str]) -> str:
    return f"〔{match['year']}〕{match['number']}号"


def _value(match: re.Match[str]) -> str:
    number = match["number"]
    value = to_number(number)
    return number if value is None else str(value)


def _quantity(match: re.Match[str]) -> str:
    unit = (match["unit"] or "").removeprefix("个") or match["unit"] or ""
    edge = (match["edge"] or "").removeprefix("年")
    return f"{_value(match)}{unit}{edge}"


def modalities(text: str) -> set[str]:
    """Return which of the words that bind or allow stand in a text."""
    return {word for word in MODALITIES if word in text}


def exceptions(text: str) -> set[str]:
    """Return whether a text makes an exception: a set of one word or none."""
    return {"例外"} if EXCEPTION.search(text) else set()


def quoted_terms(text: str) -> set[str]:
    """Return the short terms that stand in quotation marks of any shape, without marks inside them."""
    terms = (next(term for term in match.groups() if term) for match in QUOTED.finditer(text))
    return {MARK.sub("", term) for term in terms}
