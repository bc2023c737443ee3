"""Read a Markdown text whose headings name the parts of its frame (题注, 通知, 引言, 结语, 落款)."""

from dataclasses import replace
from typing import NamedTuple

from index.parse.frame import Section, annex_prefix
from index.parse.lines import Line
from index.parse.markers import Kind, match_marker

NAMES = {"题注": "head", "通知": "cover", "引言": "opening", "结语": "closing", "落款": "signature"}
"""The field of a section that holds the lines below such a heading; the heading itself is no text."""


class NamedFrame(NamedTuple):
    """The sections of a text, and its lines that are no text."""

    sections: list[Section]
    structure: list[Line]


class _Block(NamedTuple):
    """Lines below one heading."""

    prefix: str
    name: str
    """'' for the body."""
    heading: list[Line]
    """The line that gives the name, if there is one."""
    lines: list[Line]


def names_its_frame(lines: list[Line]) -> bool:
    """Tell whether some heading names a part of the frame."""
    return any(line.depth and line.text in NAMES for line in lines)


def without_title_heading(lines: list[Line], among: tuple[Kind, ...]) -> list[Line]:
    """Treat the one heading that stands above all others at the top of a text as its title: a plain line."""
    if not lines or not lines[0].depth or lines[0].text in NAMES or match_marker(lines[0].text, among):
        return lines
    if any(0 < line.depth <= lines[0].depth for line in lines[1:]):
        return lines
    return [replace(lines[0], depth=0), *lines[1:]]


def named_frame(lines: list[Line]) -> NamedFrame:
    """Sort the lines: what comes before the first heading is the head, what no name covers the body.

    Only names before and after the body count; between its parts they are headings like any other.
    """
    sections: list[Section] = []
    structure: list[Line] = []
    for blocks in _segments(_blocks(lines)):
        section = Section(blocks[0].prefix, named=True)
        bodies = [at for at, block in enumerate(blocks) if not block.name]
        into = section.head
        for at, block in enumerate(blocks):
            if block.name and not (bodies and bodies[0] < at < bodies[-1]):
                field: list[Line] = getattr(section, NAMES[block.name])
                # A part of the frame is one stretch: its name coming again later is text of the part before.
                if not field or field is into:
                    into = field
                    structure += block.heading
                    into += block.lines
                    continue
            else:
                into = section.body
            into += [*block.heading, *block.lines]
        sections.append(section)
    return NamedFrame(sections, structure)


def _blocks(lines: list[Line]) -> list[_Block]:
    """Cut before each heading that names a part of the frame, or ends a part so named."""
    blocks = [_Block("", "题注", [], [])]
    depth = 0
    for line in lines:
        prefix = annex_prefix(line) if line.depth else None
        if prefix is not None:
            blocks += [_Block(prefix, "题注", [], [line]), _Block(prefix, "", [], [])]
        elif line.depth and line.text in NAMES:
            blocks.append(_Block(blocks[-1].prefix, line.text, [line], []))
            depth = line.depth
        elif line.depth and blocks[-1].name and not 0 < depth < line.depth:
            blocks.append(_Block(blocks[-1].prefix, "", [], [line]))
        else:
            blocks[-1].lines.append(line)
    return blocks


def _segments(blocks: list[_Block]) -> list[list[_Block]]:
    """The blocks of each section; an annex starts with its heading."""
    segments: list[list[_Block]] = [[]]
    for block in blocks:
        if segments[-1] and block.name == "题注" and not block.heading:
            segments.append([])
        segments[-1].append(block)
    return segments
