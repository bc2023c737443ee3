"""Recognise the numbers that open the parts of an outline; the kinds stand in markers.toml."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from index.numerals import NUMERAL, to_chinese, to_number
from index.parse.lines import Line

PLACEHOLDERS = {
    "{n}": r"(?:{cn}|\d(?:[ 　]?\d){0,3})",
    "{cn}": rf"[{NUMERAL}](?:[ 　]?[{NUMERAL}]){{0,6}}",
    "{d}": r"\d{1,3}",
}
FEWEST_WITNESSES = 2
LIST_OF_ANNEXES = re.compile(r"附\s*件\s*[:：](?P<first>\s*1)?")


@dataclass(frozen=True, slots=True)
class Kind:
    """One way of numbering."""

    name: str
    rank: float
    pattern: re.Pattern[str]
    address: str
    needs: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Marker:
    """The number that opens a part."""

    kind: str
    rank: float
    number: int
    label: str
    """As an address writes it: 三、 (十三) 第三十三条 1.1"""
    length: int
    """Characters of the line that the number and its brackets take up."""


def _compile(pattern: str) -> re.Pattern[str]:
    for name, meaning in PLACEHOLDERS.items():
        pattern = pattern.replace(name, meaning)
    return re.compile(pattern)


@cache
def kinds() -> tuple[Kind, ...]:
    """Read the kinds of numbering, highest rank first."""
    table = tomllib.loads(resources.files("index.parse").joinpath("markers.toml").read_text("utf-8"))
    return tuple(
        Kind(
            name=entry["kind"],
            rank=entry["rank"],
            pattern=_compile(entry["pattern"]),
            address=entry["address"],
            needs=_compile(entry["needs"]) if "needs" in entry else None,
            unless=_compile(entry["unless"]) if "unless" in entry else None,
        )
        for entry in table["marker"]
    )


def kinds_in_use(lines: list[Line]) -> tuple[Kind, ...]:
    """Leave out the kinds of which a text shows too little evidence, or evidence to the contrary."""
    return tuple(
        kind
        for kind in kinds()
        if (kind.needs is None or _count(kind.needs, lines) >= FEWEST_WITNESSES)
        and (kind.unless is None or not _count(kind.unless, lines))
    )


def _count(pattern: re.Pattern[str], lines: list[Line]) -> int:
    return sum(bool(pattern.match(line.text)) for line in lines)


def match_marker(text: str, among: tuple[Kind, ...]) -> Marker | None:
    """Return the marker at the start of a line, if there is one."""
    for kind in among:
        found = kind.pattern.match(text)
        if found and (marker := _read(kind, found)):
            return marker
    return None


def line_markers(lines: list[Line], among: tuple[Kind, ...]) -> Iterator[Marker | None]:
    """Yield the marker of each line; the entries of a list of annexes (附件：1.… 2.…) have none."""
    listed: int | None = None
    for line in lines:
        marker = match_marker(line.text, among)
        if opening := LIST_OF_ANNEXES.match(line.text):
            listed = 1 if opening["first"] else 0
        elif listed is not None and marker and marker.kind == "点" and marker.number == listed + 1:
            listed, marker = marker.number, None
        else:
            listed = None
        yield marker


def _read(kind: Kind, found: re.Match[str]) -> Marker | None:
    plain = "".join(unicodedata.normalize("NFKC", found["number"]).split())
    number = to_number(plain.split(".")[-1])
    if number is None:
        return None
    label = kind.address.format(cn=to_chinese(number), label=plain, written=found["number"])
    if (sub := found.groupdict().get("sub")) and (sub_number := to_number(sub)):
        label += f"之{to_chinese(sub_number)}"
    # 1 stands above 1.1, and both above （1）.
    depth = plain.count(".") / 10 if kind.name == "十进" else 0.0
    return Marker(kind.name, kind.rank + depth, number, label, found.end())
