"""Documents called by some words of their title and what they are: 无废城市方案, 三项制度那个文件, 就业39号文."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from assistant.abridged import fits
from assistant.catalogue import Catalogue, Entry
from assistant.folding import bare, fold, without
from assistant.regions import lies_in, regions_in, short_form
from index.numerals import to_chinese

LONGEST = 24
"""Characters before the kind that are looked at."""
SHORTEST = 2
SHORTEST_WITHIN = 4
"""Where the words before may belong to the same noun."""
SHORTEST_OF_ANY_KIND = 3
"""Where the kind says nothing and no word points at one document: 双随机文件."""
CLOSE = 0.4
"""Least share of neighbours that stand together, so that the words are of the title and not only its characters."""
RARE = 0.7
"""Rarity of two characters that may be a shortened word of the title, because they are no word of the texts."""
YEAR = re.compile(r"((?:19|20)\d{2})年?度?的?$")
ITEMS = ("({cn})", "{cn}、", "、{number}.", "){number}.", "第{cn}条")
"""How addresses of items end."""
NUMBER = re.compile(r"\d号")
CLAUSE = re.compile(r"[^，,。;；:：？?！!…\n]*$")


class Call(NamedTuple):
    """Words of a question that may call a document."""

    head: str
    """Bare: what stands before the kind in its clause."""
    kind: str
    """'' where the noun says nothing of the kind."""
    number: str
    """Of a document number; '' where there is none."""
    points: bool
    """Whether one document is pointed at: 那份."""
    items: str
    """How many items the document has; '' where that is not said: 自贸区53条."""
    is_titled: bool
    """Whether the head begins with a bracket of a title."""
    tail: str
    """Bare: what joins the head to the kind, and the kind."""


@dataclass(frozen=True, slots=True)
class _Found:
    length: int
    score: float
    entry: Entry
    title: str


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("assistant.understand").joinpath("called.toml").read_text("utf-8"))


@cache
def _pattern() -> re.Pattern[str]:
    table = _table()
    kinds, any_kind = "|".join(table["kinds"]), "|".join(table["any_kind"])
    after = "|".join(table["not_after"])
    return re.compile(
        rf"(?P<joint>(?P<points>{table['pointing']})|{table['joining']})?"
        rf"(?:{table['number']}|(?P<kind>{kinds})|(?P<any>{any_kind}))(?!{after})"
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^一-鿿]|{'|'.join(_table()['before'])})$")


@cache
def _common() -> re.Pattern[str]:
    return re.compile("|".join([*sorted(_table()["common"], key=len, reverse=True), r"\d+年?"]))


def called(rest: str, catalogue: Catalogue) -> Iterator[tuple[str, Entry]]:
    """Yield what calls a document in a folded text, bare, with the one document that it fits best.

    What fits several documents equally well calls none.
    """
    at = 0
    while match := _pattern().search(rest, at):
        at = match.end()
        call = _call(match, rest)
        found = _best(call, catalogue) if call.head else None
        if found is not None:
            words = call.head[-found.length :] + call.tail
            yield words, found.entry
            rest = rest[: match.start()] + "□" * (match.end() - match.start()) + rest[match.end() :]


def around(folded: str, named: Sequence[Entry], spoken: Sequence[str]) -> Iterator[str]:
    """Yield what is said about documents beside the words that name them, bare: 就业39号文, 按…号, 那份文件."""
    table = _table()
    joint = re.compile(rf"(?:{table['pointing']}|{table['joining']})?$")
    for words in spoken:
        before, _, after = without(folded, words, "□").partition("□")
        clause = CLAUSE.search(before)
        said = clause[0] if clause else ""
        joined = match[0] if (match := joint.search(said)) else ""
        head = bare(said.removesuffix(joined))
        own = max((_of_title(head, entry) for entry in named), key=len, default="") if NUMBER.search(words) else ""
        by = re.search(rf"(?:{'|'.join(table['by'])})$", bare(said.removesuffix(own + joined) if own else said))
        called_so = re.match(table["rest_of_document" if words.endswith("文") else "called_so"], after)
        head, tail = (
            (by[0] if by else "") + own + (bare(joined) if own else ""),
            bare(called_so[0] if called_so else ""),
        )
        yield from (head + spelt + tail for spelt in _spellings(words))
    if named:
        yield from (bare(match) for match in re.findall(table["that_one"], folded))


def _spellings(words: str) -> Iterator[str]:
    """Yield the ways to write a document number between whose year and number brackets stood."""
    yield words
    if match := re.fullmatch(r"(\D+(?:19|20)\d{2})(\d+号?.*)", words):
        yield from (f"{match[1]}{between}{match[2]}" for between in ("年", "第", "年第"))


def _of_title(before: str, entry: Entry) -> str:
    """Return the last characters of a bare text that are words of a document's title; '' if none are."""
    found = [fit for title in entry.titles for fit in fits(before[-LONGEST:], title) if _is_close(*fit)]
    apart = [fit.length for fit in found if _is_apart(before[: -fit.length])]
    return before[-max(apart) :] if apart else ""


