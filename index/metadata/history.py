"""Read from notes and closing articles when an instrument was issued, revised and brought into force."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.metadata.dates import find_dates, only_date
from index.metadata.numbers import DECREE, NUMBER, normalise_number
from index.metadata.words import plain, words

BOOK = re.compile(r"《[^》]*》")
REVISED = re.compile(r"修订|修正|修改")
IN_FORCE = re.compile(r"施行|实施|生效|执行")
ISSUED = re.compile(r"公布|发布|颁布|印发|通过|批准")
CONGRESS = re.compile(r"(?:第[一二三四五六七八九十]+届)?(?P<issuer>全国人民代表大会(?:常务委员会)?)第")
FROM = r"自(?P<when>[^,。;自]{2,16}?)(?:之日)?起(?:正式)?(?:施行|实施|执行|试行|生效)(?!以来|[前后])"
BY_DECREE = re.compile(rf"现[^。;]*(?:公布|发布|公告|印发)[^。;]*,{FROM}")
ON_ISSUE = re.compile(r"(?:公布|发布|印发|颁布)$")


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to an instrument on one day."""

    day: date
    number: str | None
    revises: bool
    issuer: str | None = None


def read_events(notes: Sequence[str]) -> tuple[list[Event], date | None]:
    """Return issue and revisions, in order, and the day of coming into force, as notes tell them."""
    events: list[Event] = []
    effective: date | None = None
    for note in notes:
        # A law may be revised by a decision whose title holds dates and verbs of its own.
        text = BOOK.sub("", note)
        dates = list(find_dates(text))
        ends = [*(start for _, start, _ in dates), len(text)][1:]
        for (day, _, begin), end in zip(dates, ends, strict=True):
            said = text[begin:end]
            if IN_FORCE.search(said) and not ISSUED.search(said) and not REVISED.search(said):
                effective = day
                continue
            events.append(_event(day, said))
    return sorted(events, key=lambda event: event.day), effective


def _event(day: date, said: str) -> Event:
    number = re.search(rf"{DECREE.pattern}|{NUMBER.pattern}", said)
    congress = CONGRESS.search(said)
    return Event(
        day=day,
        number=normalise_number(number[0]) if number else None,
        revises=bool(REVISED.search(said)),
        issuer=congress["issuer"] if congress else None,
    )


def read_effective(lines: Sequence[str], issued: date | None) -> date | None:
    """Return from when a text says it is in force itself: 本条例自2019年5月15日起施行."""
    # A part of a text (本办法第五条…), or another text (《…》), may have a day of its own.
    by_itself = re.compile(rf"本(?:{'|'.join(words().genres)})[^《》。;第]{{0,40}}?{FROM}")
    for line in reversed(lines):
        for sentence in reversed(re.split("[。;]", plain(line))):
            found = by_itself.search(sentence) or BY_DECREE.search(sentence)
            if not found:
                continue
            if ON_ISSUE.search(found["when"]):
                return issued
            if day := only_date(found["when"]):
                return day
    return None
