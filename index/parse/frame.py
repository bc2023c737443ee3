"""Find what frames the body of a document: head, cover letter, annexes, signature."""

import re
from dataclasses import dataclass, field
from itertools import count

from index.numerals import NUMERAL, to_number
from index.parse.lines import Line
from index.parse.markers import Kind, line_markers, match_marker
from index.print_marks import is_below_signature

DATE = re.compile(r"^(?:\d{4}|[〇○０零一二三四五六七八九]{4})\s*年\s*\S{1,3}\s*月\s*\S{1,3}\s*日$")
ANNEX_NUMBER = rf"\d{{0,2}}|[{NUMERAL}]{{1,3}}"
ANNEX = re.compile(
    rf"^附\s*件\s*(?P<number>{ANNEX_NUMBER})\s*[:：]?$|^附件(?P<named>{ANNEX_NUMBER})[:：]\s*\S{{2,40}}$"
)
ANNEX_HEADING = re.compile(rf"^附\s*件\s*(?P<number>{ANNEX_NUMBER})(?:[\s　:：].*)?$")
LIST_OF_ANNEXES = re.compile(r"^附\s*件\s*[:：]|^\d{1,2}\s*[.．、]")
CONTENTS = re.compile(r"^目\s*录$")
SENTENCE_END = "。；！？"
LONGEST_SIGNATORY = 30
LONGEST_TITLE_LINE = 80


@dataclass(slots=True)
class Section:
    """A stretch of lines that counts its parts on its own: the instrument, or an annex."""

    prefix: str
    """Stands before every address in it: '' or 附件1·"""
    head: list[Line] = field(default_factory=list)
    cover: list[Line] = field(default_factory=list)
    opening: list[Line] = field(default_factory=list)
    """Lines named 引言; others are found in the body."""
    body: list[Line] = field(default_factory=list)
    closing: list[Line] = field(default_factory=list)
    """Lines named 结语; others are found in the body."""
    signature: list[Line] = field(default_factory=list)
    named: bool = False
    """Headings name the parts of the frame."""

    @property
    def start(self) -> int:
        """Its first character."""
        parts = (self.head, self.cover, self.opening, self.body, self.closing, self.signature)
        return min((lines[0].start for lines in parts if lines), default=0)


def is_sentence(line: Line) -> bool:
    """Tell running text from a title."""
    return any(mark in line.text for mark in SENTENCE_END) or len(line.text) > LONGEST_TITLE_LINE


def is_addressee(line: Line) -> bool:
    """Tell a line such as 各省、自治区人民政府： from others."""
    return line.text.endswith(("：", ":")) and "。" not in line.text


def annex_prefix(line: Line) -> str | None:
    """Return what stands before the addresses of the annex that a line opens; None if it opens none."""
    found = (ANNEX_HEADING if line.depth else ANNEX).match(line.text)
    if found is None:
        return None
    written = found["number"] or found.groupdict().get("named") or ""
    return f"附件{to_number(written) if written else ''}·"


def signature_start(lines: list[Line], date: int) -> int:
    """Return where the signature that ends with the date at `date` begins."""
    start = date
    while start > 0 and date - start < 4:
        above = lines[start - 1]
        if is_sentence(above) or is_addressee(above) or len(above.text) > LONGEST_SIGNATORY or above.depth:
            break
        if LIST_OF_ANNEXES.match(above.text):
            break
        start -= 1
    return start


def split_stretches(lines: list[Line]) -> list[list[Line]]:
    """Cut after each signature that is followed by more text, and before each annex."""
    stretches: list[list[Line]] = [[]]
    signed = False
    first_text: int | None = None
    for line in lines:
        opens_annex = annex_prefix(line) and (signed or line.depth or not re.search("[:：]", line.text))
        if stretches[-1] and (opens_annex or (signed and not is_below_signature(line.text))):
            stretches.append([])
            signed, first_text = False, None
        stretches[-1].append(line)
        if first_text is None and (is_sentence(line) or is_addressee(line)):
            first_text = len(stretches[-1]) - 1
        signed = signed or bool(DATE.match(line.text) and _is_signed(stretches[-1], first_text))
    return [stretch for stretch in stretches if stretch]


def _is_signed(lines: list[Line], first_text: int | None) -> bool:
    """A date ends a signature only after a sentence or an addressee, not inside a head."""
    start = signature_start(lines, len(lines) - 1)
    return first_text is not None and first_text < start < len(lines) - 1


def split_head(lines: list[Line], among: tuple[Kind, ...]) -> int:
    """Return how many leading lines are title, number, dates or a table of contents."""
    in_bracket = False
    for position, line in enumerate(lines):
        if CONTENTS.match(line.text):
            return _after_contents(lines, position)
        opens_outline = line.depth > 0 or match_marker(line.text, among) is not None
        if not opens_outline and (in_bracket or line.text.startswith(("（", "("))):
            in_bracket = not line.text.endswith(("）", ")"))
            continue
        if opens_outline or is_sentence(line) or is_addressee(line):
            return position
    return len(lines)


def _after_contents(lines: list[Line], contents: int) -> int:
    """A table of contents ends where its first entry is printed again."""
    if contents + 1 >= len(lines):
        return len(lines)
    first = re.sub(r"\s", "", lines[contents + 1].text)
    for index in range(contents + 2, len(lines)):
        if re.sub(r"\s", "", lines[index].text) == first:
            return index
    return contents + 1


def split_signature(lines: list[Line]) -> int:
    """Return where the closing signature starts; len(lines) if there is none."""
    end = len(lines)
    while end > 0 and is_below_signature(lines[end - 1].text):
        end -= 1
    if end == 0 or not DATE.match(lines[end - 1].text):
        return len(lines)
    start = signature_start(lines, end - 1)
    return start if start < end - 1 or len(lines) == end else len(lines)


def frame(lines: list[Line], among: tuple[Kind, ...]) -> list[Section]:
    """Split a document into the sections that count on their own, each with head, body and signature."""
    sections: list[Section] = []
    prefixes: set[str] = set()
    cover: Section | None = None
    for stretch in split_stretches(lines):
        annex = annex_prefix(stretch[0])
        section = _section(stretch, among, _prefix(annex, len(sections), prefixes))
        numbered = any(line_markers(section.body, among)) or any(line.depth for line in section.body)
        if cover is not None and annex is None:
            cover.cover = [*cover.body, *cover.signature, *section.head]
            cover.body, cover.signature = section.body, section.signature
            cover = None
            continue
        sections.append(section)
        prefixes.add(section.prefix)
        cover = section if len(sections) == 1 and not numbered else None
    return sections


def _section(stretch: list[Line], among: tuple[Kind, ...], prefix: str) -> Section:
    opening = 1 if prefix and annex_prefix(stretch[0]) else 0
    head = opening + split_head(stretch[opening:], among)
    signature = max(head, split_signature(stretch))
    return Section(prefix, head=stretch[:head], body=stretch[head:signature], signature=stretch[signature:])


def _prefix(annex: str | None, before: int, taken: set[str]) -> str:
    """The annex's own prefix; a count for what follows a signature, or repeats the prefix of another."""
    if annex is None and not before:
        return ""
    counted = (f"附件{number}·" for number in count(max(1, before)))
    return annex if annex and annex not in taken else next(each for each in counted if each not in taken)
