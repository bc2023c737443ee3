"""Provisions named by where they stand in order: 最后一部分, 倒数第二章, 开头那块; the words stand in aspects.toml."""

import re
import tomllib
from functools import cache
from importlib import resources

from assistant.question import LAST_ONE, Place
from index.numerals import NUMERAL, to_chinese, to_number

N = rf"[{NUMERAL}]+|\d+"
ADDRESSES = {"部分": "{}、", "类": "{}、", "章": "第{}章", "条": "第{}条"}
"""How the first of a unit is written in an address."""


@cache
def _spoken() -> dict[str, str]:
    table = tomllib.loads(resources.files("assistant.understand").joinpath("aspects.toml").read_text("utf-8"))
    return {name: "|".join(words) for name, words in table["ordinals"].items()}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = _spoken()
    one = rf"的?[那这]?(?:[一1]个?(?P<unit>{words['units']})|个?(?P<part>{words['large']}))"
    return (
        re.compile(rf"倒数第?(?P<number>{N})个?(?P<unit>{words['units']})(?P<part>)"),
        re.compile(rf"(?:{words['last']}){one}"),
        re.compile(rf"(?:{words['first']}){one}"),
    )


def unit_called(spoken: str) -> str:
    """Return the unit that a word means: 块, 大部分 and 板块 are 部分."""
    return next((unit for unit in ("章", "类") if spoken.endswith(unit)), "部分" if _is_part(spoken) else spoken)


def _is_part(spoken: str) -> bool:
    return re.fullmatch(_spoken()["parts"], spoken) is not None


def ordinals(folded: str) -> tuple[list[Place], str]:
    """Return the provisions that a folded text names so, and the text without the words that do it."""
    from_end, last, first = _patterns()
    found = [_place(match, -(to_number(match["number"]) or 1)) for match in from_end.finditer(folded)]
    rest = from_end.sub("□", folded)
    found += [_place(match, LAST_ONE) for match in last.finditer(rest)]
    rest = last.sub("□", rest)
    found += [_place(match, 1) for match in first.finditer(rest)]
    return sorted(found, key=lambda place: folded.find(place.written)), first.sub("□", rest)


def _place(match: re.Match[str], number: int) -> Place:
    unit = unit_called(match["unit"] or match["part"])
    address = ADDRESSES.get(unit) if number > 0 else None
    addresses = (address.format(to_chinese(number)),) if address else ()
    return Place(written=match[0], addresses=addresses, number=number, unit=unit)
