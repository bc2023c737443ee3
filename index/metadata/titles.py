"""Put titles together that are broken over lines, and tell them from the other lines of a head."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.metadata.dates import find_dates
from index.metadata.labels import Labelled, read_label
from index.metadata.numbers import HALF_DECREE, REST_OF_DECREE, own_number, split_number
from index.metadata.words import compact, is_body, plain, split_bodies, words

LABELLED = re.compile(r"^\S{1,6}[：:]")
STAMP = re.compile(r"^[（(]?(?:特急|加急|急件|平急|绝密|机密|秘密|内部)")
NOTE_VERB = re.compile(r"公布|发布|颁布|印发|通过|批准|修订|修正|修改|施行|实施|生效|废止")


@dataclass(slots=True)
class Head:
    """What the head of a text says."""

    titles: list[str] = field(default_factory=list)
    """In the order in which they are printed."""
    number: str | None = None
    issuer: str | None = None
    """Only where a label says so."""
    notes: list[str] = field(default_factory=list)
    """Lines on promulgation and revision, made plain."""


def read_head(lines: Sequence[str]) -> Head:
    """Read titles, number and notes from the lines of a head."""
    head, pieces = Head(), list[str]()
    rest = list(lines)
    while rest:
        line = rest.pop(0)
        if label := read_label(line):
            _close(head, pieces)
            _take_label(head, label)
            continue
        if HALF_DECREE.match(plain(line)) and rest and REST_OF_DECREE.match(plain(rest[0])):
            line += rest.pop(0)
        title, glued = split_number(_spaced(line))
        number = None if glued else own_number(line)
        if number:
            head.number = head.number or number
        elif line.strip().startswith(("（", "(")) and not pieces:
            head.notes.append(plain(line + _until_bracket_closes(line, rest)))
        elif _is_note(line):
            head.notes.append(plain(line))
        elif not LABELLED.match(compact(line)) and not STAMP.match(compact(line)) and not _is_letterhead(compact(line)):
            pieces.append(title)
            head.number = head.number or glued
            if glued is None and not _is_complete("".join(pieces), rest):
                continue
        _close(head, pieces)
    _close(head, pieces)
    return head


def _take_label(head: Head, label: Labelled) -> None:
    """Take down what a label says of the text; dates become notes like those in brackets."""
    match label.part:
        case "title":
            _close(head, [compact(label.value)])
        case "number":
            head.number = head.number or own_number(label.value)
        case "issuer":
            head.issuer = head.issuer or "、".join(split_bodies(label.value)) or None
        case "issued":
            head.notes.append(plain(f"{label.value}发布"))
        case "effective":
            head.notes.append(plain(f"{label.value}施行"))


def _spaced(line: str) -> str:
    """Remove padding, but keep a blank between two issuers of a joint title."""
    issuers, verb, rest = line.strip().partition("关于")
    names = split_bodies(issuers) if re.search(r"\s", issuers) and "、" not in issuers else []
    return " ".join(names) + verb + compact(rest) if len(names) > 1 else compact(line)


def _is_letterhead(line: str) -> bool:
    return line.endswith("文件") and bool(split_bodies(line.removesuffix("文件")))


def _until_bracket_closes(line: str, rest: list[str]) -> str:
    """Take from `rest` the lines that the bracket opened in `line` runs on to."""
    taken = ""
    while rest and not (line + taken).rstrip().endswith(("）", ")")):
        taken += rest.pop(0)
    return taken


def _is_note(line: str) -> bool:
    """Tell a line on promulgation: a date alone, or a date and what happened then."""
    text = plain(line)
    dates = list(find_dates(text))
    if not dates:
        return False
    return dates[0][1:] == (0, len(text)) or (dates[0][1] <= 2 and bool(NOTE_VERB.search(text)))


def _is_complete(title: str, rest: Sequence[str]) -> bool:
    """Tell whether a title ends here: by a word for its kind, unless the next line goes on with it."""
    if title.count("《") > title.count("》") or title.count("（") > title.count("）"):
        return False
    if not title.endswith(words().genres):
        return False
    following = compact(rest[0]) if rest else ""
    if following.startswith(("的", "》")):
        return False
    # A notice about something closes with 的通知; 关于印发…规划 does not.
    about = any(verb in title for verb in ("关于", "印发", "转发"))
    closed = re.search(rf"的[^的]{{0,10}}(?:{'|'.join(words().genres)})$|若干[^的]{{1,6}}$", title)
    goes_on = re.search(rf"的[^的]{{0,6}}(?:{'|'.join(words().genres)})$", following) and "关于" not in following
    return not (about and not closed and goes_on)


def _close(head: Head, pieces: list[str]) -> None:
    """Take down the title read so far; the name of a body alone is a letterhead, not a title."""
    title = "".join(pieces)
    pieces.clear()
    if len(title) > 1 and not is_body(title) and title not in head.titles:
        head.titles.append(title)


def title_issuer(title: str) -> str | None:
    """Return the issuer a title begins with: 国务院办公厅关于…."""
    starts = [start for verb in words().verbs if (start := title.find(verb)) > 0]
    names = split_bodies(title[: min(starts)]) if starts else []
    return "、".join(names) if names and not any(name.startswith(words().leaning) for name in names) else None


def enclosed_titles(lines: Sequence[str], quoted: str) -> Head:
    """Read the head of an enclosed text, if its title is one that the letter quotes."""
    head = read_head(lines)
    known = plain(quoted)
    head.titles = [title for title in head.titles if plain(title) in known]
    return head if head.titles else Head()


def normalise_title(title: str) -> str:
    """Reduce a title to what two prints of it have in common, for comparing only."""
    return re.sub(r"[^\w]", "", plain(title)).removeprefix("关于")
