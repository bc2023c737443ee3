"""Compare deadlines as times, however they are written."""

import calendar
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from assistant.folding import bare
from index.numerals import to_number

NUMERAL = re.compile(r"[〇○零一二三四五六七八九十百两]+")
PERIOD = re.compile(r"(?<!\d)(\d{1,3})个?(工作日|自然日|小时|日|天|周|月|年)(?!\d)")
DAYS = {"自然日": 1, "日": 1, "天": 1, "周": 7, "月": 30, "年": 360}
YEAR = re.compile(r"(\d{4})年?")
MONTH_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日")
MONTH = re.compile(r"(\d{1,2})月(?:年?底|末|前|之前|以前)?")
YEAR_END = re.compile(r"年底|年末|年内|本年度内|下半年|四季度")
PARTS = {"上半年": 6, "年中": 6, "一季度": 3, "1季度": 3, "二季度": 6, "2季度": 6, "三季度": 9, "3季度": 9}


class Time(NamedTuple):
    """A deadline in figures."""

    what: str
    """date, period, or words where it is neither."""
    year: int | None
    value: str


@lru_cache(maxsize=4096)
def time_of(text: str) -> Time:
    """Read a deadline: 收到申请之日起二十个工作日内 and 20个工作日之内 are the same time."""
    plain = re.sub(r"[\s“”]", "", unicodedata.normalize("NFKC", text))
    plain = NUMERAL.sub(_digits, plain)
    period = PERIOD.search(plain)
    if (period and "起" in plain[: period.start()]) or (period and not re.search(r"\d月|年底", plain)):
        number, unit = int(period[1]), period[2]
        if unit in ("工作日", "小时"):
            whole = unit == "小时" and number % 24 == 0
            return Time("period", None, f"{number // 24}日" if whole else f"{number}{unit}")
        return Time("period", None, f"{number * DAYS[unit]}日")
    return _date(plain) or Time("words", None, bare(text))


def same_time(one: str, other: str) -> bool:
    """Whether two deadlines are the same time; a year counts only where both have one."""
    a, b = time_of(one), time_of(other)
    same_year = a.year is None or b.year is None or a.year == b.year
    return (a.what, a.value) == (b.what, b.value) and same_year


def _date(plain: str) -> Time | None:
    found = YEAR.search(plain)
    year = int(found[1]) if found else None
    if day := MONTH_DAY.search(plain):
        return Time("date", year, f"{int(day[1])}-{int(day[2])}")
    month = next((number for part, number in PARTS.items() if part in plain), None)
    if month is None and YEAR_END.search(plain):
        month = 12
    if month is None and (match := MONTH.search(plain)):
        month = int(match[1])
    if month is None or not 1 <= month <= 12:
        return None
    return Time("date", year, f"{month}-{calendar.monthrange(2001, month)[1]}")


def _digits(match: re.Match[str]) -> str:
    number = to_number(match[0])
    return match[0] if number is None else str(number)
