"""How a document is called beside others, in a few characters."""

import re
from collections.abc import Sequence

from assistant.catalogue import Entry
from assistant.regions import NATIONWIDE, issuers_by_short_name, short_form
from assistant.short_names import short_names

YEAR = re.compile(r"(?:19|20)\d{2}年?度?")
MOST_CHARS = 16


def call(entry: Entry) -> str:
    """Return 北京, 国办, 条例 or 分解细化方案: the place, the issuer, the kind or what officers say."""
    document = entry.document
    if document.region and document.region != NATIONWIDE:
        return short_form(document.region)
    short = next((name for name, full in issuers_by_short_name().items() if full == document.issuer), None)
    given = short_names().get(document.title, ())
    return short or next(iter(given), None) or YEAR.sub("", document.title)[:MOST_CHARS]


def dated(entry: Entry) -> str:
    """Return the same with the year of the document, where one is known."""
    return f"{call(entry)}（{max(entry.years)}年）" if entry.years else call(entry)


def names(entry: Entry) -> tuple[str, str]:
    """Return both ways of calling a document."""
    return call(entry), dated(entry)


def call_beside(entries: Sequence[Entry]) -> dict[str, str]:
    """Return how each of several documents is called, by id: with its year where names or years are several."""
    plain = [call(entry) for entry in entries]
    years = {max(entry.years, default=None) for entry in entries}
    needed = len(set(plain)) < len(plain) or len(years) > 1
    return {entry.document.id: dated(entry) if needed else call(entry) for entry in entries}
