"""Find what frames a text: head, letter, signature, and the head of what is enclosed."""

import re
from dataclasses import dataclass, field
from datetime import date

from index.metadata.dates import find_dates, only_date
from index.metadata.words import compact, plain, split_bodies, words
from index.print_marks import is_below_signature, is_page_number

FRAME_NAMES = ("题注", "通知", "引言", "结语", "落款")
MARKER = re.compile(
    r"^(?:第[一二三四五六七八九十百\d]+[编章节条]|[一二三四五六七八九十]+[、.．]"
    r"|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.．、\s])"
)
CONTENTS = re.compile(r"^目\s*[录次]$")
SEAL = re.compile(r"[（(](?:印章|公章|盖章|章)[）)]\s*$")
ANNEX = re.compile(r"^附\s*件")
SENTENCE_END = "。；！？"
LONGEST_TITLE_LINE = 80
LONGEST_SIGNATURE = 40
MOST_HEAD_LINES = 60
MOST_SIGNATURE_LINES = 60


@dataclass(slots=True)
class Layout:
    """The lines of a text, sorted by what they are for."""

    head: list[str] = field(default_factory=list)
    letter: list[str] = field(default_factory=list)
    """From the head to the signature; the whole body where nothing is signed."""
    signatories: list[str] = field(default_factory=list)
    signed: date | None = None
    enclosed: list[str] = field(default_factory=list)
    """The head of the text that follows the signature."""
    rest: list[str] = field(default_factory=list)


def read_layout(text: str) -> Layout:
    """Sort the lines of a text."""
    lines = [
        line
        for raw in text.splitlines()
        if (line := _bare(raw)).strip() and line.strip() not in FRAME_NAMES and not is_page_number(line)
    ]
    end = _head_end(lines)
    layout = Layout(head=lines[:end], letter=lines[end:])
    for index in range(end + 1, len(lines)):
        if ANNEX.match(lines[index]) and len(plain(lines[index])) < 6:
            break
        if signature := _signature(lines, index, end):
            layout.signed, layout.signatories = signature
            layout.letter = lines[end:index]
            after = [line for line in lines[index + 1 :] if not is_below_signature(line)]
            ends = _head_end(after)
            layout.enclosed, layout.rest = after[:ends], after[ends:]
            break
    return layout


def _bare(line: str) -> str:
    """Remove Markdown's # signs; a leading tab stays, since it opens a cell."""
    return re.sub(r"^\s*#{1,6}\s+", "", line).rstrip()


def is_running(line: str) -> bool:
    """Tell the first line of a body from the lines of a head."""
    text = line.strip()
    return (
        line.startswith(("\t", "|"))
        or text.count("\t") > 1
        or len(text) > LONGEST_TITLE_LINE
        or any(mark in text for mark in SENTENCE_END)
        or text.endswith(("：", ":"))
        or bool(MARKER.match(text) or CONTENTS.match(text))
    )


def _head_end(lines: list[str]) -> int:
    """Return how many leading lines are titles, numbers, and notes in brackets, which may hold sentences."""
    in_bracket = False
    for count, line in enumerate(lines[:MOST_HEAD_LINES]):
        text = line.strip()
        opens = text.startswith(("（", "(")) and not MARKER.match(text)
        if in_bracket or opens:
            in_bracket = not text.endswith(("）", ")"))
            continue
        if is_running(line) and not _is_number_after_tab(line):
            return count
    return min(len(lines), MOST_HEAD_LINES)


def _is_number_after_tab(line: str) -> bool:
    return line.startswith("\t") and plain(line).endswith("号") and len(plain(line)) < LONGEST_SIGNATURE


def _signature(lines: list[str], index: int, first: int) -> tuple[date, list[str]] | None:
    """Read the signature whose date stands in line `index`: the date, and the bodies above it, in order."""
    line = lines[index]
    if line.startswith(("\t", "|")):
        return None
    day, same_line = only_date(line), list[str]()
    if day is None:
        dates = list(find_dates(plain(line)))
        if len(dates) != 1 or dates[0][2] != len(plain(line)) or len(plain(line)) > LONGEST_SIGNATURE:
            return None
        day = dates[0][0]
        same_line = split_bodies(re.split(r"[\s　]*(?=[12１２二一][\d０-９〇○零九OＯ])", line.strip(), maxsplit=1)[0])
        if not same_line:
            return None
    bodies, signed_by_person = _signatories(lines, index, first)
    last = all(is_below_signature(after) for after in lines[index + 1 :])
    if same_line or bodies or signed_by_person or last:
        return day, [*bodies, *same_line]
    return None


def _signatories(lines: list[str], index: int, first: int) -> tuple[list[str], bool]:
    bodies: list[str] = []
    person = False
    for line in reversed(lines[max(first, index - MOST_SIGNATURE_LINES) : index]):
        if len(plain(line)) > LONGEST_SIGNATURE * 3 or is_running(line):
            break
        if names := split_bodies(SEAL.sub("", line)):
            bodies[:0] = names
        elif compact(line).startswith(words().offices) and len(plain(line)) <= 12:
            person = True
        else:
            break
    return bodies, person
