"""Documents called by some words of their title and what they are: 无废城市方案, 三项制度那个文件, 就业39号文."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.abridged import fits
from assistant.catalogue import Catalogue, Entry
from assistant.folding import fold, without
from assistant.regions import NATIONWIDE, lies_in, regions_in, short_form
from assistant.understand.calls import Call, calls, is_apart, table, telling
from index.numerals import to_chinese

NAMED = "□"
"""Stands where a document is named already."""
SHORTEST = 2
SHORTEST_WITHIN = 4
"""Where the words before may belong to the same noun."""
SHORTEST_OF_ANY_KIND = 3
"""Where the kind says nothing and no word points at one document: 双随机文件."""
CLOSE = 0.4
"""Least share of neighbours that stand together, so that the words are of the title and not only its characters."""
LONG = 8
"""Characters of a title that call it, though its own text says them too."""
RARE = 0.7
"""Rarity of two characters that may be a shortened word of the title, because they are no word of the texts."""
YEAR = re.compile(r"((?:19|20)\d{2})年?度?的?$")
ITEMS = ("({cn})", "{cn}、", "、{number}.", "){number}.", "第{cn}条")
"""How addresses of items end."""


@dataclass(frozen=True, slots=True)
class _Found:
    said: str
    """Bare: the words of the title."""
    score: float
    entry: Entry
    title: str
    is_introduced: bool = False
    """Whether the document itself says that it is called so."""


def called(folded: str, catalogue: Catalogue) -> Iterator[tuple[str, Entry]]:
    """Yield what calls a document in a folded text, bare, with the one document that it fits best.

    What fits several documents equally well calls none. Beside the name of a document a thing of which the texts speak
    is the name of another one: 第8号令和自贸区的措施.
    """
    found = list(_called(folded, catalogue, beside=False))
    yield from found
    for words, _ in found:
        folded = without(folded, words, NAMED)
    if NAMED in folded:
        yield from _called(folded, catalogue, beside=True)


def _called(folded: str, catalogue: Catalogue, *, beside: bool) -> Iterator[tuple[str, Entry]]:
    places = [place for region in regions_in(folded) for place in (region, short_form(region))]
    for call in calls(folded):
        best = _best(call, catalogue, places)
        if best is None:
            continue
        words = best.said + call.tail
        is_beside = beside and _stands_beside_a_name(words, folded)
        if best.is_introduced or is_beside or _has_its_year(call, best) or _is_name(call, best, catalogue):
            yield words, best.entry


def _stands_beside_a_name(words: str, folded: str) -> bool:
    joint, words = f"{table()['joint']}+", re.escape(words)
    return bool(re.search(f"{NAMED}{joint}{words}|{words}{joint}{NAMED}", folded))


def _has_its_year(call: Call, found: _Found) -> bool:
    """Whether the year of the document stands before its name: 2031年的巡查意见."""
    year = YEAR.search(call.head[: -len(found.said)])
    return bool(year and call.kind and int(year[1]) in found.entry.years)


def of_title(before: str, entries: Iterable[Entry]) -> str:
    """Return the last characters of a bare text that are words of a document's title; '' if none are."""
    titles = [title for entry in entries for title in entry.titles]
    return max((said for title in titles for said, _ in _apart(before, title)), key=len, default="")


def _best(call: Call, catalogue: Catalogue, places: Sequence[str]) -> _Found | None:
    """The document that fits best by how much of what is said it has, then by how closely; None if several do."""
    fitting = [found for title, entry in _candidates(call, catalogue) for found in _fitting(call, title, entry)]
    fitting = [f for f in fitting if _agrees(call, f) and (call.points or _holds_there(f.entry, places, catalogue))]
    if not fitting:
        return _introducing(call, catalogue)
    best = max((len(found.said), found.score) for found in fitting)
    equals = [found for found in fitting if (len(found.said), found.score) == best]
    exact = [found for found in equals if found.title == found.said]
    return _only(exact) or _only(equals)


