"""Values of the same shape as a time, a figure or a depth: those of the library first, then made-up ones."""

import calendar
import random
import re
from collections.abc import Iterator

from assistant.quiz.blanks import Blank, Gap
from assistant.quiz.words import ladders
from index.numerals import to_chinese, to_number

NUMBER = re.compile(r"\d+|[一二三四五六七八九十]+")
MOST_APART = 4
"""By what factor a figure may be larger or smaller to be taken for another."""
YEAR_END = re.compile(r"(?P<year>(?:(?:\d{4}|每|当|次)年)?)年底")
DAY = re.compile(r"(?<=^月)\d{1,2}(?=日)")
MONTH = re.compile(r"\d{1,2}(?=月)")


def near_values(gap: Gap, others: list[str], rng: random.Random) -> Iterator[str]:
    """Yield values for a gap; `others` are those that stand in other sentences of the library."""
    alike = sorted({value for value in others if gap.blank is Blank.DEPTH or _is_alike(value, gap.value)})
    rng.shuffle(alike)
    yield from alike
    if gap.blank is Blank.DEPTH:
        yield from rng.sample(ladders()["depths"], len(ladders()["depths"]))
    elif gap.blank is Blank.DATE:
        yield from _dates(gap.value, rng)
    else:
        yield from _figures(gap.value, rng)


def _is_alike(value: str, other: str) -> bool:
    """Whether two values differ by nothing but a figure, and by that not by far."""
    if _shape(value) != _shape(other):
        return False
    numbers = [to_number(match[0]) for match in (NUMBER.search(value), NUMBER.search(other)) if match]
    if len(numbers) != 2 or not numbers[0] or not numbers[1] or MONTH.search(value):
        return bool(MONTH.search(value))
    return 1 / MOST_APART <= numbers[0] / numbers[1] <= MOST_APART


def _shape(value: str) -> str:
    return NUMBER.sub(lambda match: "#" if match[0].isdigit() else "一", value)


def _figures(value: str, rng: random.Random) -> Iterator[str]:
    """Yield the value with other figures, the nearest first, above and below it mixed."""
    match = NUMBER.search(value)
    number = to_number(match[0]) if match else None
    if match is None or number is None:
        return
    steps = ladders()["figures"]
    scale = 1 if number <= max(steps) else 10 ** (len(str(number)) - 2)
    nearest = sorted((step * scale for step in steps if step * scale != number), key=lambda one: abs(one - number))[:5]
    if scale > 1:
        nearest = [number + delta * scale for delta in (-3, -2, -1, 1, 2, 3) if number + delta * scale > 0]
    rng.shuffle(nearest)
    for other in nearest:
        if other > 100 and "%" in value.replace("％", "%"):
            continue
        written = str(other) if match[0].isdigit() else to_chinese(other)
        written = "两" if written == "二" and value[match.end() :].startswith("个") else written
        yield value[: match.start()] + written + value[match.end() :]


def _dates(value: str, rng: random.Random) -> Iterator[str]:
    months = rng.sample(ladders()["months"], len(ladders()["months"]))
    if match := MONTH.search(value):
        for month in months:
            yield value[: match.start()] + str(month) + _day_of(month, value[match.end() :])
    else:
        for month in months:
            yield YEAR_END.sub(rf"\g<year>{month}月底", value)


def _day_of(month: int, rest: str) -> str:
    """Return what follows the month, with a day that the month has."""
    last = calendar.monthrange(2001, month)[1]
    return DAY.sub(lambda day: str(min(int(day[0]), last)), rest, count=1)
