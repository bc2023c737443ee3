"""The words by which titles, bodies and dates are known; the lists stand in words.toml."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources

LONGEST_BODY = 40
PUNCTUATION = re.compile(r"[，。；：！？、“”《》〈〉（）()\[\]〔〕,.;:!?|\d]")
NOT_PADDING = "A-Za-z0-9"


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of words.toml."""

    genres: tuple[str, ...]
    bodies: tuple[str, ...]
    leaning: tuple[str, ...]
    verbs: tuple[str, ...]
    offices: tuple[str, ...]
    central: tuple[str, ...]
    decrees: dict[str, str]
    labels: dict[str, tuple[str, ...]]


@cache
def words() -> Words:
    """Read the lists, once."""
    table = tomllib.loads(resources.files("index.metadata").joinpath("words.toml").read_text("utf-8"))
    decrees = table.pop("decrees")
    labels = {part: tuple(names) for part, names in table.pop("labels").items()}
    return Words(decrees=decrees, labels=labels, **{name: tuple(entries) for name, entries in table.items()})


def compact(line: str) -> str:
    """Remove padding blanks; a blank between two Latin words or numbers stays."""
    return re.sub(rf"(?<![{NOT_PADDING}])\s+|\s+(?![{NOT_PADDING}])", "", line.strip())


def plain(line: str) -> str:
    """Remove all blanks and unify widths, for matching only."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", line))


def is_body(name: str) -> bool:
    """Tell the name of a body from other words."""
    return 2 < len(name) <= LONGEST_BODY and not PUNCTUATION.search(name) and name.endswith(words().bodies)


def split_bodies(line: str) -> list[str]:
    """Return the bodies a line names, side by side or joined by 、; [] if it names anything else."""
    for gap in (r"\s+|、", r"\s{2,}|、", r"、"):
        names = [re.sub(r"\s", "", name) for name in re.split(gap, line.strip())]
        if all(is_body(name) for name in names):
            return names
    return []