def _only(found: list[_Found]) -> _Found | None:
    return found[0] if len({one.entry.document.id for one in found}) == 1 else None


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
            of_kind = [(title, entry) for title, entry in held if _is_kind(title, kind)]
            yield from ((title.removesuffix(kind).removesuffix("的"), entry) for title, entry in of_kind)
            if of_kind:
                return


def _fitting(call: Call, title: str, entry: Entry) -> Iterator[_Found]:
    """The longest of what is said that is words of a title and stands apart from what is said before."""
    found = _apart(call.head, title)
    if call.is_titled:
        found = [(said, score) for said, score in found if said == call.head]
    elif not found and call.points:
        found = [(said, score) for said, score in _close(call.head, title) if len(said) >= SHORTEST_WITHIN]
    if found:
        yield _Found(*found[-1], entry, title)


def _apart(before: str, title: str) -> list[tuple[str, float]]:
    return [(said, score) for said, score in _close(before, title) if is_apart(before[: -len(said)])]


def _close(before: str, title: str) -> list[tuple[str, float]]:
    """The last characters of a text that are words of a title, and how closely they stand together there."""
    return [(before[-fit.length :], fit.score) for fit in fits(before, title) if fit.score >= CLOSE * (fit.length - 1)]


def _agrees(call: Call, found: _Found) -> bool:
    """Whether what fits tells something, and neither year nor place nor owner speak against it."""
    if len(telling(found.said)) < SHORTEST and found.said != found.title:
        return False
    before = call.head[: -len(found.said)]
    joined = before.removesuffix("的")
    year = YEAR.search(joined)
    if year and found.entry.years and int(year[1]) not in found.entry.years:
        return False
    place = found.entry.document.region
    if any(joined.endswith((r, short_form(r))) and not lies_in(place, r) for r in regions_in(joined[-8:])):
        return False
    return call.is_titled or not re.search(table()["own"], before)


def _holds_there(entry: Entry, places: Sequence[str], catalogue: Catalogue) -> bool:
    """Whether no other place's document could as well be meant: its place is said, or the only one of the library."""
    place = entry.document.region
    return place in (None, NATIONWIDE) or place in places or len(catalogue.places) == 1


def _is_name(call: Call, found: _Found, catalogue: Catalogue) -> bool:
    """Whether words that fit are said of the document, and not of a thing of which the texts speak."""
    if call.is_titled or call.number or call.items or call.points:
        return True
    words = found.said + call.tail
    is_title = any(words in title for title in found.entry.titles)
    if not call.kind and (len(found.said) < SHORTEST_OF_ANY_KIND or is_title):
        return False
    if len(found.said) == SHORTEST and found.score >= 1 and not _is_alone(found.said, catalogue):
        return False
    if len(found.said) == SHORTEST and found.score < 1 and catalogue.rarity(found.said) < RARE:
        return False
    # A title stands in its own text.
    is_own = is_title or len(found.said) >= LONG
    return not catalogue.texts.have(words, besides=found.entry.document.id if is_own else None)


def _is_kind(title: str, kind: str) -> bool:
    """Whether a title ends with what it is; 办法 is no 法."""
    return title.endswith(kind) and not (kind == "法" and title.endswith("办法"))


def _is_alone(said: str, catalogue: Catalogue) -> bool:
    """Whether words stand in the titles of one document only."""
    return len({entry.document.id for title, entry in catalogue.abridged.holding(said) if said in title}) == 1


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
    if call.items or not (call.kind or call.points or call.number):
        return None
    shorts = [
        (short, entry)
        for short, name in catalogue.texts.introducing(call.head)
        if call.head.endswith(short) and is_apart(call.head[: -len(short)]) and (entry := catalogue.entry(name))
    ]
    found = [
        _Found(short, 0.0, entry, short, is_introduced=True) for short, entry in shorts if _is_of_kind(call, entry)
    ]
    longest = max((len(one.said) for one in found), default=0)
    return _only([one for one in found if len(one.said) == longest])


def _is_of_kind(call: Call, entry: Entry) -> bool:
    if call.number:
        return _has_number(entry, call.number)
    return not call.kind or any(_is_kind(title, call.kind[-2:]) for title in entry.titles)
