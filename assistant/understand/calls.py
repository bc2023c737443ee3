"""Words of a question that may call a document: 无废城市|方案, 三项制度|那个文件, 就业|39号文; see called.toml."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from assistant.folding import bare
from assistant.regions import regions_in, short_form

LONGEST = 24
"""Characters before the kind that are looked at."""
CLAUSE = re.compile(r"[^，,。;；:：？?！!…\n]*$")
OPEN_BRACKET = re.compile(r"^.*[(（](?!.*[)）])")
"""A name does not begin before a bracket in which it ends: 一年交多少(个税法实施条例)."""


class Call(NamedTuple):
    """What may call a document."""

    head: str
    """Bare: what stands before the kind in its clause."""
    kind: str
    """'' where the noun says nothing of the kind."""
    number: str
    """Of a document number; '' where there is none."""
    items: str
    """How many items the document has; '' where that is not said: 自贸区53条."""
    points: bool
    """Whether one document is pointed at: 那份."""
    is_titled: bool
    """Whether the head begins with a bracket of a title."""
    tail: str
    """Bare: what joins the head to the kind, and the kind."""


@cache
def table() -> dict[str, Any]:
    """Return the words by which documents are called."""
    return tomllib.loads(resources.files("assistant.understand").joinpath("called.toml").read_text("utf-8"))


@cache
def _pattern() -> re.Pattern[str]:
    words = table()
    kinds, any_kind = "|".join(words["kinds"]), "|".join(words["any_kind"])
    return re.compile(
        rf"(?:(?P<points>{words['pointing']})|{words['joining']})?"
        rf"(?:{words['number']}|(?P<kind>{kinds})|(?P<any>{any_kind}))(?!{'|'.join(words['not_after'])})"
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^一-鿿]|{'|'.join(table()['before'])})$")


@cache
def _common() -> re.Pattern[str]:
    return re.compile("|".join([*sorted(table()["common"], key=len, reverse=True), r"\d+年?"]))


def calls(folded: str) -> Iterator[Call]:
    """Yield what may call a document in a folded text, in order."""
    found = (_call(match, folded) for match in _pattern().finditer(folded))
    yield from (call for call in found if call.head)


def clause_before(folded: str) -> str:
    """Return the last clause of what stands before some words."""
    return OPEN_BRACKET.sub("", match[0]) if (match := CLAUSE.search(folded)) else ""


def is_apart(before: str) -> bool:
    """Whether a noun may begin after some bare words."""
    if _before().search(before):
        return True
    return any(before.endswith((region, short_form(region))) for region in regions_in(before[-8:]))


def telling(said: str) -> str:
    """Return what is left of some words without those that many titles have."""
    return _common().sub("", said)


def _call(match: re.Match[str], folded: str) -> Call:
    before = clause_before(folded[: match.start()])
    titled = before.rfind("《")
    is_titled = titled >= 0 and "》" not in before[titled:]
    head = re.sub(table()["about"], "", before[titled + 1 :]) if is_titled else before
    return Call(
        head=bare(head)[-LONGEST:],
        kind=bare(match["kind"] or ""),
        number=match["number"] or "",
        items=match["items"] or "",
        points=match["points"] is not None,
        is_titled=is_titled,
        tail=bare(match[0]),
    )