def _call(match: re.Match[str], rest: str) -> Call:
    clause = CLAUSE.search(rest[: match.start()])
    before = clause[0] if clause else ""
    titled = before.rfind("《")
    is_titled = titled >= 0 and "》" not in before[titled:]
    head = re.sub(_table()["about"], "", before[titled + 1 :]) if is_titled else before
    return Call(
        head=bare(head)[-LONGEST:],
        kind=bare(match["kind"] or ""),
        number=match["number"] or "",
        items=match["items"] or "",
        points=match["points"] is not None,
        is_titled=is_titled,
        tail=bare(match[0]),
    )


def _best(call: Call, catalogue: Catalogue) -> _Found | None:
    """The document that fits best by how much of what is said it has, then by how closely; None if several do."""
    fitting = [found for title, entry in _candidates(call, catalogue) for found in _fitting(call, title, entry)]
    fitting = [found for found in fitting if _may_mean(call, found, catalogue)]
    if not fitting:
        return _introducing(call, catalogue)
    best = max(fitting, key=lambda found: (found.length, found.score))
    equals = {f.entry.document.id for f in fitting if (f.length, f.score) == (best.length, best.score)}
    whole = call.head[-best.length :]
    exact = [found for found in fitting if found.title == whole]
    if len(equals) > 1:
        return exact[0] if len({found.entry.document.id for found in exact}) == 1 else None
    return best


def _candidates(call: Call, catalogue: Catalogue) -> Iterator[tuple[str, Entry]]:
    """Titles that hold the last characters said, each without the kind that is said."""
    held = list(catalogue.abridged.holding(call.head[-SHORTEST:]))
    if call.number:
        yield from ((title, entry) for title, entry in held if _has_number(entry, call.number))
    elif call.items:
        yield from ((title, entry) for title, entry in held if _has_items(entry, call.items, catalogue))
    elif not call.kind:
        yield from held
    else:
        for kind in dict.fromkeys([call.kind, call.kind[-2:]]):
            of_kind = [(title, entry) for title, entry in held if title.endswith(kind)]
            yield from ((title.removesuffix(kind).removesuffix("的"), entry) for title, entry in of_kind)
            if of_kind:
                return


def _fitting(call: Call, title: str, entry: Entry) -> Iterator[_Found]:
    """The longest of what is said that is words of a title and stands apart from what is said before."""
    found = [fit for fit in fits(call.head, title) if _is_close(*fit)]
    apart = [fit for fit in found if _is_apart(call.head[: -fit.length])]
    if call.is_titled:
        apart = [fit for fit in apart if fit.length == len(call.head)]
    elif not apart and call.points:
        apart = [fit for fit in found if fit.length >= SHORTEST_WITHIN]
    if apart:
        yield _Found(apart[-1].length, apart[-1].score, entry, title)


def _is_close(length: int, score: float) -> bool:
    return score >= CLOSE * (length - 1)


def _is_apart(before: str) -> bool:
    """Whether a noun may begin after some words."""
    if _before().search(before):
        return True
    return any(before.endswith((region, short_form(region))) for region in regions_in(before[-8:]))


def _may_mean(call: Call, found: _Found, catalogue: Catalogue) -> bool:
    """Whether what fits says enough, and nothing else speaks against it."""
    said = call.head[-found.length :]
    before = call.head[: -found.length].removesuffix("的")
    if len(_common().sub("", said)) < SHORTEST and said != found.title:
        return False
    year = YEAR.search(before)
    if year and found.entry.years and int(year[1]) not in found.entry.years:
        return False
    place = found.entry.document.region
    if any(before.endswith((r, short_form(r))) and not lies_in(place, r) for r in regions_in(before[-8:])):
        return False
    if call.is_titled or call.number or call.items:
        return True
    if re.search(_table()["own"], call.head[: -found.length]):
        return False
    if call.points:
        return True
    if not call.kind and (
        found.length < SHORTEST_OF_ANY_KIND or any(said + call.tail in t for t in found.entry.titles)
    ):
        return False
    is_shortened = found.score < 1 and found.length == SHORTEST
    if is_shortened and catalogue.rarity(said) < RARE:
        return False
    return not catalogue.speaks_of(said + call.tail, besides=found.entry)


def _has_number(entry: Entry, number: str) -> bool:
    return re.search(rf"(?<!\d){number}号$", fold(entry.document.document_number or "")) is not None


def _has_items(entry: Entry, items: str, catalogue: Catalogue) -> bool:
    """Whether a document's items are numbered up to a number."""
    addresses = [provision.address for provision in catalogue.provisions(entry.document.id)]

    def ends(form: str, number: int) -> bool:
        ending = form.format(cn=to_chinese(number), number=number)
        return any(address.endswith(ending) for address in addresses)

    return any(ends(form, int(items)) and not ends(form, int(items) + 1) for form in ITEMS)


def _introducing(call: Call, catalogue: Catalogue) -> _Found | None:
    """The one document that itself introduces what is said as short for words of its title."""
    if not (call.kind or call.points or call.number):
        return None
    found = [
        _Found(len(short), float(len(short) - 1), entry, short)
        for short, entry in catalogue.introduced(call.head)
        if call.head.endswith(short) and _is_apart(call.head[: -len(short)]) and _agrees(call, entry)
    ]
    longest = max((f.length for f in found), default=0)
    best = {f.entry.document.id: f for f in found if f.length == longest}
    return next(iter(best.values())) if len(best) == 1 else None


def _agrees(call: Call, entry: Entry) -> bool:
    if call.number:
        return _has_number(entry, call.number)
    return not call.kind or any(title.endswith(call.kind[-2:]) for title in entry.titles)
