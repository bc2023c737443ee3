"""How a document is called beside others, in a few characters."""

import re
from collections import Counter
from collections.abc import Sequence

from assistant.catalogue import Entry
from assistant.regions import NATIONWIDE, issuers_by_short_name, short_form
from assistant.short_names import short_names

YEAR = re.compile(r"(?:19|20)\d{2}年?度?")
BEFORE_SUBJECT = re.compile(r"^[^《》]*?关于(?:印发|转发)?")
ISSUED = re.compile(r"的(?:通知|函|批复|复函)$")
"""What a title ends with after the name of what was issued."""
MOST_CHARS = 16


def call(entry: Entry) -> str:
    """Return 北京, 国办, 条例 or 分解细化方案: the place, the issuer, what officers say, or as `by_itself` does."""
    document = entry.document
    if document.region and document.region != NATIONWIDE:
        return short_form(document.region)
    short = next((name for name, full in issuers_by_short_name().items() if full == document.issuer), None)
    return short or by_itself(entry)


def by_itself(entry: Entry) -> str:
    """Return what tells a document from others of its issuer: what officers say, its subject or its number."""
    document = entry.document
    given = short_names().get(document.title, ())
    subject = YEAR.sub("", ISSUED.sub("", BEFORE_SUBJECT.sub("", document.title)).strip("《》"))
    if not given and len(subject) > MOST_CHARS and document.document_number:
        return document.document_number
    return next(iter(given), None) or subject[:MOST_CHARS]


def dated(entry: Entry) -> str:
    """Return the same as `call` with the year of the document, where one is known that the name does not have."""
    name = call(entry)
    return f"{name}（{max(entry.years)}年）" if entry.years and str(max(entry.years)) not in name else name


def names(entry: Entry) -> tuple[str, ...]:
    """Return all ways of calling a document."""
    return call(entry), dated(entry), by_itself(entry)


def call_beside(entries: Sequence[Entry]) -> dict[str, str]:
    """Return how each of several documents is called, by id: with its year where names or years are several.

    Those that would still be called alike are called by what tells them apart.
    """
    plain = [call(entry) for entry in entries]
    years = {max(entry.years, default=None) for entry in entries}
    needed = len(set(plain)) < len(plain) or len(years) > 1
    called = {entry.document.id: dated(entry) if needed else call(entry) for entry in entries}
    alike = Counter(called.values())
    return {
        entry.document.id: one if alike[one := called[entry.document.id]] == 1 else by_itself(entry)
        for entry in entries
    }
