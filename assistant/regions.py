"""Places named in a question, and whether a document's region is one of them."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

NATIONWIDE = "全国"
NUMBERED = re.compile(r"(?P<short>[一-鿿])(?:府|政)(?:办|发|函|规|字)[发函规字]?(?=〔|\(|\d)")
"""The beginning of a document's number, as that of a province."""


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("assistant").joinpath("regions.toml").read_text("utf-8"))


def short_form(region: str) -> str:
    """北京市 → 北京; a name without a known suffix stays as it is."""
    for suffix in _table()["suffixes"]:
        if region.endswith(suffix) and len(region) - len(suffix) >= 2:
            return region.removesuffix(suffix)
    return region


def lies_in(part: str | None, region: str) -> bool:
    """Whether a place is a region or, as its full name says, part of it: 佛山市南海区 lies in 佛山市."""
    return part is not None and part.startswith(region)


@cache
def _known() -> tuple[tuple[str, str], ...]:
    table = _table()
    names = [(short_form(name), name) for name in [*table["provinces"], *table["cities"]]]
    return tuple(sorted(names, key=lambda pair: -len(pair[0])))


def regions_in(text: str) -> list[str]:
    """Return the full names of the places that a text names, in the order of the list, longest first."""
    found = []
    rest = re.sub(_table()["no_places"], "□", text)
    for short, name in _known():
        if short in rest:
            found.append(name)
            rest = rest.replace(short, "□")
    numbered = (_table()["abbreviations"].get(match["short"]) for match in NUMBERED.finditer(rest))
    return list(dict.fromkeys([*found, *(name for name in numbered if name)]))


def districts_in(text: str) -> dict[str, str]:
    """Return the districts that a text names, each with the city whose rules hold there too."""
    return {name: city for city, names in _table()["districts"].items() for name in names if name in text}


def level_of(name: str) -> str | None:
    """Return the level of government of a place: 省级, 市级 or 区级; None where it is not known."""
    table = _table()
    levels = {"省级": table["provinces"], "市级": table["cities"]}
    for level, places in levels.items():
        if name in places or name in map(short_form, places):
            return level
    return "区级" if any(name in names for names in table["districts"].values()) else None


def issuers() -> list[str]:
    """Return the names by which central issuers are called, long forms first."""
    return sorted(_table()["issuers"], key=len, reverse=True)


def issuers_by_short_name() -> dict[str, str]:
    """Return the full name of each central issuer by its short one, the shortest first."""
    return dict(sorted(_table()["issuers"].items(), key=lambda pair: len(pair[0])))


def issuers_in(text: str) -> list[str]:
    """Return the full names of the central issuers that a text names."""
    return list(dict.fromkeys(full for short, full in _table()["issuers"].items() if short in text))


def national_beside(text: str) -> list[str]:
    """Return the words for the whole country that stand beside a place, with what joins them: 国家和 上海."""
    words, places = "|".join(_table()["national"]), "|".join(short for short, _ in _known() if short in text)
    if not places:
        return []
    beside = rf"(?:{words})(?:层面)?[和与跟同](?={places})|[和与跟同](?:{words})(?:层面)?(?=[对的在各都,])"
    return [match[0] for match in re.finditer(beside, text)]


def says_national(text: str) -> bool:
    """Whether a text speaks of the whole country or its government."""
    return any(word in text for word in _table()["national"])
