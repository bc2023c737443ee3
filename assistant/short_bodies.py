"""Bodies that people call by a shortened name: 国土那边, 环保部门, 人社局; the names stand in lexicon.toml."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

from assistant.folding import bare

LEVELS = re.compile(r"^(?:各|本|全)?(?:国家|中央|中国|市|省|区|县)*")
"""Before the name proper."""
SUFFIX = re.compile(r"(?:总局|总署|委员会|办公室|局|委|厅|办|部|署|院)$")
LOCAL = "局|委员会|委|厅|办公室|办(?![理法事好])|署"
SPOKEN = r"(?:部门|系统|那边|这边|那头|那儿|口子?|条线|一家)"
DOES = r"都?要?(?:牵头|负责|承担|主管|配合|领[了到]|[干做管]哪|[干做管]什么|[干做管]啥|的(?:活|任务|职责))"
GIVEN = r"(?<=给)"
SHORTEST = 2
"""Characters of a name that may go before a word which only speaks of a body, or be the beginning of a full name."""


class Called(NamedTuple):
    """A shortened name in a question."""

    short: str
    mark: str
    """What follows it: 局, 部门, 那边."""


@cache
def _table() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(resources.files("assistant").joinpath("lexicon.toml").read_text("utf-8"))
    return {bare(short): tuple(map(bare, begins)) for short, begins in table["short_bodies"].items()}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_table(), key=len, reverse=True)
    every, longer = "|".join(names), "|".join(name for name in names if len(name) >= SHORTEST)
    return re.compile(
        rf"(?P<short>{every})(?P<mark>{LOCAL}|部(?!门|分|署))"
        rf"|(?P<spoken>{longer})(?P<word>{SPOKEN})|(?P<acting>{longer})(?={DOES})|{GIVEN}(?P<given>{longer})"
    )


def called(text: str) -> Iterator[Called]:
    """Give the shortened names in a bare text."""
    for match in _pattern().finditer(text):
        short = match["short"] or match["spoken"] or match["acting"] or match["given"]
        yield Called(short, match["mark"] or "")


def bodies_called(text: str, actors: Iterable[str]) -> tuple[str, ...]:
    """Return which of some bodies a text calls by a shortened name; 司法部 is no 司法局."""
    spoken = list(called(bare(text)))
    return tuple(actor for actor in actors if any(_fits(bare(actor), one) for one in spoken)) if spoken else ()


def is_shortened(text: str, actor: str) -> bool:
    """Whether a text calls a body by characters of its own name, from the first on: 人社 for 人力资源社会保障."""
    return any(_fits(bare(actor), one) and _shortens(one.short, bare(actor)) for one in called(bare(text)))


def _shortens(short: str, actor: str) -> bool:
    name = LEVELS.sub("", actor, count=1)
    rest = iter(name)
    return name.startswith(short[0]) and all(character in rest for character in short)


def _fits(actor: str, one: Called) -> bool:
    name = LEVELS.sub("", actor, count=1)
    suffix = SUFFIX.search(name)
    if suffix is None or (one.mark and (one.mark == "部") != (suffix[0] == "部")):
        return False
    proper = name[: suffix.start()]
    begins = (one.short, *_table()[one.short])
    return any(proper == begin or (len(begin) >= SHORTEST and proper.startswith(begin)) for begin in begins)
