"""Read dates written in Arabic or Chinese digits."""

import re
from collections.abc import Iterator
from datetime import date

from index.metadata.words import plain
from index.numerals import to_number

DIGITS = str.maketrans("〇○零Oo一二三四五六七八九", "00000123456789")
DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d|[〇○零Oo一二三四五六七八九\d]{4})"
    r"(?:年(?P<month>[\d〇○零一二三四五六七八九十]{1,3})月(?P<day>[\d〇○零一二三四五六七八九十廿卅]{1,3})日"
    r"|(?P<mark>[-./])(?P<month2>\d{1,2})(?P=mark)(?P<day2>\d{1,2})(?!\d))"
)


def find_dates(line: str) -> Iterator[tuple[date, int, int]]:
    """Yield the dates of a line already made plain, with where each begins and ends."""
    for found in DATE.finditer(line):
        year = found["year"].translate(DIGITS)
        month = to_number(found["month"] or found["month2"])
        day = to_number(found["day"] or found["day2"])
        if month is None or day is None:
            continue
        try:
            yield date(int(year), month, day), found.start(), found.end()
        except ValueError:
            continue  # no such day, so not a date


def only_date(line: str) -> date | None:
    """Return the date a line consists of, if it holds nothing else."""
    text = plain(line).strip("()")
    for day, start, end in find_dates(text):
        if (start, end) == (0, len(text)):
            return day
    return None
