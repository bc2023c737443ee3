"""Tell which place, and which level of government, a body or a title belongs to."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from index.metadata.words import words

Level = Literal["国家", "省级", "市级", "县级"]
WHOLE_COUNTRY = "全国"
COUNTY = re.compile(
    r"^[\u4e00-\u9fff]{1,9}?(?:自治县|自治旗|林区|特区|县|旗|区|市)(?=人民政府|人民代表大会|人大|政协|监委)"
)
COUNTY_OFFICE = re.compile(
    r"^[\u4e00-\u9fff]{1,8}?(?:自治县|自治旗|县|旗|区)(?=[\u4e00-\u9fff]{1,20}(?:局|委员会|办公室|中心|委)$)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A region and the level of the government that stands over it."""

    region: str
    level: Level | None


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    provinces: dict[str, str]
    """Full name to short name."""
    prefectures: tuple[str, ...]
    no_place: tuple[str, ...]


@cache
def _gazetteer() -> _Gazetteer:
    table = tomllib.loads(resources.files("index.metadata").joinpath("places.toml").read_text("utf-8"))
    return _Gazetteer(
        provinces={entry["name"]: entry["short"] for entry in table["province"]},
        prefectures=(
            *(f"{city}市" for names in table["cities"].values() for city in names.split()),
            *table["prefectures"]["names"],
        ),
        no_place=tuple(table["words"]["no_place"]),
    )


def place_of_body(name: str) -> Place | None:
    """Return the place of an issuer; the whole country for central bodies, None where it is not certain."""
    if name.startswith(words().central):
        local = [start for place in _names() if (start := name.find(place)) > 0]
        if local:
            return _named_place(name[min(local) :])
        if any(short in name for short in _gazetteer().provinces.values()):
            return None
        return Place(WHOLE_COUNTRY, "国家")
    if place := _named_place(name):
        return place
    for full, short in _gazetteer().provinces.items():
        if name.startswith(short):
            return Place(full, None)
    return None


def region_of_title(title: str) -> str | None:
    """Return the place a title begins with, a year before it left out."""
    place = _named_place(re.sub(r"^(?:\d{4}年度?|关于)", "", title))
    return place.region if place else None


def _names() -> tuple[str, ...]:
    return (*_gazetteer().provinces, *_gazetteer().prefectures)


def _named_place(name: str) -> Place | None:
    """Follow the places at the start of a name downwards, as far as they are known."""
    place: Place | None = None
    rest = name
    steps: tuple[tuple[Callable[[str], str | None], Level], ...] = (
        (_province, "省级"),
        (_prefecture, "市级"),
        (_county, "县级"),
    )
    for step, level in steps:
        if found := step(rest):
            place = Place(f"{place.region if place else ''}{found}", level)
            rest = rest.removeprefix(found)
    return place


def _province(name: str) -> str | None:
    return next((place for place in _gazetteer().provinces if name.startswith(place)), None)


def _prefecture(name: str) -> str | None:
    return next((place for place in _gazetteer().prefectures if name.startswith(place)), None)


def _county(name: str) -> str | None:
    found = COUNTY.match(name) or COUNTY_OFFICE.match(name)
    if not found or found[0].endswith(_gazetteer().no_place) or len(found[0]) < 2:
        return None
    return found[0]
