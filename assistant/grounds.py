"""Read out of a text which instruments it says it carries out or rests on."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from assistant.names import KINDS
from index.corpus import Provision
from index.metadata import normalise_number

TITLE = r"《(?P<title>[^《》]{2,120})》"
BRACKET = r"[（(](?P<inside>[^（）()]{2,60})[)）]"
NAMED = re.compile(rf"{TITLE}(?:{BRACKET})?|{BRACKET.replace('inside', 'alone')}")
NUMBERED = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,20}(?:〔\d{4}〕\d{1,5}号|(?:令|公告)(?:\d{4}年)?第?[\d一二三四五六七八九十百〇零]{1,6}号)"
)
CLAUSE = re.compile(r"[，,。；;！!]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An instrument as a text or somebody names it; at least one of title and number is known."""

    title: str | None = None
    number: str | None = None
    """In the spelling of `normalise_number`."""
    address: str | None = None
    """The provision in which the text names it."""

    @property
    def shown(self) -> str:
        """Title and number as one prints them."""
        if self.title is None:
            return self.number or ""
        return f"《{self.title}》（{self.number}）" if self.number else f"《{self.title}》"


@cache
def grounds_words() -> dict[str, list[str]]:
    """Return the words of grounds.toml."""
    return tomllib.loads(resources.files("assistant").joinpath("grounds.toml").read_text("utf-8"))


def named_in(words: str) -> Named:
    """Read a name that somebody gave as a whole: a title, a document number, or both."""
    found = NAMED.search(words)
    title = found and found["title"]
    inside = (found and (found["inside"] or found["alone"])) or ("" if title else words)
    number = _number(inside)
    return Named(title=title or (None if number else words.strip()), number=number)


def grounds(provisions: Sequence[Provision]) -> tuple[Named, ...]:
    """Return what a document names as its ground, in the order of the text.

    Only its opening is read, and there only what stands after a word such as 根据 or 落实 in the same clause:
    an instrument that is merely spoken of is no ground.
    """
    found: dict[str, Named] = {}
    for provision in provisions:
        if _opens(provision):
            for named in _grounds_of(provision):
                found.setdefault(named.shown, named)
    return tuple(found.values())


def _opens(provision: Provision) -> bool:
    words = grounds_words()
    return provision.address in words["openings"] or any(word in provision.heading for word in words["headings"])


def _grounds_of(provision: Provision) -> Iterator[Named]:
    cue = re.compile("|".join(grounds_words()["cues"]))
    for clause in CLAUSE.split(_without_short_names(provision.text)):
        cued = cue.search(clause)
        for found in NAMED.finditer(clause, cued.end()) if cued else ():
            number = _number(found["inside"] or found["alone"] or "")
            if found["title"] is None and number is None:
                continue
            named = Named(title=found["title"], number=number, address=provision.address)
            if _is_rule(named):
                yield named


def _is_rule(named: Named) -> bool:
    """Whether it is an instrument to be carried out; 《条例》 alone is a short name."""
    if named.title is None:
        return True
    words = grounds_words()
    changes = any(word in named.title for word in words["changing"])
    return named.title not in KINDS and not changes and not named.title.endswith(tuple(words["no_rules"]))


def _without_short_names(text: str) -> str:
    """Drop （以下简称《条例》） and the line ends inside a paragraph."""
    begins = "|".join(grounds_words()["abbreviations"])
    return re.sub(rf"[，,]?(?:{begins})[^）)]*", "", re.sub(r"\s+", "", text))


def _number(words: str) -> str | None:
    normal = normalise_number(words)
    found = NUMBERED.fullmatch(normal)
    return normal if found else None
